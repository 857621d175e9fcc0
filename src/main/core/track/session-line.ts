// Which line a session's laps are put on: its own where it has laps enough, else the one another session of the same
// circuit and season has left, if the two agree. Lines of one circuit agree to 0.05 m between seasons even, while a line
// of three laps is a fifth worse than one of ten: what is known already is better than what can be made anew.

import { say } from '@contract/phrases'
import { AppError } from '../app-error'
import type { PositionSamples, SessionSamples } from '../session/samples'
import { hasFix, type LapWindow } from './lap-traces'
import type { CircuitLine } from './line-codec'
import { projectorOf } from './projector'
import { buildTrackLine, type TrackLine } from './track-line'

export interface SessionLine {
  readonly line: TrackLine
  readonly origin: 'session' | 'circuit'
  /** Sentences for people. */
  readonly warnings: readonly string[]
}

/** On a circuit that is known, a line of one lap is wrong by 0.10 G rms, of ten by 0.070, of forty by 0.063. */
const ENOUGH_LAPS = 10
/** Lines agree where the median fix is this near; one tenth of a metre is the rounding of a fix. */
const AGREEING_M = 0.1
const GATE_M = 1
/** Share of the fast fixes that must lie on a line that agrees. */
const FEWEST_ON_LINE = 0.8
/** With fewer there is nothing to compare. */
const FEWEST_FIXES = 60
/** Nobody is so fast in a pit lane (80 km/h), m/s. */
const FAST_MS = 30
const LONGEST_STEP_MS = 1000

/**
 * @param known the best line of the same circuit so far, or null.
 * @throws AppError `session/no-line` as `buildTrackLine`, when there is no line that agrees either.
 */
export function findSessionLine(
  samples: SessionSamples,
  windows: readonly LapWindow[],
  known: CircuitLine | null,
): SessionLine {
  const own = tryOwn(samples, windows)
  if (own instanceof AppError) {
    if (known === null) throw own
    const agreement = compare(known.line, samples)
    if (agreement === 'differs') throw own
    return taken(
      known,
      agreement === 'agrees'
        ? say('line-borrowed-too-few', nameOf(known))
        : say('line-borrowed-no-positions', nameOf(known)),
    )
  }
  if (own.laps >= ENOUGH_LAPS || known === null || known.line.laps <= own.laps)
    return { line: own, origin: 'session', warnings: [] }
  if (compare(known.line, samples) !== 'agrees') return { line: own, origin: 'session', warnings: [] }
  return taken(
    known,
    own.laps === 1
      ? say('line-borrowed-one-lap', nameOf(known))
      : say('line-borrowed-few-laps', { ...nameOf(known), count: own.laps }),
  )
}

function tryOwn(samples: SessionSamples, windows: readonly LapWindow[]): TrackLine | AppError {
  try {
    return buildTrackLine(samples, windows)
  } catch (error) {
    if (error instanceof AppError) return error
    throw error
  }
}

function taken({ line }: CircuitLine, warning: string): SessionLine {
  return { line, origin: 'circuit', warnings: [warning] }
}

function nameOf({ session, round }: CircuitLine): { readonly code: string; readonly round: number } {
  return { code: session, round }
}

/** Whether the session's cars drove on this line; `unknown` where hardly a fast fix was recorded. */
function compare(line: TrackLine, samples: SessionSamples): 'agrees' | 'differs' | 'unknown' {
  const offsets: number[] = []
  let fast = 0
  for (const { position } of samples.cars.values()) {
    const { offset } = projectorOf(line).follow(position, 0, position.timeMs.length, GATE_M)
    for (let i = 1; i < offset.length; i++) {
      if (!isFast(position, i)) continue
      fast++
      if (!Number.isNaN(offset[i]!)) offsets.push(Math.abs(offset[i]!))
    }
  }
  if (fast < FEWEST_FIXES) return 'unknown'
  if (offsets.length < FEWEST_ON_LINE * fast) return 'differs'
  return offsets.sort((a, b) => a - b)[offsets.length >> 1]! < AGREEING_M ? 'agrees' : 'differs'
}

function isFast(position: PositionSamples, i: number): boolean {
  if (!hasFix(position, i) || !hasFix(position, i - 1)) return false
  const elapsedMs = position.timeMs[i]! - position.timeMs[i - 1]!
  const stepM = Math.hypot(position.xM[i]! - position.xM[i - 1]!, position.yM[i]! - position.yM[i - 1]!)
  return elapsedMs <= LONGEST_STEP_MS && 1000 * stepM > FAST_MS * elapsedMs
}
