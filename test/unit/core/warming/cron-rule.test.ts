import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { AppError } from '@main/core/app-error'
import { latestUntil, nextAfter, nextRuns, parseRule } from '@main/core/warming/cron-rule'

const HOUR_MS = 3_600_000
const DAY_MS = 24 * HOUR_MS

function iso(instants: readonly number[]): readonly string[] {
  return instants.map((at) => new Date(at).toISOString().slice(0, 16))
}

function refusal(text: string, zone = 'UTC'): string {
  try {
    parseRule(text, zone)
  } catch (error) {
    if (error instanceof AppError) return `${error.code}: ${error.detail}`
    throw error
  }
  return 'accepted'
}

interface Local {
  readonly label: string
  readonly minute: number
  readonly hour: number
  readonly weekday: string
}

/** By a method of its own: what a clock and a calendar on the wall of that zone show. */
function local(zone: string, at: number): Local {
  const format = new Intl.DateTimeFormat('en-GB', {
    timeZone: zone,
    weekday: 'short',
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
  })
  const parts = new Map(format.formatToParts(at).map(({ type, value }) => [type, value]))
  const part = (type: Intl.DateTimeFormatPartTypes) => parts.get(type) ?? ''
  return {
    label: `${part('year')}-${part('month')}-${part('day')} ${part('hour')}:${part('minute')}`,
    minute: Number(part('minute')),
    hour: Number(part('hour')),
    weekday: part('weekday'),
  }
}

describe('a line that cannot be a rule', () => {
  it('is refused with what is wrong about it', () => {
    expect(refusal('0 3 * *')).toBe('schedule/unreadable: it has 4 fields, not 5')
    expect(refusal('')).toContain('1 fields')
    expect(refusal('0 0 3 * * 1')).toContain('6 fields')
    expect(refusal('@reboot')).toContain('1 fields')
    expect(refusal('@weekly')).toContain('1 fields')
    expect(refusal('60 3 * * 1')).toMatch(/60.*0-59/)
    expect(refusal('0 3 * * fooday')).toMatch(/^schedule\/unreadable/)
    expect(refusal('0 3 * * 1', 'Europe/Atlantis')).toContain('no such time zone')
    expect(refusal('0 3 * * 1', '')).toContain('no such time zone')
  })

  it('is refused where the library would roll a die', () => {
    expect(refusal('H 3 * * 1')).toContain('H is not supported')
    expect(refusal('H/30 3 * * 1')).toContain('H is not supported')
    expect(refusal('0 3 * * THU')).toBe('accepted')
  })

  it('is refused when no such day exists, without a search that never ends', () => {
    expect(refusal('0 3 31 2 *')).toMatch(/^schedule\/unreadable/)
    expect(refusal('0 3 30 2 *')).toMatch(/^schedule\/unreadable/)
    expect(refusal('0 3 31 4,6,9,11 *')).toMatch(/^schedule\/unreadable/)
    expect(refusal('0 3 29 2 *')).toBe('accepted')
  })

  it.each(['* * * * *', '*/10 * * * *', '0,5 3 * * 1', '0,50 * * * *'])(
    'is refused when it asks oftener than every quarter of an hour: %s',
    (text) => expect(refusal(text)).toMatch(/every \d+ minutes; every 15/),
  )

  it('is refused also when only midnight lies between the two', () => {
    expect(refusal('0,55 0,23 * * *')).toContain('every 5 minutes')
    expect(refusal('*/15 * * * *')).toBe('accepted')
  })
})

describe('a year of Mondays at three in New York', () => {
  it('has 52 of them, each at three by the clocks there', () => {
    const rule = parseRule('0 3 * * 1', 'America/New_York')
    const from = Date.UTC(2026, 0, 1)
    const runs = nextRuns(rule, from, 60).filter((at) => at < Date.UTC(2027, 0, 1))
    expect(runs).toHaveLength(52)
    // By hand: Eastern Standard Time (8 h after 2026-01-05T00:00Z), Daylight Time from 8 March to 1 November.
    const byHand = Array.from({ length: 52 }, (_, week) => {
      const monday = Date.UTC(2026, 0, 5) + week * 7 * DAY_MS
      const isSummer = monday >= Date.UTC(2026, 2, 8) && monday < Date.UTC(2026, 10, 1)
      return monday + (isSummer ? 7 : 8) * HOUR_MS
    })
    expect(iso(runs)).toEqual(iso(byHand))
  })

  it('has 53 when the year begins on one', () => {
    const rule = parseRule('0 3 * * 1', 'America/New_York')
    const runs = nextRuns(rule, Date.UTC(2023, 11, 31, 12), 60).filter((at) => at < Date.UTC(2025, 0, 1))
    expect(runs).toHaveLength(53)
  })
})

describe('an hour that the clocks skip', () => {
  it('runs once, when the gap ends', () => {
    const daily = parseRule('30 2 * * *', 'America/New_York')
    expect(iso(nextRuns(daily, Date.UTC(2026, 2, 7), 3))).toEqual([
      '2026-03-07T07:30',
      '2026-03-08T07:00',
      '2026-03-09T06:30',
    ])
  })

  it('runs once however often the rule would have come true in it', () => {
    const often = parseRule('0,15,30,45 2 * * *', 'America/New_York')
    expect(iso(nextRuns(often, Date.UTC(2026, 2, 8), 2))).toEqual(['2026-03-08T07:00', '2026-03-09T06:00'])
  })

  it('is survived also when it is a whole day', () => {
    // Samoa went from the 29th to the 31st of December 2011.
    const daily = parseRule('0 12 * * *', 'Pacific/Apia')
    expect(iso(nextRuns(daily, Date.UTC(2011, 11, 29), 4))).toEqual([
      '2011-12-29T22:00',
      '2011-12-30T10:00',
      '2011-12-30T22:00',
      '2011-12-31T22:00',
    ])
  })
})

describe('an hour that the clocks repeat', () => {
  it('runs once, the first time', () => {
    const daily = parseRule('30 1 * * *', 'America/New_York')
    const runs = ['2026-10-31T05:30', '2026-11-01T05:30', '2026-11-02T06:30']
    expect(iso(nextRuns(daily, Date.UTC(2026, 9, 31), 3))).toEqual(runs)
  })

  it('does so also for one who begins to count between the two', () => {
    const daily = parseRule('30 1 * * *', 'America/New_York')
    const between = Date.UTC(2026, 10, 1, 6)
    expect(iso([latestUntil(daily, between), nextAfter(daily, between)])).toEqual([
      '2026-11-01T05:30',
      '2026-11-02T06:30',
    ])
  })

  it('is right where the clocks change by half an hour', () => {
    const daily = parseRule('45 1 * * *', 'Australia/Lord_Howe')
    expect(iso(nextRuns(daily, Date.UTC(2026, 3, 4), 2))).toEqual(['2026-04-04T14:45', '2026-04-05T15:15'])
  })
})

describe('any rule in any zone', () => {
  const zone = fc.constantFrom(
    'UTC',
    'America/New_York',
    'Europe/Paris',
    'Australia/Lord_Howe',
    'America/Sao_Paulo',
    'Africa/Casablanca',
    'Pacific/Apia',
    'Asia/Kathmandu',
    'America/St_Johns',
  )
  const someOf = (values: readonly number[]) =>
    fc.subarray([...values], { minLength: 1, maxLength: 4 }).map((chosen) => chosen.join(','))
  const hours = Array.from({ length: 24 }, (_, hour) => hour)
  const rule = fc.record({
    minute: someOf([0, 15, 30, 45]),
    hour: fc.oneof(fc.constant('*'), someOf(hours), someOf([0, 1, 2, 3])),
    weekday: fc.oneof(fc.constant('*'), someOf([0, 1, 2, 3, 4, 5, 6])),
  })
  const WEEKDAYS = ['Sun', 'Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat']
  const includes = (field: string, value: number) =>
    field === '*' || field.split(',').map(Number).includes(value)
  const from = fc.integer({ min: Date.UTC(2011, 0, 1), max: Date.UTC(2036, 0, 1) })
  /** Near changes of clocks: there every second one looks like any other. */
  const nearChange = fc
    .tuple(
      fc.constantFrom(
        Date.UTC(2026, 2, 8, 7),
        Date.UTC(2026, 10, 1, 6),
        Date.UTC(2026, 2, 29, 1),
        Date.UTC(2011, 11, 30, 10),
      ),
      fc.integer({ min: -2 * DAY_MS, max: DAY_MS }),
    )
    .map(([change, ms]) => change + ms)

  it('comes true at increasing instants that show its own date and time, or end a gap, none twice', () => {
    fc.assert(
      fc.property(rule, zone, fc.oneof(from, nearChange), ({ minute, hour, weekday }, zone, at) => {
        const runs = nextRuns(parseRule(`${minute} ${hour} * * ${weekday}`, zone), at, 12)
        const labels = runs.map((run) => local(zone, run))
        expect(new Set(labels.map(({ label }) => label)).size).toBe(runs.length)
        runs.forEach((run, i) => {
          expect(run).toBeGreaterThan(i === 0 ? at : runs[i - 1]!)
          const shown = labels[i]!
          const isOwn =
            includes(minute, shown.minute) &&
            includes(hour, shown.hour) &&
            includes(weekday, WEEKDAYS.indexOf(shown.weekday))
          const beforeMinutes = Date.parse(`${local(zone, run - 60_000).label.replace(' ', 'T')}Z`)
          const shownMinutes = Date.parse(`${shown.label.replace(' ', 'T')}Z`)
          const endsGap = shownMinutes - beforeMinutes > 60_000
          expect(isOwn || endsGap, `${shown.label} ${zone}`).toBe(true)
        })
      }),
      { numRuns: 150 },
    )
  })

  it('has the same instants from wherever one counts, forwards and backwards', () => {
    fc.assert(
      fc.property(rule, zone, fc.oneof(from, nearChange), ({ minute, hour, weekday }, zone, at) => {
        const parsed = parseRule(`${minute} ${hour} * * ${weekday}`, zone)
        const afresh = () => ({ ...parsed, memo: { latest: Number.NaN, next: Number.NaN } })
        const next = nextAfter(afresh(), at)
        const latest = latestUntil(afresh(), at)
        expect(latest).toBeLessThanOrEqual(at)
        expect(nextAfter(afresh(), latest)).toBe(next)
        expect(latestUntil(afresh(), next)).toBe(next)
        expect(latestUntil(afresh(), next - 1)).toBe(latest)
        // And with what it remembers of the question before.
        expect(latestUntil(parsed, at)).toBe(latest)
        expect([nextAfter(parsed, at), nextAfter(parsed, latest)]).toEqual([next, next])
        expect([latestUntil(parsed, next), nextAfter(parsed, latest - 1)]).toEqual([next, latest])
      }),
      { numRuns: 150 },
    )
  })
})
