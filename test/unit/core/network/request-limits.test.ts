import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  ARCHIVE_LIMITS,
  freeAt,
  JOLPICA_LIMITS,
  mergeRecords,
  NO_REQUESTS,
  withRequest,
  type RequestLimit,
  type RequestRecord,
} from '@main/core/network/request-limits'

const NOW = Date.UTC(2026, 10, 26)
const HOUR_MS = 3_600_000

/** Sends `count` requests as soon as each may go, from NOW on. @returns when they went. */
function send(count: number, limits: readonly RequestLimit[], start: RequestRecord = NO_REQUESTS) {
  let record = start
  let now = NOW
  const sentAt: number[] = []
  for (let i = 0; i < count; i++) {
    now = freeAt(record, limits, now)
    record = withRequest(record, limits, now)
    sentAt.push(now)
  }
  return { sentAt, record }
}

/** The most requests in any stretch of `ms`. */
function densest(sentAt: readonly number[], ms: number): number {
  return Math.max(...sentAt.map((from) => sentAt.filter((at) => at >= from && at < from + ms).length))
}

describe('the limits of Jolpica', () => {
  it('let four requests go at once and then no more than four in any second', () => {
    const { sentAt } = send(40, JOLPICA_LIMITS)
    expect(sentAt[3]).toBe(NOW)
    expect(densest(sentAt, 1_000)).toBe(4)
  })

  it('let no more than 500 go in any hour', () => {
    const { sentAt, record } = send(500, JOLPICA_LIMITS)
    expect(sentAt.at(-1)! - NOW).toBeLessThan(HOUR_MS)
    expect(freeAt(record, JOLPICA_LIMITS, sentAt.at(-1)!)).toBe(NOW + HOUR_MS)
  })

  it('hold whatever the rhythm of the asking', () => {
    fc.assert(
      fc.property(fc.array(fc.nat({ max: 2_000 }), { maxLength: 60 }), (pauses) => {
        let record = NO_REQUESTS
        let now = NOW
        const sentAt: number[] = []
        for (const pause of pauses) {
          now = freeAt(record, JOLPICA_LIMITS, now + pause)
          record = withRequest(record, JOLPICA_LIMITS, now)
          sentAt.push(now)
        }
        return sentAt.length === 0 || densest(sentAt, 1_000) <= 4
      }),
    )
  })
})

describe('the limits of the archive', () => {
  it('let a whole session go at once, and session after session at four a second', () => {
    const { sentAt } = send(160, ARCHIVE_LIMITS)
    expect(sentAt[12]).toBe(NOW)
    expect((sentAt.at(-1)! - NOW) / 1000).toBeCloseTo(160 / 4 - 4, 0)
  })
})

describe('a record of requests', () => {
  it('forgets what counts for no limit any more', () => {
    const { record } = send(16, ARCHIVE_LIMITS)
    expect(withRequest(record, ARCHIVE_LIMITS, NOW + 60_000).sentAt).toEqual([NOW + 60_000])
  })

  it('waits for a host that asked for patience', () => {
    expect(freeAt({ ...NO_REQUESTS, heldUntil: NOW + 5_000 }, ARCHIVE_LIMITS, NOW)).toBe(NOW + 5_000)
    expect(freeAt({ ...NO_REQUESTS, heldUntil: NOW - 1 }, ARCHIVE_LIMITS, NOW)).toBe(NOW)
  })

  it('is joined with that of another process, each request counted once', () => {
    const ours = send(2, JOLPICA_LIMITS).record
    const both = mergeRecords(ours, { sentAt: [NOW - 50, ...ours.sentAt], heldUntil: NOW + 9 }, NOW)
    expect(both).toEqual({ sentAt: [NOW - 50, NOW, NOW + 1], heldUntil: NOW + 9 })
  })

  it('is not believed about the future, where a clock that was set back has left it', () => {
    const future = { sentAt: [NOW - 5, NOW + 60_000], heldUntil: NOW + 30 * 24 * HOUR_MS }
    expect(mergeRecords(NO_REQUESTS, future, NOW)).toEqual({ sentAt: [NOW - 5], heldUntil: 0 })
  })
})
