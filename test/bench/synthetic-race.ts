// A race of any length in the archive's wire format, for measuring how cost grows with it. The cars follow each
// other round one closed curve at the speed its bends allow; they do not overtake, stop or change tyres. It has the
// size and shape of a real race's bytes and nothing of its events, which the demo season is for.
import { deflateRawSync } from 'node:zlib'
import type { TopicBytes, TopicName } from '@main/core/session/topics'

export interface SyntheticRace {
  readonly topics: TopicBytes
  readonly laps: number
  readonly cars: number
}

const LIGHTS_OUT_S = 300
const UTC_ZERO = Date.UTC(2025, 6, 6, 13, 0, 0)
const LINE_S = 1
/** Samples come 0.24 to 0.28 s apart, as the archive's do. */
const SAMPLE_S = 0.26
const POINTS = 4000
const SLOWEST_MS = 22
const FASTEST_MS = 88
const GRIP_MS2 = 28
const LATER_CAR_RATIO = 0.0015

interface Circuit {
  readonly lapS: number
  /** At a share 0..1 of the lap's time: metres and m/s. */
  at(ratio: number): { readonly x: number; readonly y: number; readonly z: number; readonly speedMs: number }
}

/** A curve with seven lobes. */
function makeCircuit(): Circuit {
  const at = (angle: number) => {
    const radius = 900 + 160 * Math.sin(3 * angle) + 60 * Math.cos(7 * angle)
    return [radius * Math.cos(angle), radius * Math.sin(angle)] as const
  }
  const xs = new Float64Array(POINTS + 1)
  const ys = new Float64Array(POINTS + 1)
  const speeds = new Float64Array(POINTS + 1)
  const times = new Float64Array(POINTS + 1)
  for (let i = 0; i <= POINTS; i++) [xs[i], ys[i]] = at((2 * Math.PI * i) / POINTS)
  for (let i = 0; i <= POINTS; i++) {
    const before = (i + POINTS - 1) % POINTS
    const after = (i + 1) % POINTS
    const turn = Math.atan2(ys[after]! - ys[i % POINTS]!, xs[after]! - xs[i % POINTS]!)
    const turned = turn - Math.atan2(ys[i % POINTS]! - ys[before]!, xs[i % POINTS]! - xs[before]!)
    const bend = Math.abs(Math.atan2(Math.sin(turned), Math.cos(turned)))
    const stepM = Math.hypot(xs[after]! - xs[i % POINTS]!, ys[after]! - ys[i % POINTS]!)
    speeds[i] = Math.min(FASTEST_MS, Math.max(SLOWEST_MS, Math.sqrt((GRIP_MS2 * stepM) / (bend + 1e-9))))
    if (i > 0)
      times[i] = times[i - 1]! + Math.hypot(xs[i]! - xs[i - 1]!, ys[i]! - ys[i - 1]!) / speeds[i - 1]!
  }
  const lapS = times[POINTS]!
  return {
    lapS,
    at(ratio) {
      const time = (ratio - Math.floor(ratio)) * lapS
      let low = 0
      let high = POINTS
      while (high - low > 1) {
        const middle = (low + high) >>> 1
        if (times[middle]! <= time) low = middle
        else high = middle
      }
      const share = (time - times[low]!) / (times[high]! - times[low]!)
      const mix = (column: Float64Array) => column[low]! + share * (column[high]! - column[low]!)
      const angle = (2 * Math.PI * low) / POINTS
      return { x: mix(xs), y: mix(ys), z: 200 + 8 * Math.sin(angle), speedMs: mix(speeds) }
    },
  }
}

export function makeRace(minutes: number, cars: number): SyntheticRace {
  const circuit = makeCircuit()
  const numbers = Array.from({ length: cars }, (_, i) => i + 1)
  /** Laps done by a car at a session time, with the part of the running one. */
  const lapsDone = (car: number, timeS: number) =>
    Math.max(0, timeS - LIGHTS_OUT_S) / (circuit.lapS * (1 + LATER_CAR_RATIO * car))
  const endS = LIGHTS_OUT_S + minutes * 60
  const laps = Math.floor(lapsDone(cars - 1, endS))
  const text = (name: TopicName, lines: readonly string[]) =>
    [name, Buffer.from(`\uFEFF${lines.join('\r\n')}\r\n`)] as const
  const line = (timeS: number, payload: unknown) => `${stamp(timeS)}${JSON.stringify(payload)}`
  const zipped = (timeS: number, payload: unknown) =>
    `${stamp(timeS)}"${deflateRawSync(JSON.stringify(payload)).toString('base64')}"`
  const telemetry = (entry: (timeS: number) => unknown, wrap: (entries: unknown[]) => unknown) => {
    const lines: string[] = []
    for (let timeS = LIGHTS_OUT_S - 60; timeS < endS; timeS += LINE_S) {
      const entries: unknown[] = []
      for (let at = timeS - LINE_S + SAMPLE_S; at <= timeS; at += SAMPLE_S) entries.push(entry(at))
      lines.push(zipped(timeS, wrap(entries)))
    }
    return lines
  }
  const utc = (timeS: number) => new Date(UTC_ZERO + Math.round(timeS * 1000)).toISOString()
  const carData = telemetry(
    (timeS) => ({
      Utc: utc(timeS),
      Cars: byNumber(numbers, (car) => carSample(circuit, lapsDone(car, timeS))),
    }),
    (entries) => ({ Entries: entries }),
  )
  const position = telemetry(
    (timeS) => ({
      Timestamp: utc(timeS),
      Entries: byNumber(numbers, (car) => fix(circuit, lapsDone(car, timeS))),
    }),
    (entries) => ({ Position: entries }),
  )
  const topics = new Map([
    text('SessionStatus', [
      line(1, { Status: 'Inactive' }),
      line(LIGHTS_OUT_S, { Status: 'Started' }),
      line(endS, { Status: 'Finished' }),
      line(endS + 60, { Status: 'Finalised' }),
    ]),
    text('TrackStatus', [line(1, { Status: '1', Message: 'AllClear' })]),
    text('LapCount', [line(1, { CurrentLap: 1, TotalLaps: laps })]),
    text('RaceControlMessages', [line(1, { Messages: [] })]),
    text('DriverList', [
      line(
        1,
        byNumber(numbers, (car) => ({
          RacingNumber: `${car + 1}`,
          Tla: `C${car + 10}`,
          Line: car + 1,
          TeamName: 'T',
        })),
      ),
    ]),
    text('TimingAppData', [
      line(2, {
        Lines: byNumber(numbers, () => ({
          Stints: [{ Compound: 'HARD', New: 'true', TotalLaps: 0, StartLaps: 0 }],
        })),
      }),
    ]),
    text('TimingData', timingLines(circuit.lapS, numbers, laps, line)),
    text('CarData.z', carData),
    text('Position.z', position),
  ])
  return { topics, laps: laps * cars, cars }
}

function timingLines(
  lapS: number,
  numbers: readonly number[],
  laps: number,
  line: (timeS: number, payload: unknown) => string,
): readonly string[] {
  const messages: { readonly timeS: number; readonly patch: unknown; readonly number: number }[] = []
  for (const [car, number] of numbers.entries()) {
    const carLapS = lapS * (1 + LATER_CAR_RATIO * car)
    const sectorS = Math.round((carLapS * 1000) / 3) / 1000
    const lapMs = Math.round(carLapS * 1000)
    for (let lap = 1; lap <= laps; lap++) {
      const startS = LIGHTS_OUT_S + (lap - 1) * carLapS
      const add = (timeS: number, patch: unknown) => messages.push({ timeS, patch, number })
      // Between crossings the feed sends gaps and the states of some twenty stretches of the track.
      for (let segment = 0; segment < 24; segment++)
        add(startS + (segment * carLapS) / 24, {
          Sectors: { [segment >> 3]: { Segments: { [segment & 7]: { Status: 2049 } } } },
        })
      for (let gap = 1; gap < 8; gap++)
        add(startS + (gap * carLapS) / 8, {
          GapToLeader: car === 0 ? `LAP ${lap}` : `+${(car * lap * LATER_CAR_RATIO * lapS).toFixed(3)}`,
        })
      add(startS + sectorS, {
        Sectors: { 0: { Value: sectorS.toFixed(3) } },
        Speeds: { I1: { Value: '290' } },
      })
      add(startS + 2 * sectorS, {
        Sectors: { 1: { Value: sectorS.toFixed(3) } },
        Speeds: { I2: { Value: '301' } },
      })
      const lastS = (lapMs - 2 * Math.round(sectorS * 1000)) / 1000
      add(startS + carLapS, {
        Sectors: { 2: { Value: lastS.toFixed(3) } },
        ...(lap === 1 ? {} : { LastLapTime: { Value: minutesText(lapMs) } }),
        ...(lap === 2 ? { BestLapTime: { Value: minutesText(lapMs) } } : {}),
        NumberOfLaps: lap,
      })
    }
  }
  const first = line(1, {
    Lines: byNumber(numbers, () => ({
      NumberOfLaps: 0,
      InPit: false,
      Sectors: [{ Value: '' }, { Value: '' }, { Value: '' }],
    })),
  })
  return [
    first,
    ...messages
      .toSorted((a, b) => a.timeS - b.timeS)
      .map(({ timeS, patch, number }) => line(timeS, { Lines: { [number]: patch } })),
  ]
}

function carSample(circuit: Circuit, laps: number): unknown {
  const speedKmh = laps === 0 ? 0 : Math.round(circuit.at(laps).speedMs * 3.6)
  return {
    Channels: {
      0: 9000 + speedKmh * 8,
      2: speedKmh,
      3: 1 + Math.floor(speedKmh / 48),
      4: speedKmh % 101,
      5: 0,
      45: 8,
    },
  }
}

function fix(circuit: Circuit, laps: number): unknown {
  const { x, y, z } = circuit.at(laps)
  return { Status: 'OnTrack', X: Math.round(x * 10), Y: Math.round(y * 10), Z: Math.round(z * 10) }
}

function byNumber(numbers: readonly number[], make: (car: number) => unknown): Record<string, unknown> {
  return Object.fromEntries(numbers.map((number, car) => [number, make(car)]))
}

function minutesText(ms: number): string {
  return `${Math.floor(ms / 60_000)}:${((ms % 60_000) / 1000).toFixed(3).padStart(6, '0')}`
}

function stamp(timeS: number): string {
  const ms = Math.round(timeS * 1000)
  return new Date(ms).toISOString().slice(11, 23)
}
