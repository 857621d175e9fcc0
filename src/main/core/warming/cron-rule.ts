// A cron line read in a named zone. What the fields mean is cron-parser's business; what becomes of the hours that a
// change of clocks skips or repeats is settled here, because the library's answer depends on where one begins to count.
//
// The library walks through labels, local dates and times without an offset, each written as if it were UTC, where
// clocks never change. Each label then gets its instant in the zone: one in a gap the end of the gap, one that occurs
// twice its first occurrence. So instants never decrease from label to label, and no label has two of them.

import { CronExpressionParser, type CronExpression } from 'cron-parser'
import { say } from '@contract/phrases'
import { AppError } from '../app-error'
import { zoneOffsetMs } from '../calendar/zone-offset'

const MINUTE_MS = 60_000
/** No two clocks on earth are further apart, and no change of clocks is longer (Samoa skipped a whole day in 2011). */
const DAY_MS = 24 * 60 * MINUTE_MS

/** The archive belongs to somebody else, and a session in it does not change any faster. */
const SHORTEST_PERIOD_MS = 15 * MINUTE_MS

/** Where the search for a first label begins: any instant would do, a fixed one gives every machine the same answer. */
const SEARCH_FROM = Date.UTC(2000, 0, 1)

/**
 * Labels that are looked at for the shortest period. A rule that is too frequent within a day, or from one day to the
 * next, shows it within these: they are four days of a rule that is just not too frequent.
 */
const LABELS_LOOKED_AT = 400

export interface Rule {
  readonly text: string
  readonly zone: string
  readonly labels: CronExpression
  /**
   * The two neighbouring instants between which was asked last. The schedule asks every few minutes, most of the time
   * between the same two Mondays, and the library takes half a millisecond to walk from one to the other.
   */
  readonly memo: { latest: number; next: number }
}

/**
 * @param text five fields: minute, hour, day of the month, month, day of the week; names, ranges, steps, lists, `L`
 *   and `#` as cron-parser has them. No seconds, no `@daily`, and no `H`, which is a random number.
 * @param zone an IANA name.
 * @throws AppError `schedule/unreadable`, its detail naming what is wrong.
 */
export function parseRule(text: string, zone: string): Rule {
  const fields = text.trim().split(/\s+/)
  const refuse = (detail: string, cause?: unknown) =>
    new AppError('schedule/unreadable', say('of-rule', { rule: text, zone }), { detail, cause })
  if (fields.length !== 5) throw refuse(say('rule-fields', { count: fields.length }))
  if (fields.some((field) => /(?<![a-z])h(?![a-z])/i.test(field))) throw refuse(say('rule-h'))
  if (!isZone(zone)) throw refuse(say('rule-zone'))
  let labels: CronExpression
  try {
    labels = CronExpressionParser.parse(fields.join(' '), { tz: 'UTC', currentDate: new Date(SEARCH_FROM) })
  } catch (error) {
    throw refuse(error instanceof Error ? error.message : String(error), error)
  }
  const period = shortestPeriodMs(labels)
  if (period === null) throw refuse(say('rule-never'))
  if (period < SHORTEST_PERIOD_MS) throw refuse(say('rule-too-often', { count: period / MINUTE_MS }))
  return { text, zone, labels, memo: { latest: Number.NaN, next: Number.NaN } }
}

/** @returns the first instant of the rule after `at`, epoch ms. */
export function nextAfter({ labels, zone, memo }: Rule, at: number): number {
  if (at >= memo.latest && at < memo.next) return memo.next
  // From a label that is certainly not later than the one sought.
  labels.reset(new Date(at + Math.min(...offsetsAround(zone, at)) - 1))
  let instant: number
  do instant = instantOf(labels.next().getTime(), zone)
  while (instant <= at)
  return instant
}

/** @returns the last instant of the rule not after `at`, epoch ms. */
export function latestUntil(rule: Rule, at: number): number {
  const { labels, zone, memo } = rule
  if (at >= memo.latest && at < memo.next) return memo.latest
  labels.reset(new Date(at + Math.max(...offsetsAround(zone, at)) + 1))
  let instant: number
  do instant = instantOf(labels.prev().getTime(), zone)
  while (instant > at)
  const next = nextAfter(rule, at)
  memo.latest = instant
  memo.next = next
  return instant
}

/** @returns the first `count` instants of the rule after `at`, epoch ms, increasing. */
export function nextRuns(rule: Rule, at: number, count: number): readonly number[] {
  const runs: number[] = []
  for (let last = at; runs.length < count;) {
    last = nextAfter(rule, last)
    runs.push(last)
  }
  return runs
}

function isZone(zone: string): boolean {
  try {
    return zoneOffsetMs(zone, SEARCH_FROM) !== null
  } catch (error) {
    if (error instanceof RangeError) return false
    throw error
  }
}

/** @returns null for a rule without instants, of which the library says so after some ten thousand steps. */
function shortestPeriodMs(labels: CronExpression): number | null {
  const found = labels.take(LABELS_LOOKED_AT).map((label) => label.getTime())
  if (found.length < 2) return null
  return Math.min(...found.slice(1).map((label, i) => label - found[i]!))
}

/** The offsets that hold a day before, at, and a day after an instant: a change of clocks near it shows in them. */
function offsetsAround(zone: string, at: number): readonly number[] {
  return [-DAY_MS, 0, DAY_MS].map((ms) => offsetMs(zone, at + ms))
}

/** @param label a local date and time, as epoch ms of the same date and time in UTC. @returns its instant. */
function instantOf(label: number, zone: string): number {
  const before = offsetMs(zone, label - DAY_MS)
  const after = offsetMs(zone, label + DAY_MS)
  // The offset that held before comes first: of a time that occurs twice that is the first occurrence.
  for (const offset of [before, after]) if (offsetMs(zone, label - offset) === offset) return label - offset
  return endOfGap(label - after, label - before, before, zone)
}

/** The first instant in (low, high] at which the offset is no longer `before`. */
function endOfGap(low: number, high: number, before: number, zone: string): number {
  let [from, to] = [low, high]
  while (to - from > 1) {
    const middle = Math.floor((from + to) / 2)
    if (offsetMs(zone, middle) === before) from = middle
    else to = middle
  }
  return to
}

function offsetMs(zone: string, at: number): number {
  // No zone has seconds in its offset at any instant that is asked for here.
  return zoneOffsetMs(zone, at) ?? 0
}
