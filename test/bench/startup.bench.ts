// How soon the window shows something, and what the application costs when nothing goes on. The real application, from
// the moment its process is asked for; it is looked at only when it has painted, for a driver would hold its start up.
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout } from 'node:timers/promises'
import electronProgram from 'electron'
import { _electron, chromium, type ElectronApplication } from 'playwright'
import { it } from 'vitest'
import { openDisplay } from '../../scripts/display.mjs'
import { projectRoot } from '../helpers/built-app'
import { NOWHERE } from '../helpers/run-command'
import { machine, median, printTable, range, record } from './measure'

const STARTS = 10
const IDLE_MS = 10_000
/** The start is over by then, also on a busy machine (ms). */
const LOOKED_AT_AFTER_MS = 4_000
/** After the first page the first plan, pictures and indexes are made; idle is what comes after (ms). */
const SETTLED_AFTER_MS = 20_000

interface Start {
  readonly windowMs: number
  readonly paintMs: number
}

it('start-up, and the cost of being idle', async () => {
  const display = await openDisplay()
  const userData = await mkdtemp(join(tmpdir(), 'f1-startup-'))
  const args = [
    ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
    ...(display.isVirtual ? ['--disable-gpu', '--enable-unsafe-swiftshader'] : []),
  ]
  const env = {
    ...(display.env as Record<string, string>),
    F1_USER_DATA: userData,
    F1_ARCHIVE_URL: `${NOWHERE}/static`,
    F1_JOLPICA_URL: `${NOWHERE}/ergast/f1`,
  }
  try {
    const starts: Start[] = []
    for (let i = 0; i < STARTS; i++) starts.push(await measureStart(args, env))
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
    const app = await _electron.launch({ args: [...args, projectRoot], env })
    await reportIdle(app)
    const electron = await app.evaluate(() => process.versions.electron)
    await app.close()
    console.log(
      `Electron ${electron}, ${display.isVirtual ? 'drawn in software' : 'on a display'}; ${machine()}`,
    )
  } finally {
    await display.close()
    await rm(userData, { recursive: true, force: true })
  }
})

async function measureStart(args: readonly string[], env: Record<string, string>): Promise<Start> {
  const startedAt = performance.timeOrigin + performance.now()
  // Outside Electron the package is the path of its program.
  const program = electronProgram as unknown as string
  const child = spawn(program, [...args, '--remote-debugging-port=0', projectRoot], {
    env,
    stdio: ['ignore', 'ignore', 'pipe'],
  })
  const left = once(child, 'exit')
  try {
    const address = await debuggerAddress(child.stderr)
    await setTimeout(LOOKED_AT_AFTER_MS)
    const browser = await chromium.connectOverCDP(address)
    const page = browser.contexts()[0]?.pages()[0]
    if (page === undefined) throw new Error('there is no page after all this time')
    const { askedAt, paintedAt } = await page.evaluate(() => {
      const askedAt = performance.timeOrigin
      const paint = performance.getEntriesByName('first-contentful-paint')[0]
      return { askedAt, paintedAt: askedAt + (paint?.startTime ?? Number.NaN) }
    })
    await browser.close()
    return { windowMs: askedAt - startedAt, paintMs: paintedAt - startedAt }
  } finally {
    child.kill()
    await left
  }
}

/** Goes on reading afterwards: who cannot write any more would fail. */
function debuggerAddress(stderr: NodeJS.ReadableStream): Promise<string> {
  return new Promise((resolve, reject) => {
    let said = ''
    stderr.on('data', (piece) => {
      said += String(piece)
      const [, address] = /DevTools listening on (ws:\S+)/.exec(said) ?? []
      if (address !== undefined) resolve(address)
    })
    stderr.once('end', () => reject(new Error(`it ended without a window: ${said}`)))
  })
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
