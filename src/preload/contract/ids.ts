// The names by which all three processes speak of a session and of a sculpture.
// Owns the id shapes and their one written form; knows nothing of files, URLs of the archive, or caches.

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

/** `fastest` is the driver's best counted lap; a number is the lap's number in the session, 1..n. */
export type LapChoice = 'fastest' | number

export interface SculptureId extends SessionId {
  /** Three-letter code as the timing feed gives it, e.g. `NOR`. */
  readonly driver: string
  readonly lap: LapChoice
}

/** Text form of a session: `f1:session:2025:20:Q`. The source is not part of it: it picks the cache, not the key. */
export function sessionKey(id: SessionId): string {
  return `f1:session:${id.season}:${id.round}:${id.session}`
}

/** The session that a key as `sessionKey` writes it names in this source; null for any other text. */
export function readSessionKey(source: SourceKind, key: string): SessionId | null {
  const [, season, round, code] = /^f1:session:(\d{4}):(\d{1,2}):([A-Z0-9]+)$/.exec(key) ?? []
  const session = SESSION_CODES.find((each) => each === code)
  return session === undefined ? null : { source, season: Number(season), round: Number(round), session }
}

/** Text form of a sculpture: `f1:sculpture:2025:20:Q:NOR`, with `:lap` behind it for any lap but the fastest. */
export function sculptureKey(id: SculptureId): string {
  const fastest = `f1:sculpture:${id.season}:${id.round}:${id.session}:${id.driver}`
  return id.lap === 'fastest' ? fastest : `${fastest}:${id.lap}`
}

/** Text form of a circuit's line in a season: `f1:line:2025:Mexico City`. @param location as the calendar names it. */
export function circuitLineKey(season: number, location: string): string {
  return `f1:line:${season}:${location}`
}

/** Where the renderer fetches a sculpture's bytes: a path under `app://gallery`. */
export function sculpturePath(id: SculptureId): string {
  return `/sculptures/${id.source}/${id.season}/${id.round}/${id.session}/${id.driver}/${id.lap}`
}
