// Lives of computers that nobody would wish to own. Whatever happens to them, no instant has two runs, no two runs go
// on at once, and none that is due is kept waiting without a reason.
import fc from 'fast-check'
import { describe, it } from 'vitest'
import { latestUntil, parseRule } from '@main/core/warming/cron-rule'
import { ScheduleSimulator } from '../../../helpers/schedule-simulator'

const MINUTE_MS = 60_000
const HOUR_MS = 60 * MINUTE_MS
const DAY_MS = 24 * HOUR_MS

const RULES = ['0 3 * * 1', '0 */6 * * *', '30 2 * * *', '0 * * * *', '15 1,2 * * 0,3']
const ZONES = ['UTC', 'America/New_York', 'Australia/Lord_Howe']

const minutes = (min: number, max: number) => fc.integer({ min, max }).map((n) => n * MINUTE_MS)

type Step =
  | { readonly kind: 'awake' | 'sleep' | 'absent' | 'set'; readonly ms: number }
  | { readonly kind: 'kill' }
  | { readonly kind: 'online'; readonly is: boolean }
  | { readonly kind: 'catchUp'; readonly is: boolean }
  | { readonly kind: 'rule'; readonly rule: string; readonly zone: string }

const step: fc.Arbitrary<Step> = fc.oneof(
  { weight: 4, arbitrary: minutes(1, 36 * 60).map((ms) => ({ kind: 'awake', ms }) as const) },
  { weight: 2, arbitrary: minutes(1, 12 * 24 * 60).map((ms) => ({ kind: 'sleep', ms }) as const) },
  minutes(1, 12 * 24 * 60).map((ms) => ({ kind: 'absent', ms }) as const),
  minutes(-3 * 24 * 60, 10 * 24 * 60).map((ms) => ({ kind: 'set', ms }) as const),
  minutes(-120, 120).map((ms) => ({ kind: 'set', ms }) as const),
  fc.constant({ kind: 'kill' } as const),
  fc.boolean().map((is) => ({ kind: 'online', is }) as const),
  fc.boolean().map((is) => ({ kind: 'catchUp', is }) as const),
  fc.record({
    kind: fc.constant('rule' as const),
    rule: fc.constantFrom(...RULES),
    zone: fc.constantFrom(...ZONES),
  }),
)

async function take(gallery: ScheduleSimulator, step: Step): Promise<void> {
  switch (step.kind) {
    case 'awake':
      return await gallery.awake(step.ms)
    case 'sleep':
      return await gallery.sleep(step.ms)
    case 'absent':
      return await gallery.absent(step.ms)
    case 'kill':
      return await gallery.kill()
    case 'set':
      return gallery.setClock(gallery.now() + step.ms)
    case 'online':
      return await gallery.setPresent({ isOnline: step.is })
    case 'catchUp':
      return await gallery.setSchedule({ catchUp: step.is })
    case 'rule':
      return await gallery.setSchedule({ rule: step.rule, zone: step.zone })
  }
}

async function live(steps: readonly Step[]): Promise<ScheduleSimulator> {
  // Around the change of clocks in New York on the first of November.
  const gallery = new ScheduleSimulator(Date.UTC(2026, 9, 28, 11), {
    rule: RULES[1]!,
    zone: 'America/New_York',
    maxDelayMs: 10 * MINUTE_MS,
  })
  // Longer than many a step, so that much falls into it.
  gallery.runMs = 50 * MINUTE_MS
  gallery.tickMs = HOUR_MS
  await gallery.start()
  for (const each of steps) await take(gallery, each)
  return gallery
}

describe('whatever happens', () => {
  it('no instant has a second run, unless the first was cut off, and then no third', async () => {
    await fc.assert(
      // The simulator itself throws when two runs go on at once, or one begins before it is noted on disk.
      fc.asyncProperty(fc.array(step, { minLength: 3, maxLength: 14 }), async (steps) => {
        const { runs, log } = await live(steps)
        const ends = new Map<number, string[]>()
        for (const { order, end } of runs)
          ends.set(order.dueAt, [...(ends.get(order.dueAt) ?? []), end ?? 'running'])
        for (const [first, ...others] of ends.values())
          if (others.length > 1 || (others.length === 1 && first !== 'killed')) return false
        return !log.some(({ message }) => /broke off|could not/.test(message))
      }),
      { numRuns: 40 },
    )
  })

  it('what is due has begun, or is over, when one has been awake and unhindered for an hour and a half', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(step, { minLength: 3, maxLength: 14 }), async (steps) => {
        const gallery = await live(steps)
        await gallery.setPresent({ isOnline: true })
        const { rule, zone } = gallery.schedule
        const from = gallery.now()
        const before = gallery.runs.length
        // An hour for a tick that notices the clock, a run before it, its own delay, and an instant to be due at.
        await gallery.awake(8 * DAY_MS)
        const parsed = parseRule(rule, zone)
        const due = latestUntil(parsed, gallery.now() - 90 * MINUTE_MS)
        // It may have run already, when the clock was here before.
        const isRun = gallery.runs.some(({ order }) => order.dueAt === due)
        return due <= from || isRun || gallery.runs.slice(before).some(({ order }) => order.dueAt > due)
      }),
      { numRuns: 25 },
    )
  })
})
