// Walks a telemetry topic message by message and finds its part of the common clock.

import { visitCompressedStream } from './stream'
import { MessageScanner, parseMessage, StagedMessage, type MessageShape } from './telemetry-message'
import { touchesSpans, type TimeSpan } from './time-spans'

/** Takes over one entry: its instant, and its samples as numbers `from` (included) to `to` of `values`. */
type EntryVisitor = (dateUs: number, values: Float64Array, from: number, to: number) => void

export interface TelemetryReading {
  /**
   * Largest (sample date - line stamp) in microseconds: the sample that was under way the shortest. -Infinity for
   * a topic without samples.
   */
  readonly leadUs: number
  /**
   * The lead that the first message left out was judged by, Infinity when none was. If the session's true lead is
   * larger than this by more than `LEAD_SLACK_MS`, messages may have been left out wrongly.
   */
  readonly judgedByUs: number
  readonly warnings: readonly string[]
}

/**
 * How far the lead may still grow after the first message has been left out. Messages of one second are under way
 * up to 1.9 s more than the quickest; five seconds more to decode cost a few lines a span.
 */
export const LEAD_SLACK_MS = 5000

/**
 * Hands every entry that has samples to `visit`, in file order.
 *
 * @param spans null: all of it. Otherwise messages without an instant in these spans (and `LEAD_SLACK_MS` behind
 *   each) are not parsed; only their dates are read, as the clock's zero needs those of every message.
 */
export function visitEntries(
  topic: string,
  bytes: Uint8Array,
  shape: MessageShape,
  spans: readonly TimeSpan[] | null,
  visit: EntryVisitor,
): TelemetryReading {
  const scanner = new MessageScanner(shape)
  const staged = new StagedMessage()
  let leadUs = Number.NEGATIVE_INFINITY
  let judgedByUs = Number.POSITIVE_INFINITY
  const isLeftOut = (lineMs: number, json: Buffer): boolean => {
    if (spans === null || !scanner.scanDates(json, staged)) return false
    const firstUs = Math.min(...staged.dateUs)
    const lastUs = Math.max(...staged.dateUs)
    leadUs = Math.max(leadUs, lastUs - lineMs * 1000)
    // The true zero is not known yet: it is at the lead so far, or up to the slack later.
    const fromMs = (firstUs - leadUs) / 1000 - LEAD_SLACK_MS
    if (touchesSpans(spans, fromMs, (lastUs - leadUs) / 1000)) return false
    judgedByUs = Math.min(judgedByUs, leadUs)
    return true
  }
  const warnings = visitCompressedStream(topic, bytes, (lineMs, json) => {
    if (isLeftOut(lineMs, json)) return true
    if (!scanner.scan(json, staged) && !parseMessage(json, shape, staged)) return false
    let from = 0
    for (const [entry, to] of staged.ends.entries()) {
      const dateUs = staged.dateUs[entry]!
      if (to > from) {
        leadUs = Math.max(leadUs, dateUs - lineMs * 1000)
        visit(dateUs, staged.values, from, to)
      }
      from = to
    }
    return true
  })
  return { leadUs, judgedByUs, warnings }
}

/**
 * Indices that bring samples into strictly increasing order of `keys`; of samples with equal keys the one received
 * last stays. Null when they are so already, as nearly all streams are.
 */
export function strictOrder(keys: Float64Array | Int32Array, length: number): Int32Array | null {
  let isStrict = true
  for (let i = 1; i < length && isStrict; i++) isStrict = keys[i]! > keys[i - 1]!
  if (isStrict) return null
  const order = Int32Array.from({ length }, (_, index) => index).sort((a, b) => keys[a]! - keys[b]! || a - b)
  return order.filter((index, i) => i + 1 === length || keys[index]! !== keys[order[i + 1]!]!)
}
