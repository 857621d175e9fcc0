// What uses the space, by season and session, out of the stores' lists. Pure.

import type { CacheUsage, SeasonUsage, SessionUsage, UsedBytes } from '@contract/cache'
import { SESSION_CODES, type ParsedKey } from '@contract/ids'
import type { BlobEntry } from '../ports'
import type { Pins } from './pins'
import { subjectOf, type Tier } from './scopes'

type Writable<T> = { -readonly [K in keyof T]: T[K] }
type SessionTally = Writable<Omit<SessionUsage, 'bytes'>> & { readonly bytes: Writable<UsedBytes> }
type SeasonTally = Writable<Pick<SeasonUsage, 'season' | 'entries'>> & {
  readonly bytes: Writable<UsedBytes>
  readonly sessions: Map<string, SessionTally>
}

/** @param stores the entries of each tier on disk. */
export function usageOf(
  stores: Readonly<Record<Tier, readonly BlobEntry[]>>,
  pins: Pins,
  freeBytes: number | null,
): CacheUsage {
  const seasons = new Map<number, SeasonTally>()
  const other = { entries: 0, bytes: 0 }
  for (const tier of ['results', 'raw'] as const)
    for (const entry of stores[tier]) {
      const { part } = subjectOf(entry)
      if (part === null) {
        other.entries += 1
        other.bytes += entry.bytes
        continue
      }
      const season = seasons.get(part.season) ?? emptySeason(part.season)
      seasons.set(part.season, season)
      const kind = tier === 'raw' ? 'raw' : part.kind === 'sculpture' ? 'sculptures' : 'laps'
      season.entries += 1
      season.bytes[kind] += entry.bytes
      if (part.kind !== 'session' && part.kind !== 'sculpture') continue
      const session = sessionOf(season, part, pins)
      session.entries += 1
      session.bytes[kind] += entry.bytes
      if (kind === 'sculptures') session.sculptures += 1
    }
  return {
    seasons: [...seasons.values()]
      .sort((a, b) => b.season - a.season)
      .map(({ sessions, ...rest }) => ({
        ...rest,
        isPinned: pins.has({ kind: 'season', season: rest.season }),
        sessions: [...sessions.values()].sort(byRoundAndSession),
      })),
    other,
    pins: pins.list(),
    freeBytes,
  }
}

function sessionOf(
  season: SeasonTally,
  { round, session }: Extract<ParsedKey, { kind: 'session' | 'sculpture' }>,
  pins: Pins,
): SessionTally {
  const name = `${round} ${session}`
  const known = season.sessions.get(name)
  if (known !== undefined) return known
  const { season: year } = season
  const isPinned =
    pins.has({ kind: 'season', season: year }) || pins.has({ kind: 'session', season: year, round, session })
  const tally = { round, session, entries: 0, sculptures: 0, bytes: noBytes(), isPinned }
  season.sessions.set(name, tally)
  return tally
}

function emptySeason(season: number): SeasonTally {
  return { season, entries: 0, bytes: noBytes(), sessions: new Map() }
}

function noBytes(): Writable<UsedBytes> {
  return { sculptures: 0, laps: 0, raw: 0 }
}

function byRoundAndSession(a: SessionUsage, b: SessionUsage): number {
  return a.round - b.round || SESSION_CODES.indexOf(a.session) - SESSION_CODES.indexOf(b.session)
}
