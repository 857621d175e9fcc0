// Labels, items and calendars of a wall to test with.
import type { SessionCode } from '@contract/ids'
import type { WallItem } from '@contract/wall'
import type { WallLabel } from '@main/core/gallery/wall-label'
import type { SourceRound } from '@main/core/sources/session-source'

export function aWallLabel(change: Partial<WallLabel> = {}): WallLabel {
  return {
    driverName: 'Ada Apex',
    team: 'Team One',
    teamColour: '#3366cc',
    eventName: 'Grand Prix 1',
    sessionName: 'Qualifying',
    sessionAt: Date.UTC(2026, 5, 1),
    lap: 11,
    lapTimeMs: 85_842,
    compound: 'SOFT',
    plan: '0,0 999,0 999,500 0,500',
    circuit: 'Town',
    gap: null,
    madeAt: 1,
    ...change,
  }
}

export function aWallItem(round: number, driver = 'AAA', session: SessionCode = 'Q'): WallItem {
  const id = { source: 'demo', season: 2026, round, session, driver, lap: 'fastest' } as const
  return { key: `f1:sculpture:2026:${round}:${session}:${driver}`, id, ...aWallLabel(), isStale: false }
}

export function aSourceRound(change: Partial<SourceRound> = {}): SourceRound {
  const startAt = Date.UTC(2026, 5, 1)
  return {
    round: 1,
    name: 'Grand Prix 1',
    country: 'Country',
    location: 'Town',
    format: 'conventional',
    sessions: [
      {
        code: 'Q',
        name: 'Qualifying',
        startAt,
        endAt: startAt + 3_600_000,
        gmtOffsetMs: null,
        path: 'path/',
        cancelled: false,
      },
    ],
    ...change,
  }
}
