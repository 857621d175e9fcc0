// One life of the main side, in a process of its own so that it can be killed: the parts as they ship, with the desk of the
// warming and its schedule, in hasty time. Does what its parent says, one line of JSON a message.
import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { setFlagsFromString } from 'node:v8'
import { setTimeout as wait } from 'node:timers/promises'
import { runInNewContext } from 'node:vm'
import { DEFAULT_SETTINGS, type Settings } from '@contract/settings'
import { toReport } from '@main/core/app-error'
import { createNodeNetwork } from '@main/adapters/http/node-network'
import { cacheLimitsOf } from '@main/app/source-cache'
import { compose } from '@main/app/compose'
import { openWarmingDesk } from '@main/app/warming-desk'
import { HastyTime } from './hasty-time'
import type { LifeCalls, LifeOrder, LifeView } from './life-calls'
import { DAY_MS, HOUR_MS, MINUTE_MS } from './week-plan'

const order = JSON.parse(process.argv[2] ?? '') as LifeOrder
/** Between two looks at the clock: as in the schedule's simulator, longer than in the application. */
const TICK_MS = 20 * MINUTE_MS
/** Work is waited for before time goes on, or it would seem to take hours. Real ms. */
const WORK_WITHIN_MS = 20_000
/** A run that plans has no task under way yet. Real ms. */
const PLANS_WITHIN_MS = 150
/** As in the application's housekeeping. */
const SWEEP_AT_MS = 4.5 * HOUR_MS

const time = new HastyTime(order.startAt)
const closing = new AbortController()
const troubles: string[] = []
const logger = {
  log: (level: string, area: string, message: string) => {
    if (level === 'error') troubles.push(`log: ${area}: ${message}`)
  },
}
let settings: Settings = { ...DEFAULT_SETTINGS, ...order.settings }
const store = {
  get: <K extends keyof Settings>(name: K): Settings[K] => settings[name],
  set: (change: Partial<Settings>) => void (settings = { ...settings, ...change }),
}
const parts = compose({
  cacheFolder: join(order.folder, 'cache'),
  cacheLimits: cacheLimitsOf(settings.cache),
  limitsFolder: join(order.folder, 'request-limits'),
  taskHistory: { file: join(order.folder, 'tasks.json'), access: 'keep' },
  network: createNodeNetwork(),
  warming: {
    settings: () => settings,
    record: { file: join(order.folder, 'session-costs.json'), access: 'keep' },
    onRunEnded: () => desk.check('run-ended'),
    onPauseChange: () => desk.check('settings'),
  },
  onSculpturesImproved: () => {},
  workerFile: order.workerFile,
  logger,
  time,
  switches: {
    hosts: { archiveUrls: [`${order.url}/static`], jolpicaUrl: `${order.url}/ergast/f1` },
    userData: order.folder,
    startAt: null,
  },
})
const desk = openWarmingDesk({
  parts,
  store,
  mended: null,
  userData: order.folder,
  logger,
  currentSource: () => 'archive',
  closing: closing.signal,
  onChange: () => {},
  onSettingsChange: ({ cache }) => {
    if (cache !== undefined) parts.setCacheLimits(cacheLimitsOf(cache)).catch(() => {})
  },
})
desk.startSchedule({
  isOnline: () => true,
  isOnBattery: () => false,
  isMetered: () => Promise.resolve(null),
  onChange: () => () => {},
})
const gallery = parts.galleries.archive
const cache = parts.caches.archive
let clicksOpen = 0
const clicks = { served: 0, refused: 0 }
let runs = 0
setFlagsFromString('--expose-gc')
const collectGarbage = runInNewContext('gc') as () => void

async function click({ round, session, nth }: LifeCalls['click']['input']): Promise<void> {
  clicksOpen += 1
  try {
    const id = { source: 'archive', season: order.season, round, session } as const
    const { laps } = await gallery.openSession(id)
    const timed = laps.drivers.filter(({ fastest }) => fastest !== null)
    const driver = timed[nth % timed.length]?.code
    if (driver !== undefined) await gallery.openSculpture({ ...id, driver, lap: 'fastest' })
    clicks.served += 1
  } catch (error) {
    clicks.refused += 1
    const { code, message } = toReport(error)
    if (code === 'internal/bug') troubles.push(`a click: ${message} ${String(error)}`)
  } finally {
    clicksOpen -= 1
  }
}

async function settle(): Promise<void> {
  const startedAt = performance.now()
  for (;;) {
    await wait(5)
    const states = parts.tasks.list().filter(({ state }) => state === 'active')
    const isBusy = states.some(({ run }) => run === null)
    if (states.length === 0) return
    if (performance.now() - startedAt > (isBusy ? WORK_WITHIN_MS : PLANS_WITHIN_MS)) return
  }
}

async function pass(ms: number): Promise<void> {
  const until = time.clock.now() + ms
  while (time.clock.now() < until) {
    await settle()
    const before = time.clock.now()
    time.pass(Math.min(TICK_MS, until - before))
    desk.check('run-ended')
    if (Math.floor((before - SWEEP_AT_MS) / DAY_MS) < Math.floor((time.clock.now() - SWEEP_AT_MS) / DAY_MS))
      await parts.sweep()
  }
}

function unfinished(): readonly string[] {
  return parts.tasks
    .list()
    .filter(({ state }) => state === 'waiting' || state === 'active' || state === 'delayed')
    .map(({ id, kind, subject, state, delay }) => `${id} ${kind} ${subject} ${state} ${delay?.reason ?? ''}`)
}

/** Until nothing is left to do, or for as long as any of it may take. */
async function calmDown(): Promise<readonly string[]> {
  parts.pause.end()
  const startedAt = performance.now()
  while (unfinished().length + clicksOpen > 0 && performance.now() - startedAt < 90_000) {
    await settle()
    time.pass(MINUTE_MS)
    await wait(50)
  }
  return unfinished()
}

async function look(): Promise<LifeView> {
  collectGarbage()
  await wait(20)
  collectGarbage()
  const status = await cache.status()
  const { schedule } = desk.status()
  const { heapUsed, rss, arrayBuffers } = process.memoryUsage()
  return {
    now: time.clock.now(),
    keys: await cache.keys(),
    rawEntries: status.disk.raw.entries,
    corrupt: status.corrupt,
    health: status.health.state,
    unfinished: unfinished(),
    clicksOpen,
    clicks: { ...clicks },
    runs,
    tasksListed: parts.tasks.list().length,
    schedule: { isOn: schedule.isOn, nextAt: schedule.next[0] ?? null, history: schedule.history.length },
    troubles: troubles.splice(0),
    sleepers: time.waiting,
    heapMiB: heapUsed / 2 ** 20,
    rssMiB: rss / 2 ** 20,
    buffersMiB: arrayBuffers / 2 ** 20,
    handles: readdirSync('/proc/self/fd').length,
    resources: process.getActiveResourcesInfo().length,
  }
}

const answers: {
  readonly [K in keyof LifeCalls]: (input: LifeCalls[K]['input']) => Promise<LifeCalls[K]['output']>
} = {
  pass: async ({ forMs }) => await pass(forMs),
  sleep: async ({ forMs }) => {
    await settle()
    time.sleepThrough(forMs)
    desk.check('run-ended')
    await settle()
  },
  click: async (input) => {
    void click(input)
    await wait(30)
  },
  warm: async () => {
    runs += 1
    parts.warming.start({ kind: 'recent', source: 'archive' }, 'asked').done.catch(() => {})
    await wait(30)
  },
  cancel: async () => {
    if (parts.warming.runId !== null) parts.tasks.cancel(parts.warming.runId)
    await wait(30)
  },
  pause: async () => parts.pause.begin(null),
  resume: async () => parts.pause.end(),
  change: async ({ change }) => void desk.settings.change(change),
  clear: async ({ scope }) => {
    await settle()
    // A disk that takes nothing may refuse that as well, and says so.
    await cache.clear(scope).catch(() => {})
  },
  calmDown,
  sweep: async () => await parts.sweep(),
  look,
  close: async () => {
    desk.close()
    await parts.close()
  },
}

process.on('message', ({ id, call, input }: { id: number; call: keyof LifeCalls; input: never }) => {
  answers[call](input).then(
    (output: unknown) => process.send?.({ id, output }),
    (error: unknown) => process.send?.({ id, error: error instanceof Error ? error.stack : String(error) }),
  )
})
// Of listeners that pile up, for one.
process.on('warning', ({ stack, message }) => troubles.push(`warning: ${stack ?? message}`))
process.on('disconnect', () => process.exit())
process.on('unhandledRejection', (error) =>
  troubles.push(`unhandled: ${error instanceof Error ? error.stack : String(error)}`),
)
process.send?.({ id: 0, output: null })
