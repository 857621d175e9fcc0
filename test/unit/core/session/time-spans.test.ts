import { joinedSpans, touchesSpans, type TimeSpan } from '@main/core/session/time-spans'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'

const anySpans = fc.array(
  fc.tuple(fc.nat(200), fc.nat(30)).map(([startMs, length]): TimeSpan => ({
    startMs,
    endMs: startMs + length,
  })),
  { maxLength: 12 },
)

const contains = (spans: readonly TimeSpan[], at: number): boolean =>
  spans.some(({ startMs, endMs }) => at >= startMs && at <= endMs)

describe('joined spans', () => {
  it('cover what the spans cover with their padding, and nothing else', () => {
    fc.assert(
      fc.property(anySpans, fc.nat(20), fc.integer({ min: -50, max: 300 }), (spans, padMs, at) => {
        const padded = spans.map(({ startMs, endMs }) => ({ startMs: startMs - padMs, endMs: endMs + padMs }))
        expect(contains(joinedSpans(spans, padMs), at)).toBe(contains(padded, at))
      }),
    )
  })

  it('are apart from each other and in rising order', () => {
    fc.assert(
      fc.property(anySpans, fc.nat(20), (spans, padMs) => {
        const joined = joinedSpans(spans, padMs)
        for (const [i, { startMs }] of joined.slice(1).entries())
          expect(startMs).toBeGreaterThan(joined[i]!.endMs)
      }),
    )
  })

  it('are touched by exactly the ranges that share an instant with one of them', () => {
    fc.assert(
      fc.property(anySpans, fc.integer({ min: -20, max: 250 }), fc.nat(40), (spans, fromMs, length) => {
        const toMs = fromMs + length
        const shared = spans.some(({ startMs, endMs }) => startMs <= toMs && endMs >= fromMs)
        expect(touchesSpans(joinedSpans(spans, 0), fromMs, toMs)).toBe(shared)
      }),
    )
  })
})
