import type { ElectronApplication, Page } from '@playwright/test'
import { expect, test } from '../fixtures/gallery-app'
import { BesidePage } from '../pages/beside-page'
import { ComparePage } from '../pages/compare-page'
import { GalleryPage } from '../pages/gallery-page'
import { SettingsPage } from '../pages/settings-page'
import { WallPage } from '../pages/wall-page'

const ROOMS = ['Wall', 'Warming', 'Cache', 'Settings', 'Help']

function resize(app: ElectronApplication, width: number, height: number): Promise<void> {
  return app.evaluate(
    ({ BrowserWindow }, [w, h]) => {
      const window = BrowserWindow.getAllWindows()[0]
      window?.setMinimumSize(1, 1)
      window?.setContentSize(w, h)
    },
    [width, height] as const,
  )
}

async function enter(page: Page, room: string): Promise<void> {
  await page
    .getByRole('navigation', { name: 'Rooms' })
    .getByRole('button', { name: room })
    .filter({ visible: true })
    .click()
}

/** What is wider than it may be; tables, charts and the sculpture are read in two dimensions. */
function tooWide(page: Page): Promise<readonly string[]> {
  return page.evaluate(() => {
    const isSeen = (element: Element): boolean =>
      element.checkVisibility() && element.closest('[inert], .unseen, table, svg, canvas') === null
    return [...document.querySelectorAll('body *')]
      .filter((element) => {
        const { overflowX } = getComputedStyle(element)
        const isScrolled =
          (overflowX === 'auto' || overflowX === 'scroll') && element.scrollWidth > element.clientWidth + 1
        return isSeen(element) && (isScrolled || element.getBoundingClientRect().right > innerWidth + 1)
      })
      .map((element) => `${element.tagName.toLowerCase()}.${element.getAttribute('class') ?? ''}`)
  })
}

/** Lets the laps run. @returns how far the run went from one picture to the next, seconds. */
async function strides(compare: ComparePage): Promise<readonly number[]> {
  await compare.play.click()
  const times: number[] = []
  await expect
    .poll(
      async () => {
        times.push(Number(await compare.time.inputValue()))
        return times.at(-1)!
      },
      { intervals: [60] },
    )
    .toBeGreaterThan(2)
  await compare.pause.click()
  const seen = [...new Set(times)]
  return seen.slice(1).map((time, i) => time - seen[i]!)
}

test.describe('what a person wishes of the page', () => {
  test('twice the size: every room fits the width of a common window', async ({ startGallery }, info) => {
    const { app, page } = await startGallery()
    await new WallPage(page).hung(1)
    // What is left of 1280 × 800.
    await resize(app, 640, 400)
    await expect.poll(() => page.evaluate(() => innerWidth)).toBe(640)
    for (const room of ROOMS) {
      await enter(page, room)
      await expect.poll(() => tooWide(page), { message: room }).toEqual([])
    }
    await enter(page, 'Wall')
    await new WallPage(page).open()
    await new GalleryPage(page).shown()
    await expect.poll(() => tooWide(page)).toEqual([])
    await page.screenshot({ path: info.outputPath('plinth.png') })
  })

  test('less motion, by the system or by the settings, and the colours of the system', async ({
    startGallery,
  }) => {
    const { page, complaints } = await startGallery()
    const compare = new ComparePage(page)
    await page.emulateMedia({ reducedMotion: 'reduce' })
    await new WallPage(page).open()
    await new GalleryPage(page).shown()
    const beside = new BesidePage(page)
    await beside.boxes.first().check()
    await beside.shown(2)
    // Nothing runs by itself, and what is let run goes in steps.
    await expect(compare.time).toHaveValue('0')
    for (const stride of await strides(compare)) expect(stride).toBeGreaterThanOrEqual(0.9)
    await page.keyboard.press('Control+Shift+c')
    await page.locator('.toast').waitFor()
    expect(await page.evaluate(() => document.getAnimations().length)).toBe(0)

    await page.emulateMedia({ reducedMotion: 'no-preference' })
    await page.keyboard.press('Alt+ArrowLeft')
    const settings = new SettingsPage(page)
    await enter(page, 'Settings')
    await settings.choice('Motion', 'Reduced').check()
    await enter(page, 'Wall')
    await new WallPage(page).open()
    for (const stride of await strides(compare)) expect(stride).toBeGreaterThanOrEqual(0.9)

    await page.emulateMedia({ forcedColors: 'active' })
    const edges = await page.getByRole('tab').evaluateAll((tabs) =>
      tabs.map((tab) => ({
        isChosen: tab.getAttribute('aria-selected') === 'true',
        colour: getComputedStyle(tab).borderBottomColor,
      })),
    )
    const chosen = edges.find(({ isChosen }) => isChosen)
    for (const edge of edges) if (!edge.isChosen) expect(edge.colour).not.toBe(chosen?.colour)
    expect(complaints).toEqual([])
  })
})
