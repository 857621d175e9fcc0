import type { Page } from '@playwright/test'
import { expect, test } from '../fixtures/gallery-app'
import { BesidePage } from '../pages/beside-page'
import { ComparePage } from '../pages/compare-page'
import { GalleryPage } from '../pages/gallery-page'
import { HelpPage } from '../pages/help-page'
import { SettingsPage } from '../pages/settings-page'
import { WallPage } from '../pages/wall-page'

/** More stops than any room has: a way that is longer leads nowhere. */
const MOST_STOPS = 150

interface Stop {
  readonly name: string
  readonly isNowhere: boolean
  readonly hasRing: boolean
}

/** What has the keyboard, and whether one sees that it has. */
function stop(page: Page): Promise<Stop> {
  return page.evaluate(() => {
    const element = document.activeElement
    if (element === null || element === document.body) return { name: '', isNowhere: true, hasRing: false }
    const ringed = element.matches(':focus-visible') ? element : null
    // Some draw the ring around the whole of which they are the control.
    const rings = [ringed, element.closest('label'), element.parentElement].filter((each) => each !== null)
    const hasRing = rings.some((each) => {
      const { outlineStyle, outlineWidth, boxShadow } = getComputedStyle(each)
      return (outlineStyle !== 'none' && Number.parseFloat(outlineWidth) > 0) || boxShadow !== 'none'
    })
    const name =
      element.getAttribute('aria-label') ?? element.textContent?.trim() ?? element.getAttribute('name') ?? ''
    return { name: `${element.tagName.toLowerCase()} ${name}`.slice(0, 80), isNowhere: false, hasRing }
  })
}

/** Presses Tab until the keyboard is where it is wanted; every stop on the way is somewhere, and is seen. */
async function tabTo(page: Page, wanted: (name: string) => boolean, key = 'Tab'): Promise<void> {
  for (let count = 0; count < MOST_STOPS; count++) {
    await page.keyboard.press(key)
    const at = await stop(page)
    // Past its last stop a page begins again, in one step without a place.
    if (at.isNowhere) continue
    expect(at.hasRing, `the ring on ${at.name}`).toBe(true)
    if (wanted(at.name)) return
  }
  throw new Error('Tab does not lead there')
}

test('a visit without a mouse: to a lap, along it, against others, to a file, to the settings and the help', async ({
  startGallery,
}) => {
  test.setTimeout(120_000)
  const { page, complaints } = await startGallery()
  const wall = new WallPage(page)
  const gallery = new GalleryPage(page)
  const compare = new ComparePage(page)
  const isSomewhere = async (): Promise<void> => {
    await expect.poll(async () => (await stop(page)).isNowhere).toBe(false)
  }

  await test.step('from the wall to a lap', async () => {
    await wall.hung(1)
    await page.keyboard.press('Tab')
    const skip = page.getByRole('link', { name: 'Go to the sculptures' })
    await expect(skip).toBeFocused()
    await expect(skip).toBeInViewport({ ratio: 1 })
    await page.keyboard.press('Enter')
    await expect(wall.cards.first()).toBeFocused()
    await expect(skip).not.toBeInViewport()
    await tabTo(page, (name) => name.includes('Sculpture of'))
    await page.keyboard.press('Enter')
    await gallery.shown()
    await expect(gallery.canvas).toBeFocused()
    await page.keyboard.press('Tab')
  })

  await test.step('the first look, put away', async () => {
    const look = page.locator('.first-look')
    await look.getByRole('button').first().focus()
    await page.keyboard.press('Escape')
    await expect(look).toHaveCount(0)
    await expect(gallery.canvas).toBeFocused()
  })

  await test.step('along the lap', async () => {
    await page.keyboard.press(']')
    await page.keyboard.press(']')
    await expect(page.locator('.stage [aria-live=polite]').first()).toHaveText(/\d/)
    await page.keyboard.press('Escape')
    await expect(gallery.canvas).toBeFocused()
  })

  await test.step('against another lap', async () => {
    await tabTo(page, (name) => name.startsWith('input Set the lap of'), 'Shift+Tab')
    await page.keyboard.press('Space')
    await new BesidePage(page).shown(2)
    await tabTo(page, (name) => name === 'button Along the lap')
    await page.keyboard.press('ArrowRight')
    await expect(compare.tab('Compare')).toBeFocused()
    await expect(compare.sentences.first()).toBeVisible()
    await gallery.canvas.focus()
    const said = page.getByRole('region', { name: 'The laps in true time' }).locator('[aria-live=polite]')
    const times = await said.evaluateHandle((region) => {
      const at: number[] = []
      new MutationObserver(() => at.push(performance.now())).observe(region, {
        childList: true,
        characterData: true,
        subtree: true,
      })
      return at
    })
    for (let press = 0; press < 30; press++) await page.keyboard.press('.')
    await expect(said).toHaveText(/^3\.0 seconds\. .+/)
    const at = await times.jsonValue()
    // Thirty presses, and no more than one announcement a second; a busy page may be late with one of them.
    const lastedS = (at.at(-1)! - at[0]!) / 1000
    expect(at.length).toBeLessThanOrEqual(Math.ceil(lastedS) + 1)
  })

  await test.step('to a file, and back', async () => {
    await tabTo(page, (name) => name.startsWith('button Export'))
    await page.keyboard.press('Enter')
    const dialog = page.getByRole('dialog')
    await expect(dialog).toBeVisible()
    for (let count = 0; count < 12; count++) {
      await page.keyboard.press('Tab')
      const isInside = await dialog.evaluate(
        (element) => document.activeElement === document.body || element.contains(document.activeElement),
      )
      expect(isInside).toBe(true)
    }
    await page.keyboard.press('Escape')
    await expect(dialog).toBeHidden()
    expect((await stop(page)).name).toMatch(/^button Export/)
  })

  await test.step('to the settings, of which one is changed', async () => {
    const settings = new SettingsPage(page)
    await page.keyboard.press('Escape')
    await expect(wall.cards.first()).toBeVisible()
    await isSomewhere()
    await tabTo(page, (name) => name === 'button Settings', 'Shift+Tab')
    await page.keyboard.press('Enter')
    await settings.section('Appearance').waitFor()
    await isSomewhere()
    await tabTo(page, (name) => name === 'button Appearance')
    await page.keyboard.press('Enter')
    await settings.choice('Units', 'Kilometres, metres').focus()
    await page.keyboard.press('ArrowRight')
    await expect(settings.choice('Units', 'Miles, feet')).toBeFocused()
  })

  await test.step('to the help, and back', async () => {
    const help = new HelpPage(page)
    await page.keyboard.press('F1')
    await expect(help.main).toBeVisible()
    await isSomewhere()
    await page.keyboard.press('F1')
    await expect(new SettingsPage(page).main).toBeVisible()
    await isSomewhere()
  })
  expect(complaints).toEqual([])
})
