import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  backOffMs,
  clockTime,
  isStatusWorthRepeating,
  mayTryAgain,
  NO_ATTEMPTS,
  RETRY_POLICY,
  retryAfterAt,
  withAttempt,
} from '@main/core/network/retry-policy'

const NOW = Date.UTC(2026, 10, 26, 14, 5, 0)

describe('whether to try again', () => {
  it.each([408, 425, 429, 500, 502, 503, 504])('is yes for status %i', (status) => {
    expect(isStatusWorthRepeating(status)).toBe(true)
  })

  it.each([200, 206, 301, 304, 400, 401, 403, 404, 410])('is no for status %i', (status) => {
    expect(isStatusWorthRepeating(status)).toBe(false)
  })

  it('is no after four strikes, or twenty attempts in all', () => {
    expect(mayTryAgain({ attempts: 3, strikes: 3 }, RETRY_POLICY)).toBe(true)
    expect(mayTryAgain({ attempts: 4, strikes: 4 }, RETRY_POLICY)).toBe(false)
    expect(mayTryAgain({ attempts: 12, strikes: 0 }, RETRY_POLICY)).toBe(true)
    expect(mayTryAgain({ attempts: 20, strikes: 0 }, RETRY_POLICY)).toBe(false)
  })
})

describe('an attempt', () => {
  it('is a strike when it got no further, and two when it took all its time', () => {
    const one = withAttempt(NO_ATTEMPTS, RETRY_POLICY, 0, 1)
    expect(one).toEqual({ attempts: 1, strikes: 1 })
    expect(withAttempt(one, RETRY_POLICY, 1_000, 2)).toEqual({ attempts: 2, strikes: 3 })
  })

  it('wipes out the strikes before it when it got well further', () => {
    expect(withAttempt({ attempts: 3, strikes: 3 }, RETRY_POLICY, 65_536, 2)).toEqual({
      attempts: 4,
      strikes: 0,
    })
  })
})

describe('the wait before the next attempt', () => {
  it('doubles its limit with each strike, up to a highest', () => {
    const longest = [1, 2, 3, 4, 5, 6, 9].map((strikes) =>
      backOffMs({ attempts: strikes, strikes }, RETRY_POLICY, 1),
    )
    expect(longest).toEqual([500, 1_000, 2_000, 4_000, 8_000, 8_000, 8_000])
  })

  it('is anything from zero to the limit: full jitter', () => {
    fc.assert(
      fc.property(fc.nat({ max: 30 }), fc.double({ min: 0, max: 1, noNaN: true }), (strikes, random) => {
        const ms = backOffMs({ attempts: strikes, strikes }, RETRY_POLICY, random)
        return ms >= 0 && ms <= RETRY_POLICY.capMs
      }),
    )
    expect(backOffMs({ attempts: 3, strikes: 3 }, RETRY_POLICY, 0)).toBe(0)
    expect(backOffMs({ attempts: 3, strikes: 3 }, RETRY_POLICY, 0.5)).toBe(1_000)
  })
})

describe('Retry-After', () => {
  it.each([
    ['120', NOW + 120_000],
    [' 0 ', NOW],
    ['Thu, 26 Nov 2026 14:06:00 GMT', NOW + 60_000],
    ['Thursday, 26-Nov-26 14:06:00 GMT', NOW + 60_000],
    ['Thu, 26 Nov 2026 13:00:00 GMT', NOW],
  ])('"%s" is understood', (header, at) => {
    expect(retryAfterAt(header, NOW)).toBe(at)
  })

  it.each([undefined, '', 'soon', '-5', '1.5', '99999999999999999999', 'Thu, 99 Foo 2026'])(
    '"%s" says nothing',
    (header) => {
      expect(retryAfterAt(header, NOW)).toBeNull()
    },
  )

  it('is told as a time of day, never too early', () => {
    expect(clockTime(NOW + 29_001)).toBe('14:05:30 UTC')
  })
})
