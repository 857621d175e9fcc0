// Stretches of session time: which part of a telemetry topic is wanted. Pure.

/** Session time in ms, both ends included. */
export interface TimeSpan {
  readonly startMs: number
  readonly endMs: number
}

/** The same time as few spans as possible, each `padMs` longer at both ends: disjoint, in rising order. */
export function joinedSpans(spans: readonly TimeSpan[], padMs: number): readonly TimeSpan[] {
  const joined: { startMs: number; endMs: number }[] = []
  for (const { startMs, endMs } of spans.toSorted((a, b) => a.startMs - b.startMs)) {
    const last = joined.at(-1)
    if (last !== undefined && startMs - padMs <= last.endMs) last.endMs = Math.max(last.endMs, endMs + padMs)
    else joined.push({ startMs: startMs - padMs, endMs: endMs + padMs })
  }
  return joined
}

/** True when some part of `fromMs` to `toMs` lies in one of the spans, which are disjoint and in rising order. */
export function touchesSpans(spans: readonly TimeSpan[], fromMs: number, toMs: number): boolean {
  let low = 0
  let high = spans.length
  while (low < high) {
    const middle = (low + high) >>> 1
    if (spans[middle]!.endMs < fromMs) low = middle + 1
    else high = middle
  }
  return low < spans.length && spans[low]!.startMs <= toMs
}
