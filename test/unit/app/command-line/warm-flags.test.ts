import { describe, expect, it } from 'vitest'
import { WARMING_PRESETS } from '@contract/settings'
import { CALL_VALIDATORS } from '@contract/validators'
import {
  parseDrivers,
  parseSessions,
  raceWish,
  recentWish,
  seasonWish,
} from '@main/app/command-line/warm-flags'

describe('the flags of gallery warm', () => {
  it('leave to the strategy what they do not say', () => {
    expect(recentWish({ source: 'archive' })).toEqual({ kind: 'recent', source: 'archive' })
    expect(seasonWish(2025, { source: 'demo' })).toEqual({ kind: 'season', source: 'demo', season: 2025 })
  })

  it('say which sessions and drivers, each once', () => {
    const flags = { sessions: parseSessions('q, R,Q'), drivers: parseDrivers('ver,HAM,ver') }
    expect(raceWish(2025, 20, { source: 'archive', ...flags })).toEqual({
      kind: 'race',
      source: 'archive',
      season: 2025,
      round: 20,
      sessions: ['Q', 'R'],
      drivers: { kind: 'list', codes: ['VER', 'HAM'] },
    })
  })

  it('fill from a preset what they leave open', () => {
    const wish = recentWish({ source: 'archive', preset: 'heavy', sessions: ['Q'] })
    const { recentRounds, drivers } = WARMING_PRESETS.heavy.strategy
    expect(wish).toMatchObject({ rounds: recentRounds, sessions: ['Q'], drivers })
  })

  it('cannot ask for all drivers and some', () => {
    const flags = { source: 'archive', drivers: ['VER'], allDrivers: true } as const
    expect(() => recentWish(flags)).toThrow('one of them')
  })

  it.each(['', 'Q,', 'Q,FP4', 'qualifying please'])('refuse %j as sessions', (text) => {
    expect(() => parseSessions(text)).toThrow('Expected sessions')
  })

  it.each(['', 'VER,', 'VERSTAPPEN', 'V R'])('refuse %j as drivers', (text) => {
    expect(() => parseDrivers(text)).toThrow('Expected driver codes')
  })

  it('make wishes that the application takes', () => {
    const wishes = [
      recentWish({ source: 'archive', rounds: 10, season: 2024, allDrivers: true }),
      raceWish(2025, 1, { source: 'demo', preset: 'light' }),
      seasonWish(2018, { source: 'archive', sessions: ['R'] }),
    ]
    for (const wish of wishes) expect(CALL_VALIDATORS['warming:start'].parse(wish)).toEqual(wish)
  })
})
