// The championship of a simulated season after any of its rounds, read off the plans of its races: no lap is driven
// for it. Points as in the real one; ties are broken by wins, then by seconds, and so on.

import { DEMO_FIELD, type DemoDriver } from './field'
import { grandsPrixOf } from './grand-prix'
import type { DemoWorld } from './weekend'

/** For the first ten of a race and the first eight of a sprint. */
export const RACE_POINTS: readonly number[] = [25, 18, 15, 12, 10, 8, 6, 4, 2, 1]
export const SPRINT_POINTS: readonly number[] = [8, 7, 6, 5, 4, 3, 2, 1]

export interface DemoStanding {
  readonly driver: DemoDriver
  /** 1..n */
  readonly position: number
  readonly points: number
  readonly wins: number
}

/**
 * Everybody, the leader of the championship first.
 * @param afterRound 0 is before the first race: the order of the field, without points.
 */
export function championshipAfter(
  world: DemoWorld,
  season: number,
  afterRound: number,
): readonly DemoStanding[] {
  const points = new Map<DemoDriver, number>(DEMO_FIELD.map((driver) => [driver, 0]))
  /** How often each driver came in first, second, and so on. */
  const finishes = new Map<DemoDriver, number[]>(
    DEMO_FIELD.map((driver) => [driver, DEMO_FIELD.map(() => 0)]),
  )
  for (const grandPrix of grandsPrixOf(season).slice(0, afterRound)) {
    const race = world.plan(grandPrix, 'R').result
    for (const [i, driver] of race.entries()) finishes.get(driver)![i]! += 1
    const results = grandPrix.isSprint
      ? [[race, RACE_POINTS] as const, [world.plan(grandPrix, 'S').result, SPRINT_POINTS] as const]
      : [[race, RACE_POINTS] as const]
    for (const [result, scale] of results)
      for (const [i, driver] of result.entries()) points.set(driver, points.get(driver)! + (scale[i] ?? 0))
  }
  const better = (a: DemoDriver, b: DemoDriver): number =>
    points.get(b)! - points.get(a)! || countBack(finishes.get(a)!, finishes.get(b)!)
  return DEMO_FIELD.toSorted(better).map((driver, i) => ({
    driver,
    position: i + 1,
    points: points.get(driver)!,
    wins: finishes.get(driver)![0]!,
  }))
}

function countBack(a: readonly number[], b: readonly number[]): number {
  const place = a.findIndex((count, i) => count !== b[i])
  return place === -1 ? 0 : b[place]! - a[place]!
}
