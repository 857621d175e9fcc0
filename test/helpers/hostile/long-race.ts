// An invented race of any size as timing topics: for measuring how the cost of decoding grows.

import type { TopicName } from '@main/core/session/topics'
import { stamp } from './small-session'

type Line = readonly [seconds: number, payload: unknown]

const LAP_S = 90
const START_S = 3600

/**
 * Messages of a car a lap besides its crossings, of positions, gaps and minisectors: with 90 of them a race of 22
 * cars and 60 laps has the 8 MB that a recorded one of two hours has.
 */
const CHATTER = 90

export function longRace(cars: number, laps: number): ReadonlyMap<TopicName, Uint8Array> {
  const timing: Line[] = []
  const tyres: Line[] = []
  for (let car = 0; car < cars; car++) {
    const number = String(car + 1)
    const push = (seconds: number, patch: object): number =>
      timing.push([seconds + car * 1.234, { Lines: { [number]: patch } }])
    push(600, { InPit: false })
    for (let lap = 1; lap <= laps; lap++) {
      const endS = START_S + lap * LAP_S
      for (let i = 0; i < CHATTER; i++) push(endS - LAP_S + 10 + i * 0.8, chatter(car, i))
      push(endS - 60, { Sectors: { 0: { Value: `30.${String(lap).padStart(3, '0')}` } } })
      push(endS - 30, { Sectors: { 1: { Value: '30.000' } } })
      const time = `1:${(30 + lap / 1000).toFixed(3)}`
      push(endS + 0.1, { NumberOfLaps: lap, LastLapTime: { Value: time }, Sectors: { 2: { Value: '30.000' } }, GapToLeader: car === 0 ? `LAP ${lap}` : `+${(car * 1.234).toFixed(3)}` }) // prettier-ignore
      if (lap % 20 === 0) push(endS - 3, { InPit: true })
      if (lap % 20 === 1 && lap > 1) push(endS - LAP_S + 20, { InPit: false })
      const stint = { [Math.floor((lap - 1) / 20)]: { Compound: 'HARD', New: 'true', StartLaps: 0, TotalLaps: lap } } // prettier-ignore
      tyres.push([endS - 40 + car, { Lines: { [number]: { Stints: stint } } }])
    }
  }
  const drivers = Object.fromEntries(Array.from({ length: cars }, (_, car) => [car + 1, { Tla: `D${car}`, Line: car + 1 }])) // prettier-ignore
  const endS = START_S + (laps + 1) * LAP_S
  const flags = Array.from({ length: laps }, (_, lap): Line => [START_S + lap * LAP_S, { Status: lap % 2 === 0 ? '1' : '2' }]) // prettier-ignore
  return new Map<TopicName, Uint8Array>([
    ['TimingData', streamOf(timing)],
    ['TimingAppData', streamOf(tyres)],
    ['DriverList', streamOf([[0, drivers]])],
    ['SessionStatus', streamOf([[START_S, { Status: 'Started' }], [endS, { Status: 'Finished' }]])],
    ['TrackStatus', streamOf(flags)],
    ['LapCount', streamOf([[0, { TotalLaps: laps }]])],
  ]) // prettier-ignore
}

function chatter(car: number, index: number): object {
  return index % 9 === 0
    ? {
        GapToLeader: `+${(car * 1.234 + index / 1000).toFixed(3)}`,
        IntervalToPositionAhead: { Value: '+1.234' },
      }
    : { Sectors: { [index % 3]: { Segments: { [index % 8]: { Status: 2049 } } } } }
}

function streamOf(lines: readonly Line[]): Uint8Array {
  const sorted = lines.toSorted((a, b) => a[0] - b[0])
  return Buffer.from(sorted.map(([seconds, payload]) => `${stamp(seconds)}${JSON.stringify(payload)}\r\n`).join('')) // prettier-ignore
}
