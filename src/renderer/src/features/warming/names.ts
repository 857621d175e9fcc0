// What sessions, sculptures and tasks are called, from the calendars that are known. Where none is, the key is said in
// words. Pure.

import { parseKey, type ParsedKey, type SessionInSeason, type SourceKind } from '@contract/ids'
import type { CalendarRound, Season } from '@contract/calendar'
import type { TaskSnapshot } from '@contract/tasks'
import { whole } from '../../ui/format'
import { WORDS } from '../../ui/words'

/** Calendars by `calendarKey`. */
export type Calendars = ReadonlyMap<string, Season>

export function calendarKey(source: SourceKind, season: number): string {
  return `${source} ${season}`
}

const words = WORDS.tasks.subjects

/** What a key names, in words; the key itself where it is none of ours. */
export function nameOfKey(key: string, source: SourceKind, calendars: Calendars): string {
  const parsed = parseKey(key)
  return parsed === null ? key : nameOfParsed(parsed, source, calendars)
}

function nameOfParsed(parsed: ParsedKey, source: SourceKind, calendars: Calendars): string {
  const season = String(parsed.season)
  switch (parsed.kind) {
    case 'session': {
      const { session, event } = namesIn(parsed, source, calendars)
      return words.session(session, event, season)
    }
    case 'sculpture': {
      const { session, event } = namesIn(parsed, source, calendars)
      const fastest = words.sculpture(parsed.driver, session, event, season)
      return parsed.lap === 'fastest' ? fastest : words.lap(fastest, String(parsed.lap))
    }
    case 'line':
      return words.race(parsed.location, season)
    case 'season':
      return words.season(season)
  }
}

function namesIn(
  { season, round, session }: SessionInSeason,
  source: SourceKind,
  calendars: Calendars,
): { readonly session: string; readonly event: string } {
  const known = roundOf(source, season, round, calendars)
  const recorded = known?.sessions.find(({ code }) => code === session)?.name
  return {
    session:
      recorded === undefined
        ? WORDS.warming.form.sessionNames[session]
        : WORDS.sessionName(session, recorded),
    event: known?.name ?? words.round(String(round)),
  }
}

function roundOf(
  source: SourceKind,
  season: number,
  round: number,
  calendars: Calendars,
): CalendarRound | null {
  const calendar = calendars.get(calendarKey(source, season))
  return calendar?.rounds.find((each) => each.round === round) ?? null
}

const EXPORT = /^(f1:\S+) as (\w+)$/
const BETTER = /^better (f1:\S+)$/

/** What a task is about. */
export function nameOfTask(task: TaskSnapshot, calendars: Calendars): string {
  const { subject, source } = task
  const [, exported, format] = EXPORT.exec(subject) ?? []
  if (exported !== undefined && format !== undefined)
    return words.file(nameOfKey(exported, source, calendars), format.toUpperCase())
  const [, better] = BETTER.exec(subject) ?? []
  return nameOfWish(task, calendars) ?? nameOfKey(better ?? subject, source, calendars)
}

/** Of a run what was wished for; null for any other task. Before a run has begun only its subject is known. */
function nameOfWish({ kind, subject, source, run }: TaskSnapshot, calendars: Calendars): string | null {
  const [first = '', second] = subject.split(':')
  switch (kind) {
    case 'warm-recent': {
      const rounds = run?.request.kind === 'recent' ? run.request.rounds : undefined
      if (rounds !== undefined) return words.recentRounds(rounds, whole(rounds))
      return second === undefined ? words.recent : words.recentOf(second)
    }
    case 'warm-race': {
      const event = roundOf(source, Number(first), Number(second), calendars)?.name
      return words.race(event ?? words.round(second ?? ''), first)
    }
    case 'warm-season':
      return words.season(first)
    case 'move-cache':
      return words.wholeCache
    case 'open-session':
    case 'build-sculpture':
    case 'load-calendar':
    case 'revalidate':
    case 'refine-session':
    case 'export':
      return null
  }
}

/** Seasons that tasks speak of, by source: those whose calendars name them. */
export function seasonsIn(tasks: readonly TaskSnapshot[]): ReadonlyMap<string, [SourceKind, number]> {
  const seasons = new Map<string, [SourceKind, number]>()
  for (const { subject, source, kind } of tasks) {
    const [, key] = /(f1:\S+)/.exec(subject) ?? []
    const season = key === undefined ? seasonOfWish(kind, subject) : (parseKey(key)?.season ?? null)
    if (season !== null) seasons.set(calendarKey(source, season), [source, season])
  }
  return seasons
}

function seasonOfWish(kind: TaskSnapshot['kind'], subject: string): number | null {
  const season = kind === 'warm-race' ? Number(subject.split(':')[0]) : Number.NaN
  return Number.isInteger(season) ? season : null
}
