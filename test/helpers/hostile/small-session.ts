// A small, invented and valid session in the archive's wire format: what fuzzing starts from, so that it needs no
// recordings. Two cars, a race of four laps, a pit stop, a red flag, a deleted lap, a retirement; some telemetry.

import { deflateRawSync } from 'node:zlib'
import type { TopicName } from '@main/core/session/topics'

type Line = readonly [seconds: number, payload: unknown]

/** Lines without their CRLF, by topic. */
export type TopicLines = ReadonlyMap<TopicName, readonly string[]>

const LAPS = 4
const LAP_S = 90
const START_S = 60

export function smallSession(): TopicLines {
  return new Map<TopicName, readonly string[]>([
    ['SessionInfo', lines([[0, { Key: 1, Type: 'Race', Path: '2031/invented/' }]])],
    ['SessionStatus', lines(status('Status', [0, 'Inactive'], [START_S, 'Started'], [200, 'Aborted'], [230, 'Started'], [430, 'Finished']))],
    ['TrackStatus', lines(status('Status', [0, '1'], [200, '5'], [228, '1'], [300, '2'], [310, '1']))],
    ['DriverList', lines([[0, { 4: driver('4', 1), 81: driver('81', 2) }], [70, { 81: { Line: 1 }, 4: { Line: 2, _deleted: ['Reference'] } }]])],
    ['LapCount', lines([[0, { CurrentLap: 1, TotalLaps: LAPS + 1 }], [61, { TotalLaps: LAPS }]])],
    ['TimingData', lines([...keyframe(), ...carLines('4', 0, LAPS), ...carLines('81', 1.234, LAPS - 1)].toSorted((a, b) => a[0] - b[0]))],
    ['TimingAppData', lines(tyreLines())],
    ['RaceControlMessages', lines([[0, { Messages: [{ Message: 'GREEN LIGHT - PIT EXIT OPEN' }] }], [400, { Messages: { 1: { Message: 'CAR 4 (AAA) TIME 1:29.000 DELETED - TRACK LIMITS AT TURN 4 LAP 4 15:06:30' } } }]])],
    ['CarData.z', compressed('Entries', carEntry)],
    ['Position.z', compressed('Position', positionEntry)],
  ]) // prettier-ignore
}

/** The topics as the host serves them. */
export function topicBytes(topics: TopicLines): ReadonlyMap<TopicName, Uint8Array> {
  return new Map([...topics].map(([topic, text]) => [topic, Buffer.from(`\uFEFF${text.join('\r\n')}\r\n`)]))
}

export function stamp(seconds: number): string {
  return new Date(Math.round(seconds * 1000)).toISOString().slice(11, 23)
}

function lines(messages: readonly Line[]): readonly string[] {
  return messages.map(([seconds, payload]) => stamp(seconds) + JSON.stringify(payload))
}

function status(key: string, ...changes: readonly (readonly [seconds: number, status: string])[]): Line[] {
  return changes.map(([seconds, value]) => [seconds, { [key]: value }])
}

function driver(number: string, line: number): object {
  return { RacingNumber: number, Tla: `D${number}`, FirstName: 'A', LastName: 'B', TeamName: 'T', TeamColour: 'aabbcc', Line: line } // prettier-ignore
}

function keyframe(): Line[] {
  const car = { NumberOfLaps: 0, InPit: true, GapToLeader: '', Sectors: [{ Value: '' }, { Value: '' }, { Value: '' }], LastLapTime: { Value: '' }, BestLapTime: { Value: '' }, Speeds: { I1: { Value: '' }, ST: { Value: '' } } } // prettier-ignore
  return [
    [0, { Lines: {}, Withheld: false }],
    [1, { Lines: { 4: car, 81: car }, Withheld: false }],
  ]
}

/** Crossings of one car, late by `behindS`; it stops in the pits at the end of its second lap. */
function carLines(number: string, behindS: number, laps: number): Line[] {
  const gap = (count: number): string => (behindS === 0 ? `LAP ${count}` : `+${behindS.toFixed(3)}`)
  const of = (seconds: number, patch: object): Line => [seconds + behindS, { Lines: { [number]: patch } }]
  const found = [of(10, { InPit: false })]
  for (let lap = 1; lap <= laps; lap++) {
    // The lap that race control deletes is a second shorter than the others: laps are told apart by their times.
    const shorterS = lap === LAPS ? 1 : 0
    const endS = START_S + lap * LAP_S - shorterS
    const text = `1:${LAP_S - 60 - shorterS}.000`
    const time = lap === 1 ? {} : { LastLapTime: { Value: text }, BestLapTime: { Value: text, Lap: lap } }
    found.push(
      of(endS - 60 + shorterS, { Sectors: { 0: { Value: '30.000' }, 1: { Value: '' } }, Speeds: { ST: { Value: '301' } } }),
      of(endS - 30 + shorterS, { Sectors: { 1: { Value: '30.000' } } }),
      of(endS + 0.2, { Sectors: { 2: { Value: `${30 - shorterS}.000` } }, ...time, NumberOfLaps: lap, GapToLeader: gap(lap), Position: '1' }),
    ) // prettier-ignore
    if (lap === 2) found.push(of(endS - 2, { InPit: true }), of(endS + 15, { InPit: false }))
  }
  return found
}

function tyreLines(): Line[] {
  const soft = { Compound: 'SOFT', New: 'true', TyresNotChanged: '0', TotalLaps: 0, StartLaps: 0 }
  return [
    [0, { Lines: { 4: { Stints: [] }, 81: { Stints: [] } } }],
    [5, { Lines: { 4: { Stints: { 0: soft } }, 81: { Stints: [{ ...soft, Compound: 'UNKNOWN' }] } } }],
    [90, { Lines: { 81: { Stints: { 0: { Compound: 'MEDIUM', StartLaps: 3 } } } } }],
    [250, { Lines: { 4: { Stints: { 1: { ...soft, Compound: 'HARD' } } } } }],
  ]
}

/** Ten messages of two entries each. */
function compressed(key: string, entryAt: (utc: string, index: number) => object): readonly string[] {
  return Array.from({ length: 10 }, (_, index) => {
    const seconds = 60 + index
    const utc = (offsetS: number): string => `2031-05-04T13:${stamp(seconds + offsetS).slice(3)}0Z`
    const json = JSON.stringify({ [key]: [entryAt(utc(-0.5), index), entryAt(utc(-0.25), index)] })
    return `${stamp(seconds)}"${deflateRawSync(json).toString('base64')}"`
  })
}

function carEntry(Utc: string, index: number): object {
  const channels = { Channels: { 0: 11_000, 2: 200 + index, 3: 7, 4: index === 3 ? 104 : 99, 5: 0, 45: 12 } }
  return { Utc, Cars: { 4: channels, 81: channels } }
}

function positionEntry(Timestamp: string, index: number): object {
  const fix = { Status: 'OnTrack', X: 100 * index, Y: -50 * index, Z: 22_268 }
  return { Timestamp, Entries: { 4: fix, 81: fix, 241: { ...fix, X: 0, Y: 0, Z: 0 } } }
}
