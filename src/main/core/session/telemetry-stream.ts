// Walks a telemetry topic message by message and finds its part of the common clock.

import { visitCompressedStream } from './stream'
import { MessageScanner, parseMessage, StagedMessage, type MessageShape } from './telemetry-message'

/** Takes over one entry: its instant, and its samples as numbers `from` (included) to `to` of `values`. */
type EntryVisitor = (dateUs: number, values: Float64Array, from: number, to: number) => void

export interface TelemetryReading {
  /**
   * Largest (sample date - line stamp) in microseconds: the sample that was under way the shortest. -Infinity for
   * a topic without samples.
   */
  readonly leadUs: number
  readonly warnings: readonly string[]
}

/** Hands every entry that has samples to `visit`, in file order. */
export function visitEntries(
  topic: string,
  bytes: Uint8Array,
  shape: MessageShape,
  visit: EntryVisitor,
): TelemetryReading {
  const scanner = new MessageScanner(shape)
  const staged = new StagedMessage()
  let leadUs = Number.NEGATIVE_INFINITY
  const warnings = visitCompressedStream(topic, bytes, (lineMs, json) => {
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
  return { leadUs, warnings }
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

/** Indices 0, 1, … n - 1. */
export function plainOrder(length: number): Int32Array {
  return Int32Array.from({ length }, (_, index) => index)
}
