// Numbers, times and sizes as people read them: by their locale, clock and time zone, as they are set. Lengths and
// speeds have units to choose from and are in `units`.

import { LOCALE } from './language'
import { readerClock, readerZone } from './page-settings'

const MINUS = '\u2212'

/** `75586` -> `1:15.586`; under a minute `59.004`. Whole milliseconds, never rounded: laps are told apart by one. */
export function lapTime(ms: number): string {
  const minutes = Math.floor(ms / 60_000)
  const seconds = Math.floor((ms % 60_000) / 1000)
  const rest = String(ms % 1000).padStart(3, '0')
  return minutes === 0 ? `${seconds}.${rest}` : `${minutes}:${String(seconds).padStart(2, '0')}.${rest}`
}

/** `0:07`, `1:12`: time that has gone by while waiting. */
export function elapsed(ms: number): string {
  const seconds = Math.max(0, Math.floor(ms / 1000))
  return `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`
}

/** Binary units, as the disk limits are given: `11.5 KiB`, `412 MiB`. */
export function bytes(count: number): string {
  if (count < 1024) return `${count} B`
  const units = ['KiB', 'MiB', 'GiB'] as const
  let value = count / 1024
  let unit = 0
  while (value >= 1024 && unit < units.length - 1) {
    value /= 1024
    unit++
  }
  return `${decimal(value, value < 100 ? 1 : 0)} ${units[unit]!}`
}

/** How long the application took: `0.8 ms`, `14 ms`, `2.3 s`. */
export function duration(ms: number): string {
  if (ms < 10) return `${decimal(ms, 1)} ms`
  return ms < 1000 ? `${decimal(ms, 0)} ms` : `${decimal(ms / 1000, 1)} s`
}

/** How long something took that may take minutes: `2.3 s`, `4 min, 12 sec`, `1 hr, 5 min`. */
export function span(ms: number): string {
  if (ms < 60_000) return duration(ms)
  const seconds = Math.round(ms / 1000)
  const minutes = Math.floor(seconds / 60)
  const parts: readonly string[] =
    minutes < 60
      ? [unit(minutes, 'minute'), unit(seconds % 60, 'second')]
      : [unit(Math.floor(minutes / 60), 'hour'), unit(minutes % 60, 'minute')]
  return new Intl.ListFormat(LOCALE, { type: 'unit', style: 'short' }).format(parts)
}

/** Time still to come, in steps coarse enough not to flicker: `7 sec`, `25 sec`, `3 min`. Never less than a second. */
export function timeLeft(ms: number): string {
  const whole = Math.max(1, Math.ceil(ms / 1000))
  const seconds = whole > 10 ? Math.ceil(whole / 5) * 5 : whole
  return seconds < 60 ? unit(seconds, 'second') : unit(Math.ceil(seconds / 60), 'minute')
}

function unit(value: number, name: 'second' | 'minute' | 'hour'): string {
  return numberFormat({ style: 'unit', unit: name, unitDisplay: 'short' }).format(value)
}

export function decimal(value: number, digits: number): string {
  return numberFormat({ minimumFractionDigits: digits, maximumFractionDigits: digits })
    .format(value)
    .replace('-', MINUS)
}

/** With its sign, also where it is positive: `+0.123`, `−0.050`; nothing has none. */
export function signed(value: number, digits: number): string {
  const rounded = Number(value.toFixed(digits))
  // Minus nothing is nothing.
  const written = decimal(rounded === 0 ? 0 : rounded, digits)
  return rounded > 0 ? `+${written}` : written
}

export function whole(value: number): string {
  return decimal(value, 0)
}

/** As it is typed into a field: `2.4`, with the reader's decimal sign and nothing between thousands. */
export function typed(value: number): string {
  return numberFormat({ useGrouping: false }).format(value)
}

/** 0..1 -> `86 %` in the reader's way of writing it. */
export function percent(ratio: number): string {
  return numberFormat({ style: 'percent', maximumFractionDigits: 0 }).format(ratio)
}

/** Day and time of an instant (epoch ms), in the reader's zone unless another is named. */
export function dateTime(at: number, timeZone?: string): string {
  return dateFormat({ day: 'numeric', month: 'short', hour: '2-digit', minute: '2-digit' }, timeZone).format(
    at,
  )
}

/** The same with the day of the week and the zone's name: `Mon, Nov 30, 03:00 AM UTC`. */
export function dateTimeInZone(at: number, timeZone?: string): string {
  return dateFormat(
    {
      weekday: 'short',
      day: 'numeric',
      month: 'short',
      hour: '2-digit',
      minute: '2-digit',
      timeZoneName: 'short',
    },
    timeZone,
  ).format(at)
}

/** Time of day of an instant (epoch ms), in the reader's zone; with seconds for lines of a log. */
export function clockTime(at: number, precision: 'minutes' | 'seconds' = 'minutes'): string {
  const second = precision === 'seconds' ? { second: '2-digit' as const } : {}
  return dateFormat({ hour: '2-digit', minute: '2-digit', ...second }).format(at)
}

/** Largest unit first, ms; what is shorter than the last is "now". */
const RELATIVE_UNITS = [
  ['day', 86_400_000],
  ['hour', 3_600_000],
  ['minute', 60_000],
] as const

/** An instant (epoch ms) as seen from another: `in 3 days`, `2 hours ago`, `now`. Halves round away from now. */
export function relativeTime(at: number, now: number): string {
  for (const [name, ms] of RELATIVE_UNITS) {
    const value = Math.sign(at - now) * Math.round(Math.abs(at - now) / ms)
    if (value !== 0) return relativeFormat().format(value, name)
  }
  return relativeFormat().format(0, 'second')
}

/**
 * Time of an instant (epoch ms) by a clock with another offset from UTC, with the day where that is another one than
 * the reader's. The instant is moved and read as UTC: offsets as zones ("+03:00") are unknown to older engines.
 */
export function timeThere(at: number, offsetMs: number, timeZone?: string): string {
  const movedAt = at + offsetMs
  const isSameDay = dayRange(at, at, timeZone) === dayRange(movedAt, movedAt, 'UTC')
  if (!isSameDay) return dateTime(movedAt, 'UTC')
  return dateFormat({ hour: '2-digit', minute: '2-digit' }, 'UTC').format(movedAt)
}

/** Day of an instant (epoch ms), in the reader's zone unless another is named: `24 Oct 2025`. */
export function day(at: number, timeZone?: string): string {
  return dateFormat({ day: 'numeric', month: 'short', year: 'numeric' }, timeZone).format(at)
}

/** First and last day of a range of instants: `24–26 Oct`. */
export function dayRange(firstAt: number, lastAt: number, timeZone?: string): string {
  return dateFormat({ day: 'numeric', month: 'short' }, timeZone).formatRange(firstAt, lastAt)
}

/**
 * Made once for each way of writing that is asked for: lists tell hundreds of numbers and times at once, and making a
 * format costs more than using it. By what it is made of, so that other settings find other formats.
 */
function remembered<O extends object, F>(make: (options: O) => F) {
  const known = new Map<string, F>()
  return (options: O): F => {
    const key = JSON.stringify(options)
    const format = known.get(key) ?? make(options)
    known.set(key, format)
    return format
  }
}

const numberFormat = remembered((options: Intl.NumberFormatOptions) => new Intl.NumberFormat(LOCALE, options))
const clockFormat = remembered(
  (options: Intl.DateTimeFormatOptions) => new Intl.DateTimeFormat(LOCALE, options),
)
const agoFormat = remembered(
  (options: Intl.RelativeTimeFormatOptions) => new Intl.RelativeTimeFormat(LOCALE, options),
)

function dateFormat(options: Intl.DateTimeFormatOptions, timeZone = readerZone()): Intl.DateTimeFormat {
  // A format without an hour has no clock, and would be given one.
  const clock = options.hour === undefined ? {} : readerClock()
  return clockFormat({ ...options, ...clock, ...(timeZone === undefined ? {} : { timeZone }) })
}

function relativeFormat(): Intl.RelativeTimeFormat {
  return agoFormat({ numeric: 'auto' })
}

/** `Ada, Ben and Cem` in the reader's way of writing it. */
export function listed(names: readonly string[]): string {
  return new Intl.ListFormat(LOCALE, { type: 'conjunction' }).format(names)
}
