// How long a download will still take, from its own record. Pure: an estimate is a value that grows by samples.

/** Before this much time has passed a rate says more about the start of a connection than about the line. */
const LEAST_MS = 1_500

/** The rate is taken over the last so many ms: long enough to be calm, short enough to notice a change. */
const WINDOW_MS = 10_000

/** Samples closer together than this say nothing new. */
const SPACING_MS = 250

/** The shown time runs down by the clock and follows a new rate with this time constant, ms; so it does not jump. */
const FOLLOW_MS = 4_000

interface Sample {
  /** Monotonic ms. */
  readonly elapsed: number
  readonly done: number
}

export interface RemainingTime {
  readonly samples: readonly Sample[]
  readonly total: number
  /** ms as of the last sample; null while unknown. */
  readonly remainingMs: number | null
}

export const UNKNOWN_REMAINING: RemainingTime = { samples: [], total: 0, remainingMs: null }

/**
 * Takes one report of progress.
 * Unknown (null) while the total is, in the first one and a half seconds, when nothing came in the last ten, and
 * after the total or the count has started over.
 * @param elapsed monotonic ms of the report.
 */
export function withProgress(
  before: RemainingTime,
  done: number,
  total: number,
  elapsed: number,
): RemainingTime {
  const last = before.samples.at(-1)
  if (total <= 0) return UNKNOWN_REMAINING
  if (last === undefined || total !== before.total || done < last.done)
    return { samples: [{ elapsed, done }], total, remainingMs: null }
  const sinceMs = elapsed - last.elapsed
  if (sinceMs < SPACING_MS) return before
  const samples = [...inWindow(before.samples, elapsed), { elapsed, done }]
  return { samples, total, remainingMs: follow(before.remainingMs, measure(samples, total), sinceMs) }
}

/** The samples of the window and the one just before it, so that a window is never empty. */
function inWindow(samples: readonly Sample[], elapsed: number): readonly Sample[] {
  const first = samples.findIndex((sample) => sample.elapsed > elapsed - WINDOW_MS)
  return samples.slice(first === -1 ? -1 : Math.max(0, first - 1))
}

function measure(samples: readonly Sample[], total: number): number | null {
  const [first] = samples
  const last = samples.at(-1)
  if (first === undefined || last === undefined) return null
  const tookMs = last.elapsed - first.elapsed
  if (tookMs < LEAST_MS || last.done <= first.done) return null
  return ((total - last.done) * tookMs) / (last.done - first.done)
}

function follow(shown: number | null, measured: number | null, sinceMs: number): number | null {
  if (shown === null || measured === null) return measured
  const runDown = Math.max(0, shown - sinceMs)
  return runDown + (measured - runDown) * (1 - Math.exp(-sinceMs / FOLLOW_MS))
}
