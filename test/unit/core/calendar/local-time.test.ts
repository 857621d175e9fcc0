import { describe, expect, it } from 'vitest'
import { isoWithOffset, utcOffset } from '@main/core/calendar/local-time'

const HOUR_MS = 3_600_000

describe('the time at a circuit', () => {
  it.each([
    [0, '+00:00'],
    [-6 * HOUR_MS, '-06:00'],
    [5.5 * HOUR_MS, '+05:30'],
    [-3.5 * HOUR_MS, '-03:30'],
    [11 * HOUR_MS, '+11:00'],
  ])('has its offset written as ISO 8601 does: %i ms is %s', (offsetMs, text) => {
    expect(utcOffset(offsetMs)).toBe(text)
  })

  it('may be of another day than UTC, and is the same instant', () => {
    const at = Date.UTC(2023, 10, 19, 6)
    expect(isoWithOffset(at, -8 * HOUR_MS)).toBe('2023-11-18T22:00:00-08:00')
    expect(Date.parse(isoWithOffset(at, -8 * HOUR_MS))).toBe(at)
  })
})
