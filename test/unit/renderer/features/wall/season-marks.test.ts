import { describe, expect, it } from 'vitest'
import type { TaskSnapshot } from '@contract/tasks'
import { beingMade, seasonRounds } from '@renderer/features/wall/season-marks'
import { WHOLE_WALL, type WallQuery } from '@renderer/features/wall/wall-query'
import { aWallItem } from '../../../core/gallery/wall-fixtures'
import { aSeason } from '../gallery/fake-client'

const SEASON = aSeason(2026, [
  [
    ['FP1', 'completed'],
    ['Q', 'completed'],
    ['R', 'completed'],
  ],
  [
    ['Q', 'completed'],
    ['R', 'live'],
  ],
  [['Q', 'future']],
])
const marks = (query: Partial<WallQuery> = {}, making: readonly string[] = []) =>
  seasonRounds(
    SEASON,
    [aWallItem(1, 'AAA'), aWallItem(1, 'BBB'), { ...aWallItem(1, 'AAA', 'R'), isStale: true }],
    new Set(making),
    { ...WHOLE_WALL, ...query },
  ).map(({ round, sessions }) => [round, ...sessions.map(({ session, mark }) => `${session.code} ${mark}`)])

describe('the season below the wall', () => {
  it('tells of every session that has been run what hangs of it, the newest round first', () => {
    expect(marks()).toEqual([
      [2, 'Q cold'],
      [1, 'FP1 cold', 'Q warm', 'R stale'],
    ])
  })

  it('shows what is being made at this moment', () => {
    expect(marks({}, ['f1:session:2026:2:Q'])[0]).toEqual([2, 'Q warming'])
  })

  it('keeps to the session, the event and the words looked for, and to the season chosen', () => {
    expect(marks({ session: 'R' })).toEqual([[1, 'R stale']])
    expect(marks({ event: 'Grand Prix 2' })).toEqual([[2, 'Q cold']])
    expect(marks({ text: 'prix 2 TOWN' })).toEqual([[2, 'Q cold']])
    expect(marks({ season: 2025 })).toEqual([])
  })

  it('says nothing of sessions that are not here when somebody looks for drivers', () => {
    for (const query of [{ driver: 'AAA' }, { team: 'Team One' }, { whose: 'favourites' }] as const)
      expect(marks(query)).toEqual([])
  })
})

describe('what is being made', () => {
  const task = (change: Partial<TaskSnapshot>): TaskSnapshot =>
    ({ kind: 'open-session', source: 'demo', state: 'active', subject: 'A', ...change }) as TaskSnapshot

  it('are the sessions of this source that work goes on for, or that wait for their turn', () => {
    const making = beingMade(
      [
        task({ subject: 'active' }),
        task({ subject: 'waiting', state: 'waiting', kind: 'build-sculpture' }),
        task({ subject: 'done', state: 'completed' }),
        task({ subject: 'other', source: 'archive' }),
        task({ subject: 'checked', kind: 'revalidate' }),
      ],
      'demo',
    )
    expect([...making]).toEqual(['active', 'waiting'])
  })
})
