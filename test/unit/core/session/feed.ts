// Small hand-written feeds in the archive's wire format.

import { deflateRawSync } from 'node:zlib'
import type { StreamMessage } from '@main/core/session/stream'

/** Seconds of session time as the archive stamps a line. */
export function stampOf(seconds: number): string {
  const ms = Math.round(seconds * 1000)
  const two = (value: number): string => String(Math.floor(value)).padStart(2, '0')
  const rest = String(ms % 1000).padStart(3, '0')
  return `${two(ms / 3_600_000)}:${two((ms / 60_000) % 60)}:${two((ms / 1000) % 60)}.${rest}`
}

/** Lines of a plain topic: seconds of session time, payload. */
export function stream(...lines: readonly (readonly [seconds: number, payload: unknown])[]): Uint8Array {
  return Buffer.from(
    lines.map(([seconds, payload]) => `${stampOf(seconds)}${JSON.stringify(payload)}\r\n`).join(''),
  )
}

/** Lines of a `.z` topic. */
export function compressedStream(
  ...lines: readonly (readonly [seconds: number, payload: unknown])[]
): Uint8Array {
  const quoted = (payload: unknown): string =>
    `"${deflateRawSync(JSON.stringify(payload)).toString('base64')}"`
  return Buffer.from(lines.map(([seconds, payload]) => `${stampOf(seconds)}${quoted(payload)}\r\n`).join(''))
}

/** Lines of a topic with `Lines`, all of one car. */
export function carStream(
  number: string,
  ...lines: readonly (readonly [seconds: number, patch: unknown])[]
): Uint8Array {
  return stream(...lines.map(([seconds, patch]) => [seconds, { Lines: { [number]: patch } }] as const))
}

/** The same as messages that have been read. */
export function carMessages(
  number: string,
  ...lines: readonly (readonly [seconds: number, patch: unknown])[]
): readonly StreamMessage[] {
  return lines.map(([seconds, patch]) => ({
    timeMs: seconds * 1000,
    payload: { Lines: { [number]: patch } },
  }))
}

/** A sector time as a patch: `sector(2, '31.2')`. */
export function sector(number: 1 | 2 | 3, value: string): Record<string, unknown> {
  return { Sectors: { [number - 1]: { Value: value } } }
}

/** The crossing of the line: the lap counter, and the time of the lap that ended. */
export function crossing(laps: number, lapTime?: string): Record<string, unknown> {
  return { NumberOfLaps: laps, ...(lapTime === undefined ? {} : { LastLapTime: { Value: lapTime } }) }
}

/**
 * A car's way through a practice: out of the pits at 100 s, an out-lap to 200 s, then laps of the given times in
 * seconds, sectors of 30 s, 30 s and the rest, every message without delay.
 */
export function practiceRun(lapTimesS: readonly number[]): (readonly [seconds: number, patch: unknown])[] {
  const lines: (readonly [number, unknown])[] = [
    [0, { InPit: true, LastLapTime: { Value: '' }, Sectors: [{ Value: '' }, { Value: '' }, { Value: '' }] }],
    [100, { InPit: false, NumberOfLaps: 1 }],
    [170, sector(2, '30.000')],
    [200, { ...sector(3, '30.000'), ...crossing(2) }],
  ]
  let endS = 200
  for (const [index, lapTimeS] of lapTimesS.entries()) {
    const text = `${Math.floor(lapTimeS / 60)}:${(lapTimeS % 60).toFixed(3).padStart(6, '0')}`
    lines.push([endS + 30, sector(1, '30.000')], [endS + 60, sector(2, '30.000')])
    endS += lapTimeS
    lines.push([
      endS,
      {
        ...sector(3, (lapTimeS - 60).toFixed(3)),
        ...crossing(index + 3, text),
        BestLapTime: { Value: text },
      },
    ])
  }
  return lines
}
