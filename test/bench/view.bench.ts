// What a visitor waits for in the window, and what looking around costs: from click to first frame of warm sculptures, a
// wall of a thousand, memory over many visits, a hall of twenty laps, long tasks beside a warming run. The real application, drawing as it does here.
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { _electron, type CDPSession, type ElectronApplication, type Page } from 'playwright'
import { it } from 'vitest'
import { openDisplay } from '../../scripts/display.mjs'
import { projectRoot } from '../helpers/built-app'
import { NOWHERE } from '../helpers/run-command'
import { hangManySculptures } from '../helpers/many-sculptures'
import { BesidePage } from '../e2e/pages/beside-page'
import { WallPage } from '../e2e/pages/wall-page'
import { reportLookingAround } from './looking-around'
import { machine, median, percentile, printTable, record } from './measure'
import { taskTimes } from './page-tasks'

const SCULPTURES = 1_000
const CLICKS = 20
/** Somebody looks before they press. */
const REST_MS = 350
const VISITS = 200
/** As somebody who scrolls fast: a notch and a half of a wheel a frame. */
const SCROLL_PX = 150
const FRAMES = 60

type Display = Awaited<ReturnType<typeof openDisplay>>

it('the view: clicks, a long wall, memory, a full hall', async () => {
  const display = await openDisplay()
  const userData = await mkdtemp(join(tmpdir(), 'f1-view-'))
  try {
    const hung = await hangManySculptures(join(userData, 'cache'), SCULPTURES)
    const drawn = await firstPictures(display, userData)
    const app = await launch(display, userData)
    const page = await app.firstWindow()
    const stored = await picturesAt(page)
    const cdp = await page.context().newCDPSession(page)
    printTable(
      [`a wall of ${hung} sculptures, ms after the page began`, 'first paint', 'six pictures'],
      [
        ['first start: drawn', drawn.paintedMs.toFixed(0), drawn.hungMs.toFixed(0)],
        ['second start: stored', stored.paintedMs.toFixed(0), stored.hungMs.toFixed(0)],
      ],
    )
    const visitor = new WallPage(page)
    await click(page, visitor, 0, REST_MS)
    const rows: string[][] = []
    for (const [name, restMs] of [
      ['as soon as the pointer is there', 0],
      ['after resting on the card', REST_MS],
    ] as const) {
      const ms: number[] = []
      for (let i = 0; i < CLICKS; i++) ms.push(await click(page, visitor, i % 7, restMs))
      record('view', [{ name: `click to first frame, ${name}`, unit: 'ms', values: ms }])
      rows.push([name, median(ms).toFixed(0), percentile(ms, 0.95).toFixed(0)])
    }
    printTable(['click to first frame of a warm sculpture, ms', 'p50', 'p95'], rows)
    await reportScrolling(app, page, visitor, join(userData, 'trace.json'))
    await reportVisits(page, cdp)
    await reportHall(page, cdp)
    await page.keyboard.press('Escape')
    await reportLookingAround(app, page, userData)
    const electron = await app.evaluate(() => process.versions.electron)
    console.log(
      `Electron ${electron}, ${display.isVirtual ? 'drawn in software' : 'on a display'}; ${machine()}`,
    )
    await app.close()
  } finally {
    await display.close()
    await rm(userData, { recursive: true, force: true })
  }
})

function launch(display: Display, userData: string): Promise<ElectronApplication> {
  return _electron.launch({
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
}

async function firstPictures(display: Display, userData: string): Promise<Pictures> {
  const app = await launch(display, userData)
  const pictures = await picturesAt(await app.firstWindow())
  await app.close()
  return pictures
}

interface Pictures {
  readonly paintedMs: number
  readonly hungMs: number
}

async function picturesAt(page: Page): Promise<Pictures> {
  await page.getByRole('radio', { name: 'Simulated' }).check()
  await new WallPage(page).hung(6)
  return page.evaluate(() => ({
    paintedMs: performance.getEntriesByName('first-contentful-paint')[0]?.startTime ?? Number.NaN,
    hungMs: performance.getEntriesByName('wall:hung')[0]?.startTime ?? Number.NaN,
  }))
}

/** From the wall to the plinth and back. @returns ms from the click to the first drawn frame. */
async function click(page: Page, wall: WallPage, card: number, restMs: number): Promise<number> {
  const button = wall.cards.nth(card)
  await button.hover()
  await page.waitForTimeout(restMs)
  const ms = await button.evaluate((element: HTMLElement) => {
    performance.clearMarks('sculpture:shown')
    const clickedAt = performance.now()
    element.click()
    return new Promise<number>((resolve) => {
      const look = (): void => {
        const [shown] = performance.getEntriesByName('sculpture:shown')
        if (shown === undefined) setTimeout(look, 1)
        else resolve(shown.startTime - clickedAt)
      }
      look()
    })
  })
  await page.waitForTimeout(300)
  await page.keyboard.press('Escape')
  await wall.cards.first().waitFor()
  return ms
}

/** All of the wall, unfolded because something is looked for that every sculpture has. */
async function reportScrolling(
  app: ElectronApplication,
  page: Page,
  wall: WallPage,
  traceFile: string,
): Promise<void> {
  await wall.search.fill('simulated')
  await page.waitForTimeout(1_000)
  await app.evaluate(({ contentTracing }) =>
    contentTracing.startRecording({ included_categories: ['toplevel'] }),
  )
  const { frames, longTasks, seconds, heightPx, cards } = await page.evaluate(async (stepPx) => {
    const room = document.querySelector('.wall')!
    const longTasks: number[] = []
    const observer = new PerformanceObserver((list) => {
      for (const { duration } of list.getEntries()) longTasks.push(duration)
    })
    observer.observe({ entryTypes: ['longtask'] })
    const startedAt = performance.now()
    let frames = 0
    let cards = 0
    while (room.scrollTop + room.clientHeight < room.scrollHeight - 1) {
      room.scrollTop += stepPx
      frames++
      await new Promise((resolve) => requestAnimationFrame(resolve))
      cards = Math.max(cards, document.querySelectorAll('button.piece').length)
    }
    await new Promise((resolve) => setTimeout(resolve, 300))
    observer.disconnect()
    const seconds = (performance.now() - startedAt) / 1000
    return { frames, longTasks, seconds, heightPx: room.scrollHeight, cards }
  }, SCROLL_PX)
  await app.evaluate(({ contentTracing }, file) => contentTracing.stopRecording(file), traceFile)
  const workedMs = await taskTimes(traceFile)
  printTable(
    ['scrolling the whole wall', 'value'],
    [
      ['height', `${heightPx} px in ${frames} frames, ${seconds.toFixed(1)} s`],
      ['cards there at a time, at most', String(cards)],
      ['tasks over 50 ms', String(longTasks.length)],
      ['the longest, ms', longTasks.length === 0 ? 'none' : Math.max(...longTasks).toFixed(0)],
      ['tasks that worked for over 50 ms', String(workedMs.filter((ms) => ms > 50).length)],
      ['the one that worked longest, ms', Math.max(0, ...workedMs).toFixed(0)],
    ],
  )
  await page.keyboard.press('Escape')
  await wall.search.fill('')
  await page.evaluate(() => document.querySelector('.wall')!.scrollTo({ top: 0 }))
}

/** Sculptures that are opened and left again, and what stays of them. */
async function reportVisits(page: Page, cdp: CDPSession): Promise<void> {
  const visit = (count: number): Promise<void> =>
    page.evaluate(async (visits) => {
      const shown = () => performance.getEntriesByName('sculpture:shown').length > 0
      const pause = () => new Promise((resolve) => setTimeout(resolve, 4))
      for (let i = 0; i < visits; i++) {
        performance.clearMarks()
        const cards = document.querySelectorAll<HTMLElement>('button.piece')
        cards[i % cards.length]?.click()
        const givenUpAt = performance.now() + 5_000
        while (!shown() && performance.now() < givenUpAt) await pause()
        window.dispatchEvent(new KeyboardEvent('keydown', { key: 'Escape', cancelable: true }))
        await pause()
      }
    }, count)
  const weigh = async (): Promise<readonly [number, number]> => {
    await cdp.send('HeapProfiler.collectGarbage')
    const { usedSize } = await cdp.send('Runtime.getHeapUsage')
    const geometries = await page.locator('canvas#sculpture').getAttribute('data-geometries')
    return [usedSize / 2 ** 20, Number(geometries)]
  }
  await visit(20)
  const before = await weigh()
  await visit(VISITS)
  const after = await weigh()
  record('view', [{ name: `heap kept by ${VISITS} visits`, unit: 'MiB', values: [after[0] - before[0]] }])
  printTable(
    [`${VISITS} sculptures opened and left`, 'before', 'after'],
    [
      ['JavaScript heap after collection, MiB', before[0].toFixed(1), after[0].toFixed(1)],
      ['geometries on the GPU', String(before[1]), String(after[1])],
    ],
  )
}

/** JavaScript a frame while twenty laps are turned. */
async function reportHall(page: Page, cdp: CDPSession): Promise<void> {
  await new WallPage(page).cards.first().click()
  const beside = new BesidePage(page)
  await beside.all.click()
  // All that come have come when nothing has changed for a while, refined ones included: what is built meanwhile is
  // no part of a frame.
  const standing = () => page.locator('canvas#sculpture').getAttribute('data-laps')
  for (let before = '', now = await standing(); before !== now || Number(now) < 2; now = await standing()) {
    before = now ?? ''
    await page.waitForTimeout(8_000)
  }
  await page.locator('canvas#sculpture').focus()
  await cdp.send('Performance.enable')
  const scriptMs = async (): Promise<number> => {
    const { metrics } = await cdp.send('Performance.getMetrics')
    return (metrics.find(({ name }) => name === 'ScriptDuration')?.value ?? Number.NaN) * 1000
  }
  const before = await scriptMs()
  const laps = await page.evaluate(async (frames) => {
    const canvas = document.querySelector<HTMLElement>('canvas#sculpture')!
    for (let i = 0; i < frames; i++) {
      canvas.dispatchEvent(
        new KeyboardEvent('keydown', { key: 'ArrowRight', bubbles: true, cancelable: true }),
      )
      await new Promise((resolve) => requestAnimationFrame(resolve))
    }
    return canvas.dataset['laps'] ?? ''
  }, FRAMES)
  const perFrame = ((await scriptMs()) - before) / FRAMES
  record('view', [{ name: `a frame of ${laps} laps, JavaScript`, unit: 'ms mean', values: [perFrame] }])
  printTable([`${laps} laps turned`, 'JavaScript a frame, ms'], [['mean', perFrame.toFixed(1)]])
}
