// A cache as it tells about itself.
import type { CacheStatus, CacheUsage, SeasonUsage, SessionUsage, UsedBytes } from '@contract/cache'

export function aCacheStatus(change: Partial<CacheStatus> = {}): CacheStatus {
  return {
    total_keys: 263,
    sculpture_keys: 240,
    session_keys: 23,
    memory_used: 8_808_038,
    memory: { entries: 64, bytes: 8_808_038, maxBytes: 64 * 2 ** 20 },
    disk: {
      sculptures: { entries: 263, bytes: 6_396_313, maxBytes: 512 * 2 ** 20 },
      raw: { entries: 96, bytes: 412 * 2 ** 20, maxBytes: 2 * 2 ** 30 },
    },
    lookups: { hit: 41, stale: 3, miss: 7, inflight: 1 },
    hitRate: 0.846,
    savedMs: 61_000,
    corrupt: 2,
    folder: '/somewhere/cache',
    health: { state: 'ok', since: 0, trouble: null },
    ...change,
  }
}

export function aSessionUsage(round: number, bytes: UsedBytes, isPinned = false): SessionUsage {
  return { session: 'Q', round, entries: 21, sculptures: 20, bytes, isPinned }
}

/** @param own what belongs to the season and to none of its sessions. */
export function aSeasonUsage(
  season: number,
  sessions: readonly SessionUsage[],
  own: UsedBytes = { sculptures: 0, laps: 0, raw: 0 },
): SeasonUsage {
  const bytes = { ...own }
  for (const session of sessions) {
    bytes.sculptures += session.bytes.sculptures
    bytes.laps += session.bytes.laps
    bytes.raw += session.bytes.raw
  }
  return { season, entries: 21 * sessions.length + 1, bytes, isPinned: false, sessions }
}

export function aCacheUsage(seasons: readonly SeasonUsage[]): CacheUsage {
  return { seasons, other: { entries: 0, bytes: 0 }, pins: [], freeBytes: 5 * 2 ** 30 }
}
