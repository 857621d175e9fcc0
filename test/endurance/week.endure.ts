// The simulated week, by `npm run endure` only; see scripts/endure.mjs. The integration tests live through a day.
import { expect, it } from 'vitest'
import { liveThrough } from './set-up-week'

const seed = Number(process.env['F1_ENDURE_SEED'] ?? 1)
const days = Number(process.env['F1_ENDURE_DAYS'] ?? 7)

it(`endures ${days} days, seed ${seed}, without losing, leaking or forgetting anything`, async () => {
  const lived = await liveThrough({
    seed,
    days,
    sessions: ['Q'],
    momentsADay: 6,
    kills: 3,
    log: console.log,
  })
  const happened = Object.entries(lived.happened).map(([kind, times]) => `${kind} ${times}`)
  console.log(`Happened: ${happened.join(', ')}.`)
  expect(lived.faults, `seed ${seed}`).toEqual([])
  expect(lived.ends).toHaveLength(days)
})
