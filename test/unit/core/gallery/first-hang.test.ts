import { describe, expect, it } from 'vitest'
import type { CalendarRound, SessionState } from '@contract/calendar'
import { sessionKey, type SessionCode } from '@contract/ids'
import { FIRST_HANG } from '@contract/wall'
import { hangProgress, nextToHang, planHang } from '@main/core/gallery/first-hang'
import { aWallItem } from './wall-fixtures'

const DAY_MS = 86_400_000

/** Rounds a week apart at the circuits named, each with the sessions given. */
function aSeason(
  ...rounds: readonly (readonly [location: string, ...sessions: (readonly [SessionCode, SessionState])[]])[]
) {
  return {
    season: 2026,
    warnings: [],
    rounds: rounds.map(([location, ...sessions], index): CalendarRound => {
      const startAt = Date.UTC(2026, 2, 1) + index * 7 * DAY_MS
      return {
        round: index + 1,
        name: `Grand Prix ${index + 1}`,
        country: 'Country',
        location,
        format: 'conventional',
        sessions: sessions.map(([code, state], order) => ({
          code,
          name: code,
          startAt: startAt + order * DAY_MS,
          endAt: startAt + order * DAY_MS + 3_600_000,
          gmtOffsetMs: null,
          state,
        })),
      }
    }),
  }
}

const Q = ['Q', 'completed'] as const
const R = ['R', 'completed'] as const
const NOTHING: ReadonlySet<string> = new Set()
const six = (round: number) =>
  ['AAA', 'BBB', 'CCC', 'DDD', 'EEE', 'FFF'].map((driver) => aWallItem(round, driver))

describe('the plan of a first hang', () => {
  it('takes the newest completed qualifying of each circuit, newest first', () => {
    const season = aSeason(['Alpha', Q, R], ['Beta', Q, R], ['Alpha', Q], ['Gamma', ['Q', 'future']])
    expect(planHang(season, 'demo').circuits).toEqual([
      { source: 'demo', season: 2026, round: 3, session: 'Q' },
      { source: 'demo', season: 2026, round: 2, session: 'Q' },
    ])
  })

  it('keeps everything else that was run in reserve', () => {
    const { spare } = planHang(aSeason(['Alpha', Q, R], ['Alpha', Q]), 'demo')
    expect(spare.map(({ round, session }) => `${round}${session}`)).toEqual(['1R', '1Q'])
  })

  it('is empty for a season that has not begun', () => {
    expect(planHang(aSeason(['Alpha', ['Q', 'future']]), 'demo')).toEqual({ circuits: [], spare: [] })
  })
})

describe('what to hang next', () => {
  const plan = planHang(aSeason(['Alpha', R, Q], ['Beta', Q], ['Gamma', Q]), 'demo')

  it('is the newest circuit that is not there yet', () => {
    expect(nextToHang(plan, [], NOTHING)).toMatchObject({ round: 3, session: 'Q' })
    expect(nextToHang(plan, six(3), NOTHING)).toMatchObject({ round: 2 })
    expect(nextToHang(plan, [...six(3), aWallItem(1)], NOTHING)).toMatchObject({ round: 2 })
  })

  it('passes over a session that was tried and gave nothing', () => {
    expect(nextToHang(plan, [], new Set([sessionKey(plan.circuits[0]!)]))).toMatchObject({ round: 2 })
  })

  it('is nothing once every circuit hangs and the wall does not look empty', () => {
    const all = [...six(3), aWallItem(2), aWallItem(1)]
    expect(nextToHang(plan, all, NOTHING)).toBeNull()
  })

  it('is another session while fewer than six hang, until there is none left to try', () => {
    const few = [aWallItem(3), aWallItem(2), aWallItem(1)]
    expect(few.length).toBeLessThan(FIRST_HANG)
    expect(nextToHang(plan, few, NOTHING)).toMatchObject({ round: 1, session: 'R' })
    const tried = new Set(plan.spare.map(sessionKey))
    expect(nextToHang(plan, few, tried)).toBeNull()
  })

  it('is counted in circuits, with those that could not be made as dealt with', () => {
    expect(hangProgress(plan, [], NOTHING)).toEqual({ hung: 0, goal: 3 })
    expect(hangProgress(plan, six(3), new Set([sessionKey(plan.circuits[1]!)]))).toEqual({ hung: 2, goal: 3 })
  })
})
