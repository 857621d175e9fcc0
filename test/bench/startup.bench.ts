// How soon the window shows something, and what the application costs when nothing goes on. The real application, from
// the start of its process; the driver that asks it holds the start up until it is connected, so the times are upper
// bounds.
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout } from 'node:timers/promises'
import { _electron, type ElectronApplication } from 'playwright'
import { it } from 'vitest'
import { openDisplay } from '../../scripts/display.mjs'
import { projectRoot } from '../helpers/built-app'
import { NOWHERE } from '../helpers/run-command'
import { machine, median, printTable, range, record } from './measure'

const STARTS = 10
const IDLE_MS = 10_000
/** After the first page the first plan, pictures and indexes are made; idle is what comes after (ms). */
const SETTLED_AFTER_MS = 20_000

interface Start {
  readonly windowMs: number
  readonly paintMs: number
}

it('start-up, and the cost of being idle', async () => {
  const display = await openDisplay()
  const userData = await mkdtemp(join(tmpdir(), 'f1-startup-'))
  const launch = () =>
    _electron.launch({
      args: [
        ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
        ...(display.isVirtual ? ['--disable-gpu', '--enable-unsafe-swiftshader'] : []),
        projectRoot,
      ],
      env: {
        ...(display.env as Record<string, string>),
        F1_USER_DATA: userData,
        F1_ARCHIVE_URL: `${NOWHERE}/static`,
        F1_JOLPICA_URL: `${NOWHERE}/ergast/f1`,
      },
    })
  try {
    const starts: Start[] = []
    let electron = ''
    for (let i = 0; i < STARTS; i++) {
      const app = await launch()
      starts.push(await measureStart(app))
      electron = await app.evaluate(() => process.versions.electron)
      if (i === STARTS - 1) await reportIdle(app)
      await app.close()
    }
    const paints = starts.map(({ paintMs }) => paintMs)
    const windows = starts.map(({ windowMs }) => windowMs)
    record('startup', [
      { name: 'process to the page being asked for', unit: 'ms', values: windows },
      { name: 'process to the first paint with content', unit: 'ms', values: paints },
    ])
    printTable(
      [`${STARTS} starts, the first from an empty profile, ms`, 'median', 'range'],
      [
        ['process to the page being asked for', median(windows).toFixed(0), range(windows)],
        ['process to the first paint with content', median(paints).toFixed(0), range(paints)],
      ],
    )
    console.log(
      `Electron ${electron}, ${display.isVirtual ? 'drawn in software' : 'on a display'}; ${machine()}`,
    )
  } finally {
    await display.close()
    await rm(userData, { recursive: true, force: true })
  }
})

async function measureStart(app: ElectronApplication): Promise<Start> {
  const page = await app.firstWindow()
  const { askedAt, paintedAt } = await page.evaluate(async () => {
    const name = 'first-contentful-paint'
    const seen = () => performance.getEntriesByName(name)[0]?.startTime
    for (let paint = seen(); ; paint = seen()) {
      const askedAt = performance.timeOrigin
      if (paint !== undefined) return { askedAt, paintedAt: askedAt + paint }
      await new Promise((resolve) => requestAnimationFrame(resolve))
    }
  })
  const startedAt = await app.evaluate(({ app }) => {
    const main = app.getAppMetrics().find(({ type }) => type === 'Browser')
    return main?.creationTime ?? Number.NaN
  })
  return { windowMs: askedAt - startedAt, paintMs: paintedAt - startedAt }
}

/** Of the last start, with the archive chosen: the simulated season would still be filling its wall. */
async function reportIdle(app: ElectronApplication): Promise<void> {
  const page = await app.firstWindow()
  await page.getByRole('radio', { name: 'Official archive' }).check()
  await setTimeout(SETTLED_AFTER_MS)
  const read = () =>
    app.evaluate(({ app }) =>
      app.getAppMetrics().map(({ type, cpu, memory }) => ({
        type: type as string,
        cpuPercent: cpu.percentCPUUsage,
        memoryMiB: memory.workingSetSize / 1024,
      })),
    )
  await read() // the percentage is that since it was last asked for
  await setTimeout(IDLE_MS)
  const rows = (await read()).filter(({ type }) => type === 'Browser' || type === 'Tab' || type === 'GPU')
  for (const { type, cpuPercent, memoryMiB } of rows)
    record('startup', [
      { name: `idle: ${type}`, unit: '% of a core', values: [cpuPercent] },
      { name: `idle: ${type}`, unit: 'MiB resident', values: [memoryMiB] },
    ])
  printTable(
    [`idle for ${IDLE_MS / 1000} s`, 'CPU, % of a core', 'resident, MiB'],
    rows.map(({ type, cpuPercent, memoryMiB }) => [type, cpuPercent.toFixed(2), memoryMiB.toFixed(0)]),
  )
}
