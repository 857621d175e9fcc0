// Whether a visitor notices a warming run in the same application: the wall is scrolled and a sculpture turned, first with
// nothing else going on, then while rounds of the season that is looked at are simulated, built and hung.
import { join } from 'node:path'
import type { ElectronApplication, Page } from 'playwright'
import type { WarmRequest } from '@contract/warming'
import { WallPage } from '../e2e/pages/wall-page'
import { printTable, record } from './measure'
import { tasksDuring, type Tasks } from './page-tasks'

/** Of each: long enough for several sessions to be made and hung meanwhile. */
const SCROLL_MS = 15_000
const TURN_MS = 15_000
/** From here on a browser calls a task long. */
const LONG_MS = 50
/** As somebody who reads along. */
const SCROLL_PX = 40

/** More than can be made meanwhile, and nothing that the wall hangs by itself. */
const WARMED: WarmRequest = {
  kind: 'recent',
  source: 'demo',
  rounds: 20,
  sessions: ['FP1', 'FP2'],
  drivers: { kind: 'all' },
}

/** @param page shows the wall of the simulated season. */
export async function reportLookingAround(
  app: ElectronApplication,
  page: Page,
  folder: string,
): Promise<void> {
  const traceFile = join(folder, 'trace.json')
  const look = () => tasksDuring(app, page, traceFile, () => lookAround(page))
  const alone = await look()
  const hungBefore = await hangs(page)
  await page.evaluate((request) => window.api.call('warming:start', request), WARMED)
  const beside = await look()
  const hung = (await hangs(page)) - hungBefore
  const status = await page.evaluate(() => window.api.call('warming:getStatus', undefined))
  const isOver = status.ok && status.value.runId === null
  printTable(
    [
      `the wall scrolled for ${SCROLL_MS / 1000} s, a sculpture turned for ${TURN_MS / 1000} s`,
      'alone',
      'beside warming',
    ],
    [
      ['tasks of the page over 50 ms', ...both(alone, beside, ({ longMs }) => longMs.length)],
      ['the longest, ms', ...both(alone, beside, ({ longMs }) => Math.max(0, ...longMs))],
      [
        'tasks that worked for over 50 ms',
        ...both(alone, beside, ({ workedMs }) => workedMs.filter((ms) => ms > LONG_MS).length),
      ],
      ['the one that worked longest, ms', ...both(alone, beside, longestWork)],
      ['work of the page, ms', ...both(alone, beside, allWork)],
      ['the main process late: p99, ms', ...both(alone, beside, ({ mainLateMs }) => mainLateMs.p99)],
      ['the main process late: most, ms', ...both(alone, beside, ({ mainLateMs }) => mainLateMs.max)],
    ],
  )
  console.log(
    `${hung} sculptures were hung meanwhile${isOver ? '; the warming ended before the looking did' : ''}`,
  )
  const figure = (name: string, unit: string, of: (tasks: Tasks) => number) => ({
    name: `${name}, beside warming`,
    unit,
    values: [of(beside)],
    floor: { name: 'the same alone', values: [of(alone)] },
  })
  record('view', [
    figure('tasks over 50 ms', 'tasks', ({ longMs }) => longMs.length),
    figure('most work in a task', 'ms', longestWork),
    figure('work of the page', 'ms', allWork),
    figure('main process late, p99', 'ms', ({ mainLateMs }) => mainLateMs.p99),
  ])
}

function longestWork({ workedMs }: Tasks): number {
  return workedMs.reduce((most, ms) => Math.max(most, ms), 0)
}

function allWork({ workedMs }: Tasks): number {
  return workedMs.reduce((sum, ms) => sum + ms, 0)
}

function both(alone: Tasks, beside: Tasks, of: (tasks: Tasks) => number): readonly [string, string] {
  return [of(alone).toFixed(0), of(beside).toFixed(0)]
}

async function hangs(page: Page): Promise<number> {
  const answer = await page.evaluate(() =>
    window.api.call('wall:list', { source: 'demo', from: 0, limit: 1 }),
  )
  return answer.ok ? answer.value.total : Number.NaN
}

async function lookAround(page: Page): Promise<void> {
  const wall = new WallPage(page)
  await wall.cards.first().waitFor()
  await page.evaluate(
    async ({ forMs, stepPx }) => {
      const room = document.querySelector('.wall')!
      const until = performance.now() + forMs
      for (let step = stepPx; performance.now() < until;) {
        room.scrollTop += step
        if (room.scrollTop + room.clientHeight >= room.scrollHeight - 1) step = -stepPx
        else if (room.scrollTop === 0) step = stepPx
        await new Promise((resolve) => requestAnimationFrame(resolve))
      }
      room.scrollTo({ top: 0 })
    },
    { forMs: SCROLL_MS, stepPx: SCROLL_PX },
  )
  await wall.open()
  await page.locator('canvas#sculpture[data-laps]').waitFor()
  await page.evaluate(async (forMs) => {
    const canvas = document.querySelector<HTMLElement>('canvas#sculpture')!
    const until = performance.now() + forMs
    while (performance.now() < until) {
      canvas.dispatchEvent(
        new KeyboardEvent('keydown', { key: 'ArrowRight', bubbles: true, cancelable: true }),
      )
      await new Promise((resolve) => requestAnimationFrame(resolve))
    }
  }, TURN_MS)
  await page.keyboard.press('Escape')
  await wall.cards.first().waitFor()
}
