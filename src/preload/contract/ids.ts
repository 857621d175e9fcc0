// The names by which all three processes speak of a session and of a sculpture.
// Owns the id shapes and their one written form, which is built and read here only; knows nothing of files, URLs of the
// archive, or caches.

/** Where a session's bytes come from. Simulated sessions never share a cache with recorded ones. */
export const SOURCE_KINDS = ['archive', 'demo'] as const
export type SourceKind = (typeof SOURCE_KINDS)[number]

/** FP1 FP2 FP3 practice, Q qualifying, S sprint, SS sprint shootout (2023), SQ sprint qualifying, R race. */
export const SESSION_CODES = ['FP1', 'FP2', 'FP3', 'Q', 'S', 'SS', 'SQ', 'R'] as const
export type SessionCode = (typeof SESSION_CODES)[number]

export interface SessionId {
  readonly source: SourceKind
  readonly season: number
  /** Championship round, 1..n. Testing has none and is not listed. */
  readonly round: number
  readonly session: SessionCode
}

/** A session within one source. */
export type SessionInSeason = Omit<SessionId, 'source'>

/** `fastest` is the driver's best counted lap; a number is the lap's number in the session, 1..n. */
export type LapChoice = 'fastest' | number

export interface SculptureId extends SessionId {
  /** Three-letter code as the timing feed gives it, e.g. `NOR`. */
  readonly driver: string
  readonly lap: LapChoice
}

/** Text form of a session: `f1:session:2025:20:Q`. The source is not part of it: it picks the cache, not the key. */
export function sessionKey(id: SessionInSeason): string {
  return `f1:session:${id.season}:${id.round}:${id.session}`
}

/** Text form of a sculpture: `f1:sculpture:2025:20:Q:NOR`, with `:lap` behind it for any lap but the fastest. */
export function sculptureKey(id: Omit<SculptureId, 'source'>): string {
  const fastest = `f1:sculpture:${id.season}:${id.round}:${id.session}:${id.driver}`
  return id.lap === 'fastest' ? fastest : `${fastest}:${id.lap}`
}

/** Text form of a circuit's line in a season: `f1:line:2025:Mexico City`. @param location as the calendar names it. */
export function circuitLineKey(season: number, location: string): string {
  return `f1:line:${season}:${location}`
}

/** Text form of a season: what belongs to none of its sessions, such as a calendar, is filed under it. */
export function seasonKey(season: number): string {
  return `f1:season:${season}`
}

/** A cache key, taken apart. */
export type ParsedKey =
  | ({ readonly kind: 'sculpture'; readonly driver: string; readonly lap: LapChoice } & SessionInSeason)
  | ({ readonly kind: 'session' } & SessionInSeason)
  | { readonly kind: 'line'; readonly season: number; readonly location: string }
  | { readonly kind: 'season'; readonly season: number }

const SEASON = String.raw`([1-9]\d{3})`
const SESSION = String.raw`${SEASON}:([1-9]\d?):(${SESSION_CODES.join('|')})`
const KEY_FORMS = {
  sculpture: new RegExp(String.raw`^f1:sculpture:${SESSION}:([A-Z0-9]{1,4})(?::([1-9]\d{0,2}))?$`),
  session: new RegExp(`^f1:session:${SESSION}$`),
  line: new RegExp(`^f1:line:${SEASON}:(.+)$`, 's'),
  season: new RegExp(`^f1:season:${SEASON}$`),
}

/**
 * Takes apart what `sculptureKey`, `sessionKey`, `circuitLineKey` and `seasonKey` build. Building from the parts gives
 * the same key again, or the card of one entry could open another.
 * @returns null for any other text.
 */
export function parseKey(key: string): ParsedKey | null {
  const kind = key.split(':', 2)[1] ?? ''
  switch (kind) {
    case 'sculpture': {
      const [, season, round, session, driver = '', lap] = KEY_FORMS.sculpture.exec(key) ?? []
      if (season === undefined) return null
      const choice = lap === undefined ? 'fastest' : Number(lap)
      return { kind, ...sessionOf(season, round, session), driver, lap: choice }
    }
    case 'session': {
      const [, season, round, session] = KEY_FORMS.session.exec(key) ?? []
      return season === undefined ? null : { kind, ...sessionOf(season, round, session) }
    }
    case 'line': {
      const [, season, location = ''] = KEY_FORMS.line.exec(key) ?? []
      return season === undefined ? null : { kind, season: Number(season), location }
    }
    case 'season': {
      const [, season] = KEY_FORMS.season.exec(key) ?? []
      return season === undefined ? null : { kind, season: Number(season) }
    }
    default:
      return null
  }
}

/** @param session one of the codes: the form of the key has made sure. */
function sessionOf(season: string, round: string | undefined, session: string | undefined): SessionInSeason {
  return { season: Number(season), round: Number(round), session: session as SessionCode }
}

/** Where the renderer fetches a sculpture's bytes: a path under `app://gallery`. */
export function sculpturePath(id: SculptureId): string {
  return `/sculptures/${id.source}/${id.season}/${id.round}/${id.session}/${id.driver}/${id.lap}`
}
