// How the cost of decoding laps grows with the length of a race and with the number of cars: part of `npm run fuzz`,
// as it watches the clock.

import { decodeLaps } from '@main/core/session/decode-laps'
import { expect, it } from 'vitest'
import { longRace } from '../helpers/hostile/long-race'

const RUNS = 3

/**
 * Allowed factor of time a byte between the shortest and the longest race. One would be perfectly linear; garbage
 * collection of the larger heap alone makes it 1.5 at times; a quadratic step would make it 6.
 */
const ALLOWED_FACTOR = 3

it('decoding laps costs in proportion to the size of the race', { timeout: 0 }, () => {
  const costs = [
    [22, 13],
    [22, 26],
    [22, 52],
    [22, 78],
  ].map(([cars = 0, laps = 0]) => {
    const topics = longRace(cars, laps)
    const bytes = [...topics.values()].reduce((sum, { length }) => sum + length, 0)
    const tookMs = Math.min(...Array.from({ length: RUNS }, () => timeOf(topics, cars * laps)))
    const heapMiB = process.memoryUsage().heapUsed / 2 ** 20
    console.log(
      `${cars} cars × ${laps} laps, ${(bytes / 1e6).toFixed(1)} MB: ${tookMs.toFixed(0)} ms, ` +
        `${(tookMs / (bytes / 1e6)).toFixed(0)} ms a MB, heap ${heapMiB.toFixed(0)} MiB`,
    )
    return tookMs / bytes
  })
  expect(costs.at(-1)! / costs[0]!).toBeLessThan(ALLOWED_FACTOR)
})

function timeOf(topics: ReturnType<typeof longRace>, laps: number): number {
  const start = performance.now()
  const { drivers } = decodeLaps(topics, { season: 2031, round: 1, session: 'R', source: 'archive' })
  const tookMs = performance.now() - start
  expect(drivers.flatMap((driver) => driver.laps)).toHaveLength(laps)
  return tookMs
}
