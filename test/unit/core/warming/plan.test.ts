import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { SESSION_CODES, type SessionCode } from '@contract/ids'
import { DEFAULT_SETTINGS, type WarmingStrategy } from '@contract/settings'
import type { WarmRequest } from '@contract/warming'
import { NO_RECORD, withMeasured } from '@main/core/warming/own-record'
import { planWarming, type PlanInput } from '@main/core/warming/plan'
import { EMPTY_STOCK, type SessionStock } from '@main/core/gallery/session-stock'
import { aRound, aSeason, standingsOf } from '../../../helpers/warm-gallery'

const recent: WarmRequest = { kind: 'recent', source: 'archive' }
const done = { Q: 'completed', R: 'completed' } as const
const strategy = (change: Partial<WarmingStrategy> = {}): WarmingStrategy => ({
  ...DEFAULT_SETTINGS.strategy,
  ...change,
})

function plan(change: Partial<PlanInput> = {}) {
  return planWarming({
    request: recent,
    strategy: strategy(),
    season: aSeason([1, 2, 3, 4, 5].map((round) => aRound(round, done))),
    standings: standingsOf(['AAA', 'BBB', 'CCC']),
    stockOf: () => EMPTY_STOCK,
    record: NO_RECORD,
    ...change,
  })
}

const warmStock = (drivers: readonly string[]): SessionStock => ({
  laps: 'warm',
  drivers,
  timed: new Set(drivers),
  sculptures: new Map(drivers.map((code) => [code, 'warm'])),
  refused: new Map(),
})

describe('the plan of a warming run', () => {
  it('takes the latest three complete rounds, newest first, and of each qualifying and race', () => {
    const { sessions } = plan()
    expect(sessions.map(({ id }) => `${id.round} ${id.session}`)).toEqual([
      '5 Q', '5 R', '4 Q', '4 R', '3 Q', '3 R',
    ]) // prettier-ignore
  })

  it('leaves out a round whose race is to come or was called off', () => {
    const season = aSeason([
      aRound(1, done),
      aRound(2, { Q: 'completed', R: 'cancelled' }),
      aRound(3, { Q: 'completed', R: 'future' }),
    ])
    expect(plan({ season }).rounds).toEqual([1])
  })

  it('takes the highest in the championship, and the favourites whatever their place', () => {
    const { sessions } = plan({
      strategy: strategy({ drivers: { kind: 'top', count: 2 }, favourites: ['ZZZ', 'AAA'] }),
    })
    expect(sessions[0]?.drivers).toEqual(['AAA', 'BBB', 'ZZZ'])
  })

  it('takes everyone rather than no one while the championship is unknown', () => {
    expect(plan({ standings: null }).sessions[0]?.drivers).toBeNull()
  })

  it('has nothing to do where everything is warm, and names what it will cost where not', () => {
    const stockOf = ({ round }: { readonly round: number }) =>
      round === 5 ? EMPTY_STOCK : warmStock(['AAA', 'BBB', 'CCC'])
    const { sessions, totals } = plan({ stockOf })
    const cold = sessions.filter(({ warmth }) => warmth === 'cold')
    expect(cold.map(({ id }) => id.round)).toEqual([5, 5])
    expect(totals).toMatchObject({ warm: 12, toDo: 6, sculptures: 18 })
    expect(totals.bytes).toBe(cold.reduce((sum, { bytes }) => sum + bytes, 0))
    expect(totals.bytes).toBeGreaterThan(0)
  })

  it('estimates by what this machine has measured, and says so', () => {
    const measured = withMeasured(NO_RECORD, 'archive', 'Q', { bytes: 1000, durationMs: 50 })
    const onlyQ = plan({ strategy: strategy({ sessions: ['Q'], recentRounds: 1 }), record: measured })
    expect(onlyQ.totals).toMatchObject({ bytes: 1000, durationMs: 50 })
    expect(onlyQ.isFromOwnRecord).toBe(true)
    expect(plan({ record: measured }).isFromOwnRecord).toBe(false)
  })

  it('says "No completed events for" a season without any', () => {
    const { gaps, sessions } = plan({ season: aSeason([aRound(1, { Q: 'future', R: 'future' })]) })
    expect(sessions).toEqual([])
    expect(gaps.map(({ error }) => error.message)).toEqual(['No completed events for 2026.'])
  })

  it('says "Session not available" of a practice that a sprint weekend lacks, a failure only if it was named', () => {
    const season = aSeason([aRound(1, { FP1: 'completed', S: 'completed', Q: 'completed', R: 'completed' })])
    const byStrategy = plan({ season, strategy: strategy({ sessions: ['FP2', 'Q'] }) })
    expect(byStrategy.sessions).toHaveLength(1)
    expect(byStrategy.gaps[0]?.error.message).toMatch(/^Session not available: 2026 Grand Prix 1, FP2/)
    expect(byStrategy.gaps[0]?.wasNamed).toBe(false)
    const named = plan({ season, request: { ...recent, sessions: ['FP2'] } })
    expect(named.gaps[0]?.wasNamed).toBe(true)
  })

  it('says "Driver not found" of one who did not take part, once that is known', () => {
    const request: WarmRequest = { ...recent, rounds: 1, drivers: { kind: 'list', codes: ['AAA', 'XXX'] } }
    expect(plan({ request }).gaps).toEqual([])
    const { gaps } = plan({ request, stockOf: () => warmStock(['AAA']) })
    expect(gaps.map(({ error }) => error.message)).toEqual([
      'Driver not found: XXX in 2026 Grand Prix 5, Session Q.',
      'Driver not found: XXX in 2026 Grand Prix 5, Session R.',
    ])
    expect(gaps.every(({ wasNamed }) => wasNamed)).toBe(true)
  })

  it('takes one race, or all sessions of a season that can be had', () => {
    const season = aSeason([
      aRound(1, done),
      aRound(2, { Q: 'completed', R: 'live' }),
      aRound(3, { Q: 'future' }),
    ])
    const race = plan({ season, request: { kind: 'race', source: 'demo', season: 2026, round: 1 } })
    expect(race.sessions.map(({ id }) => id)).toEqual([
      { source: 'demo', season: 2026, round: 1, session: 'Q' },
      { source: 'demo', season: 2026, round: 1, session: 'R' },
    ])
    const whole = plan({ season, request: { kind: 'season', source: 'archive', season: 2026 } })
    expect(whole.sessions.map(({ id }) => `${id.round} ${id.session}`)).toEqual(['2 Q', '1 Q', '1 R'])
  })

  it('says that there is no such round, not that the season has no events', () => {
    const { gaps } = plan({ request: { kind: 'race', source: 'archive', season: 2026, round: 30 } })
    expect(gaps.map(({ error }) => error.code)).toEqual(['session/unknown'])
  })

  it('plans each session once, only ones that are complete, and counts what it lists', () => {
    const state = fc.constantFrom(
      'completed' as const,
      'live' as const,
      'future' as const,
      'cancelled' as const,
    )
    const rounds = fc.array(fc.dictionary(fc.constantFrom(...SESSION_CODES), state), { maxLength: 6 })
    const wish = fc.record({
      rounds: fc.integer({ min: 1, max: 8 }),
      sessions: fc.uniqueArray(fc.constantFrom(...SESSION_CODES), { minLength: 1 }),
    })
    fc.assert(
      fc.property(rounds, wish, (all, { rounds: count, sessions: codes }) => {
        const season = aSeason(all.map((sessions, i) => aRound(i + 1, sessions)))
        const result = plan({ season, request: { ...recent, rounds: count, sessions: codes } })
        const ids = result.sessions.map(({ id }) => `${id.round} ${id.session}`)
        expect(new Set(ids).size).toBe(ids.length)
        for (const { id } of result.sessions) {
          const round = season.rounds.find((each) => each.round === id.round)
          const session = round?.sessions.find(({ code }) => code === id.session)
          expect(session?.state).toBe('completed')
          expect(codes as readonly SessionCode[]).toContain(id.session)
        }
        expect(result.rounds.length).toBeLessThanOrEqual(count)
        expect(result.totals.sculptures).toBe(result.totals.warm + result.totals.toDo)
      }),
    )
  })
})
