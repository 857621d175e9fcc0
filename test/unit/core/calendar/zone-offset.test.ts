import { describe, expect, it } from 'vitest'
import { zoneOffsetMs } from '@main/core/calendar/zone-offset'

const HOUR_MS = 3_600_000

describe('the offset of a zone', () => {
  it('follows its changes of clocks', () => {
    expect(zoneOffsetMs('America/New_York', Date.UTC(2026, 0, 1))).toBe(-5 * HOUR_MS)
    expect(zoneOffsetMs('America/New_York', Date.UTC(2026, 6, 1))).toBe(-4 * HOUR_MS)
    expect(zoneOffsetMs('Asia/Kolkata', Date.UTC(2026, 0, 1))).toBe(5.5 * HOUR_MS)
    expect(zoneOffsetMs('UTC', Date.UTC(2026, 0, 1))).toBe(0)
  })

  it('is not invented for a zone that does not exist', () => {
    expect(() => zoneOffsetMs('Europe/Atlantis', 0)).toThrow(RangeError)
  })
})
