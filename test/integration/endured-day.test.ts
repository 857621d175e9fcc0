// A short day of what `npm run endure` lives through for a week: the same parts, faults and checks.
import { expect, it } from 'vitest'
import { liveThrough } from '../endurance/set-up-week'

// Three qualifyings are simulated for it, on whatever the machine has left.
it('endures a day with faults and a kill, and has everything it stored', { timeout: 180_000 }, async () => {
  const lines: string[] = []
  const lived = await liveThrough({
    seed: 4,
    days: 1,
    sessions: ['Q'],
    momentsADay: 2,
    kills: 1,
    log: (line) => void lines.push(line),
  })
  expect(lived.faults, lines.join('\n')).toEqual([])
  expect(lived.happened).toMatchObject({ kill: 1 })
  const [end] = lived.ends
  // It has done something at all.
  expect([...(end?.files.keys.values() ?? [])].flat().length).toBeGreaterThan(20)
  expect(end?.view.tasksListed).toBeGreaterThan(0)
})
