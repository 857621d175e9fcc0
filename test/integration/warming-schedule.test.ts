// The schedule on real timers and a real disk; the week's length is the business of the simulated ones.
import { readdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, it, onTestFinished, vi } from 'vitest'
import { DEFAULT_SETTINGS } from '@contract/settings'
import { createScheduleStore } from '@main/adapters/schedule-store'
import {
  startWarmingSchedule,
  type WarmingSchedule,
  type WarmingScheduleOptions,
} from '@main/adapters/warming-schedule'
import { firstState, type RunOrder } from '@main/core/warming/schedule-state'
import type { SurroundingsChange } from '@main/core/warming/surroundings'
import { silentLogger } from '../helpers/silent-logger'
import { temporaryFolder } from '../helpers/temporary-folder'

/** Two seconds before a Monday's run; from then on it goes as the real clock does. */
const START = Date.UTC(2026, 10, 30, 3) - 2_000

interface Started {
  readonly schedule: WarmingSchedule
  readonly orders: readonly RunOrder[]
  readonly change: (change: SurroundingsChange) => void
}

function start(folder: string, startAt: number, change: Partial<WarmingScheduleOptions> = {}): Started {
  const began = performance.now()
  const orders: RunOrder[] = []
  let listener: (change: SurroundingsChange) => void = () => {}
  const schedule = startWarmingSchedule({
    folder,
    logger: silentLogger(),
    clock: { now: () => startAt + performance.now() - began, elapsed: () => performance.now() },
    surroundings: {
      isOnline: () => true,
      isOnBattery: () => false,
      isMetered: () => Promise.resolve(null),
      onChange: (given) => {
        listener = given
        return () => {}
      },
    },
    holds: () => Promise.resolve({ isOtherRunning: false, paused: null, isDiskOk: true }),
    needsNetwork: () => true,
    settings: () => ({ schedule: { ...DEFAULT_SETTINGS.schedule, maxDelayMs: 0 }, sessions: ['Q', 'R'] }),
    season: () => Promise.resolve(null),
    startRun: (order) => {
      orders.push(order)
      return Promise.resolve({ result: 'done', runId: `run-${orders.length}`, notYet: [] })
    },
    ...change,
  })
  onTestFinished(() => schedule.close())
  return { schedule, orders, change: (what) => listener(what) }
}

describe('the schedule on a real clock', () => {
  it('begins a run when its instant comes, and remembers it over a restart', async () => {
    const folder = await temporaryFolder()
    const { schedule, orders } = start(folder, START)
    await vi.waitFor(() => expect(orders).toHaveLength(1), { timeout: 10_000, interval: 50 })
    await vi.waitFor(() => expect(schedule.status().lastRunAt).not.toBeNull())
    schedule.close()
    schedule.close()
    const again = start(folder, START + 60_000)
    await again.schedule.check('tick')
    expect(again.orders).toEqual([])
    expect(again.schedule.status().history).toMatchObject([{ outcome: 'ran', runId: 'run-1' }])
  })

  it('makes up for a missed run on waking, once, however many things happen at the same time', async () => {
    const folder = await temporaryFolder()
    start(folder, START - 86_400_000).schedule.close()
    const before = start(folder, START - 86_400_000)
    await before.schedule.check('tick')
    before.schedule.close()
    const { schedule, orders, change } = start(folder, START + 2 * 86_400_000)
    change('resume')
    change('power')
    await Promise.all([schedule.check('tick'), schedule.check('network')])
    await schedule.check('tick')
    expect(orders.map(({ trigger }) => trigger)).toEqual(['catch-up'])
  })
})

describe('the memory of the schedule', () => {
  it('is read back as it was written', async () => {
    const store = createScheduleStore(await temporaryFolder(), silentLogger())
    expect(store.load()).toBeNull()
    const state = { ...firstState(7), countedBy: '0 3 * * 1 UTC', handledThrough: START, ran: [START] }
    await store.save(state)
    expect(store.load()).toEqual(state)
  })

  it.each(['{"version":1', '{"version":2}', ''])(
    'is set aside when it is damaged, and begins anew: %j',
    async (damaged) => {
      const folder = await temporaryFolder()
      await writeFile(join(folder, 'schedule.json'), damaged)
      const logger = silentLogger()
      expect(createScheduleStore(folder, logger).load()).toBeNull()
      expect(logger.lines.map(({ message }) => message).join()).toContain('schedule.json.unreadable')
      await expect(readFile(join(folder, 'schedule.json.unreadable'), 'utf8')).resolves.toBe(damaged)
      await expect(readdir(folder)).resolves.toEqual(['schedule.json.unreadable'])
    },
  )
})
