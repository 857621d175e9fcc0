import { describe, expect, it } from 'vitest'
import { DEMO_FIELD } from '@main/core/sources/demo/field'
import { grandsPrixOf } from '@main/core/sources/demo/grand-prix'
import { championshipAfter } from '@main/core/sources/demo/standings'
import { world } from './demo-fixture'

describe('the championship of a simulated season', () => {
  it('begins with everybody on nothing, in the order of the field', () => {
    const standings = championshipAfter(world, 2026, 0)
    expect(standings.map(({ driver }) => driver)).toEqual(DEMO_FIELD)
    expect(standings.every(({ points, wins }) => points === 0 && wins === 0)).toBe(true)
  })

  it('gives after the first race what the first race was worth', () => {
    const race = world.plan(grandsPrixOf(2026)[0]!, 'R').result
    const standings = championshipAfter(world, 2026, 1)
    expect(standings.slice(0, 10).map(({ driver }) => driver)).toEqual(race.slice(0, 10))
    expect(standings.slice(0, 11).map(({ points }) => points)).toEqual([25, 18, 15, 12, 10, 8, 6, 4, 2, 1, 0])
    expect(standings[0]!.wins).toBe(1)
  })

  it('only ever adds points, all that races and sprints have to give', () => {
    const rounds = grandsPrixOf(2026)
    let before = championshipAfter(world, 2026, 0)
    for (const { round, isSprint } of rounds) {
      const after = championshipAfter(world, 2026, round)
      const sum = (standings: typeof after): number =>
        standings.reduce((total, { points }) => total + points, 0)
      expect(sum(after) - sum(before)).toBe(isSprint ? 101 + 36 : 101)
      for (const { driver, points } of before)
        expect(after.find((each) => each.driver === driver)!.points).toBeGreaterThanOrEqual(points)
      before = after
    }
    expect(before.map(({ points }) => points)).toEqual(
      before.map(({ points }) => points).toSorted((a, b) => b - a),
    )
    // The field is close: more than one driver wins, and not only the fastest car scores.
    expect(before.filter(({ wins }) => wins > 0).length).toBeGreaterThan(2)
    expect(before.filter(({ points }) => points > 0).length).toBeGreaterThan(10)
  })

  it('is another one every year', () => {
    const points = (season: number) => championshipAfter(world, season, 10).map((standing) => standing.points)
    expect(points(2025)).not.toEqual(points(2026))
  })
})
