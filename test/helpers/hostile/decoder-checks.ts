// What must hold of the session decoder whatever it is given: it throws nothing but AppError, ends in time, and its
// answer is as small and as orderly as that of a real session.

import type { SessionCode } from '@contract/ids'
import type { Lap, SessionLaps } from '@contract/laps'
import { AppError } from '@main/core/app-error'
import { decodeLaps } from '@main/core/session/decode-laps'
import { decodeSamples } from '@main/core/session/decode-samples'
import { MAX_DRIVERS, MAX_LAPS } from '@main/core/session/limits'
import { indexedItems, integerAt, parseDurationMs } from '@main/core/session/patch'
import type { SessionSamples } from '@main/core/session/samples'
import { readStream, visitCompressedStream } from '@main/core/session/stream'
import { readUtcUs } from '@main/core/session/utc'
import type { Topics } from './hostile-topics'

export const SESSION_CODES = ['R', 'S', 'Q', 'SQ', 'FP1'] as const satisfies readonly SessionCode[]

/**
 * Time a case may take: a share for the fixed cost and one by size, each some fifty times what this takes on a quiet
 * machine, so that only growth worse than linear or a hang is found.
 */
const ALLOWED_MS = 200
const ALLOWED_MS_PER_BYTE = 0.02

/** Messages of samples are inflated: a byte of input can become a thousand. */
const MAX_SAMPLES_PER_BYTE = 1000

/** How often a case that took too long is tried again: the machine may have been busy with something else. */
const TRIES = 3

/** The middle of the small session, so that something is left out before and behind it. */
const A_PART = [{ startMs: 100_000, endMs: 120_000 }]

/** Runs all readers and decoders over the topics. @throws Error that says what does not hold. */
export function checkDecoders(topics: Topics, session: SessionCode): void {
  const bytes = [...topics.values()].reduce((sum, { length }) => sum + length, 0)
  const allowedMs = ALLOWED_MS + bytes * ALLOWED_MS_PER_BYTE
  for (let tries = 1; ; tries++) {
    const start = performance.now()
    checkOnce(topics, session, bytes)
    const tookMs = performance.now() - start
    if (tookMs <= allowedMs) return
    if (tries === TRIES) throw new Error(`took ${tookMs.toFixed(0)} ms for ${bytes} bytes`)
  }
}

function checkOnce(topics: Topics, session: SessionCode, bytes: number): void {
  const laps = orAppError(() => decodeLaps(topics, { season: 2031, round: 1, session, source: 'archive' }))
  if (laps !== null) checkLaps(laps)
  const samples = orAppError(() => decodeSamples(topics))
  if (samples !== null) checkSamples(samples, bytes)
  const part = orAppError(() => decodeSamples(topics, A_PART))
  if (part !== null) checkSamples(part, bytes)
  for (const [topic, content] of topics) {
    readStream(topic, content)
    visitCompressedStream(topic, content, () => true)
    checkText(Buffer.from(content.subarray(0, 200)).toString('latin1'))
  }
}

/** Null where the action throws what it may throw. */
function orAppError<T>(action: () => T): T | null {
  try {
    return action()
  } catch (error) {
    if (error instanceof AppError) return null
    throw error
  }
}

function checkLaps(session: SessionLaps): void {
  hold(session.drivers.length <= MAX_DRIVERS, 'drivers are bounded')
  hold(session.warnings.length < 30, 'warnings are bounded')
  for (const { laps, fastest } of session.drivers) {
    // One more than the limit: that of a retirement.
    hold(laps.length <= MAX_LAPS + 1, 'laps are bounded')
    for (const [index, lap] of laps.entries()) checkLap(lap, index + 1)
    if (fastest !== null) {
      const lap = laps[fastest.lap - 1]
      hold(lap?.lapTimeMs === fastest.lapTimeMs && lap.personalBest && !lap.deleted, 'the fastest lap stands')
    }
  }
}

function checkLap(lap: Lap, number: number): void {
  hold(lap.lap === number, 'laps are numbered 1..n')
  const { lapTimeMs, startMs, endMs, pitInMs, pitOutMs, tyreLife, stint, position, sectorsMs } = lap
  for (const value of [
    lapTimeMs,
    startMs,
    endMs,
    pitInMs,
    pitOutMs,
    tyreLife,
    stint,
    position,
    ...sectorsMs,
  ]) {
    hold(value === null || Number.isSafeInteger(value), 'values are whole numbers')
  }
  hold(lapTimeMs === null || lapTimeMs >= 0, 'no lap takes less than no time')
  hold(/^\d{0,10}$/.test(lap.trackStatus), 'the track status is a few digits')
  hold(!lap.deleted || !lap.personalBest, 'a deleted lap is no personal best')
  if (!lap.accurate) return
  hold(
    !lap.generated && pitInMs === null && pitOutMs === null,
    'an accurate lap was timed and driven on track',
  )
  const sumMs = sectorsMs.reduce<number>((sum, sectorMs) => sum + (sectorMs ?? Number.NaN), 0)
  hold(lapTimeMs !== null && Math.abs(sumMs - lapTimeMs) <= 3, 'an accurate lap is the sum of its sectors')
}

function checkSamples({ cars, positionStampsMs }: SessionSamples, bytes: number): void {
  let count = positionStampsMs.length
  for (const { car, position } of cars.values()) {
    count += car.timeMs.length + position.timeMs.length
    const lengths = [car.speedKmh, car.rpm, car.throttlePct, car.brake, car.gear, car.drs].map((channel) => channel.length) // prettier-ignore
    hold(lengths.every((length) => length === car.timeMs.length), 'car channels are equally long') // prettier-ignore
    hold(isIncreasing(car.timeMs) && isIncreasing(position.timeMs), 'samples are in order')
  }
  hold(count <= bytes * MAX_SAMPLES_PER_BYTE, 'samples are bounded by what was read')
}

function isIncreasing(times: Float64Array): boolean {
  return times.every((time, index) => Number.isFinite(time) && (index === 0 || time > times[index - 1]!))
}

/** The readers of single values. */
function checkText(text: string): void {
  const durationMs = parseDurationMs(text)
  hold(durationMs === null || Number.isSafeInteger(durationMs), 'a duration is a whole number of ms')
  const integer = integerAt({ text }, 'text')
  hold(integer === null || Number.isSafeInteger(integer), 'a whole number is one')
  hold(
    indexedItems({ [text]: 1 }).every(([index]) => index >= 0 && index <= 9999),
    'an index is small',
  )
  readUtcUs(Buffer.from(text), 0, text.length)
}

function hold(condition: boolean, what: string): void {
  if (!condition) throw new Error(`does not hold: ${what}`)
}
