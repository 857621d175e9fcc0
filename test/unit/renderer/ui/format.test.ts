import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  bytes,
  dateTime,
  dateTimeInZone,
  day,
  duration,
  elapsed,
  lapTime,
  listed,
  relativeTime,
  span,
  timeLeft,
  timeThere,
} from '@renderer/ui/format'

describe('times and sizes as people read them', () => {
  it('writes lap times as minutes, seconds and milliseconds', () => {
    expect(lapTime(75_586)).toBe('1:15.586')
    expect(lapTime(60_000)).toBe('1:00.000')
    expect(lapTime(59_004)).toBe('59.004')
    expect(lapTime(602_034)).toBe('10:02.034')
  })

  it('loses no millisecond of any lap time', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 3_600_000 }), (ms) => {
        const [seconds, minutes = '0'] = lapTime(ms).split(':').toReversed()
        return Math.round(Number(minutes) * 60_000 + Number(seconds) * 1000) === ms
      }),
    )
  })

  it('counts waiting time in minutes and seconds, never below zero', () => {
    expect(elapsed(72_900)).toBe('1:12')
    expect(elapsed(900)).toBe('0:00')
    expect(elapsed(-5)).toBe('0:00')
  })

  it('tells the time still to come in steps that do not flicker', () => {
    expect([400, 7_200, 11_000, 14_900, 59_000, 61_000].map(timeLeft)).toEqual([
      '1 sec',
      '8 sec',
      '15 sec',
      '15 sec',
      '1 min',
      '2 min',
    ])
  })

  it('tells how long something took in minutes and hours where seconds say little', () => {
    expect([2_300, 72_000, 3_900_000].map(span)).toEqual(['2.3 s', '1 min, 12 sec', '1 hr, 5 min'])
    // Not "60 sec".
    expect(span(119_700)).toBe('2 min, 0 sec')
  })

  it('tells an instant from another in the largest unit that fits', () => {
    const now = Date.UTC(2026, 10, 26, 12)
    const steps = [10_000, 90_000, 3 * 3_600_000, 26 * 3_600_000, -40_000, -2 * 3_600_000]
    expect(steps.map((ms) => relativeTime(now + ms, now))).toEqual([
      'now',
      'in 2 minutes',
      'in 3 hours',
      'tomorrow',
      '1 minute ago',
      '2 hours ago',
    ])
  })

  it('names the zone of an instant that is planned', () => {
    const at = Date.UTC(2026, 10, 30, 3)
    expect(dateTimeInZone(at, 'UTC')).toMatch(/Mon, Nov 30, 0?3:00 AM UTC/)
    expect(dateTimeInZone(at, 'America/New_York')).toMatch(/Sun, Nov 29, 10:00 PM EST/)
  })

  it('writes sizes in binary units, as the limits are given', () => {
    expect(bytes(812)).toBe('812 B')
    expect(bytes(11_732)).toBe('11.5 KiB')
    expect(bytes(64 * 2 ** 20)).toBe('64.0 MiB')
    expect(bytes(512 * 2 ** 20)).toBe('512 MiB')
    expect(bytes(2 * 2 ** 30)).toBe('2.0 GiB')
  })

  it('keeps the decimals of what took less than ten milliseconds', () => {
    expect(duration(0.84)).toBe('0.8 ms')
    expect(duration(14.2)).toBe('14 ms')
    expect(duration(2340)).toBe('2.3 s')
  })

  it('reads instants as UTC and shows them in the zone asked for', () => {
    const start = Date.UTC(2025, 9, 25, 21, 0)
    expect(dateTime(start, 'America/Mexico_City')).toMatch(/15|3/)
    expect(dateTime(start, 'Europe/Berlin')).toMatch(/23|11/)
  })

  it('shows the time elsewhere without the day where it is the same day, and with it where not', () => {
    const start = Date.UTC(2025, 9, 25, 21, 0)
    const there = (offsetHours: number) => timeThere(start, offsetHours * 3_600_000, 'UTC')
    expect(there(-6)).toMatch(/^0?3|^15/)
    expect(there(-6)).not.toMatch(/25/)
    expect(there(9)).toMatch(/26/)
  })

  it('writes the day of a session with its year: the wall holds more than one season', () => {
    expect(day(Date.UTC(2025, 9, 24, 12))).toContain('2025')
    expect(day(Date.UTC(2025, 9, 24, 12))).toContain('24')
  })

  it('lists names so that each is there once, in their order', () => {
    expect(listed(['Ada'])).toBe('Ada')
    expect(listed(['Ada', 'Ben', 'Cem'])).toMatch(/^Ada.+Ben.+Cem$/)
  })
})
