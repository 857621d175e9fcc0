import { expect, test } from '../fixtures/gallery-app'
import { GalleryPage } from '../pages/gallery-page'
import { WallPage } from '../pages/wall-page'

/** What a visitor is to see within 5 seconds. */
const FIRST_HANG = 6

test.describe('the wall', () => {
  test.describe(() => {
    test.use({ profile: 'fresh' })

    test('is hung by the gallery itself at a first start without a network @smoke', async ({
      startGallery,
    }, info) => {
      const { page, complaints } = await startGallery()
      const wall = new WallPage(page)
      await page.screenshot({ path: info.outputPath('wall-awaited.png') })
      const ms = await wall.hung(FIRST_HANG)
      const marked = await page.evaluate(() => performance.getEntriesByName('wall:hung')[0]?.startTime ?? 0)
      console.log(`${FIRST_HANG} sculptures on the wall ${ms.toFixed(0)} ms after the window opened`)
      console.log(`mark wall:hung at ${marked.toFixed(0)} ms`)
      expect(await wall.cards.count()).toBeGreaterThanOrEqual(FIRST_HANG)
      // Every card says so, and the wall as a whole.
      await expect(wall.card(/lap [\d:.]+$/)).toHaveCount(0)
      await expect(page.getByText('no car drove these laps')).toBeVisible()
      await expect(wall.cards.first()).toHaveAccessibleName(
        /^Sculpture of .+, Simulated Grand Prix of .+, Qualifying, lap \d:\d\d\.\d{3}, simulated$/,
      )
      await page.screenshot({ path: info.outputPath('wall.png') })
      await page.emulateMedia({ colorScheme: 'light' })
      await page.screenshot({ path: info.outputPath('wall-light.png') })
      expect(complaints).toEqual([])
    })
  })

  test('leads to the plinth and back to where one was', async ({ startGallery }) => {
    const { app, page } = await startGallery()
    const wall = new WallPage(page)
    const gallery = new GalleryPage(page)
    // A low window: the wall has to scroll whatever hangs there.
    await app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.setContentSize(900, 520))
    await wall.hung(FIRST_HANG)
    // Out of sight at first, and not the last: others are hung behind it meanwhile. By name: rows come and go.
    const name = (await wall.cards.nth(5).getAttribute('aria-label')) ?? ''
    const card = wall.card(name)
    await card.scrollIntoViewIfNeeded()
    const before = await card.boundingBox()
    const driver = /^Sculpture of ([^,]+),/.exec(name)?.[1] ?? ''
    await card.click()
    await gallery.shown()
    await expect(gallery.caption).toContainText(driver)
    await expect(gallery.canvas).toHaveAccessibleName(new RegExp(driver))
    await expect(page.getByRole('radio', { name: new RegExp(driver) })).toBeChecked()
    console.log(`from the wall to the first frame: ${await gallery.shownMs()} ms`)
    await wall.back.click()
    await expect(card).toBeVisible()
    await expect(card).toBeFocused()
    // Where it was on the screen, give or take a line of the status above, which comes and goes with the filling.
    const after = await card.boundingBox()
    expect(Math.abs((after?.y ?? 0) - (before?.y ?? 1e9))).toBeLessThan(30)
    expect(await wall.scrollTop()).toBeGreaterThan(0)
  })

  test('shows lap and plinth further apart to who wants more contrast, or has colours forced', async ({
    startGallery,
  }) => {
    const { page } = await startGallery()
    const wall = new WallPage(page)
    await page.emulateMedia({ colorScheme: 'dark', contrast: 'no-preference' })
    await wall.hung(1)
    const usual = await wall.spreadOfFirstPicture()
    await page.emulateMedia({ contrast: 'more' })
    await expect.poll(() => wall.spreadOfFirstPicture()).toBeGreaterThan(usual * 1.2)
    const more = await wall.spreadOfFirstPicture()
    await page.emulateMedia({ contrast: 'no-preference' })
    await expect.poll(() => wall.spreadOfFirstPicture()).toBe(usual)
    await page.emulateMedia({ forcedColors: 'active' })
    await expect.poll(() => wall.spreadOfFirstPicture()).toBe(more)
  })

  test('can be visited with the keyboard alone', async ({ startGallery }) => {
    const { page } = await startGallery()
    const wall = new WallPage(page)
    const gallery = new GalleryPage(page)
    await wall.hung(FIRST_HANG)
    // Rooms, source, status, bell, search and filters come first.
    for (let presses = 0; presses < 30; presses++) {
      if (await wall.cards.first().evaluate((card) => card === document.activeElement)) break
      await page.keyboard.press('Tab')
    }
    await expect(wall.cards.first()).toBeFocused()
    await page.keyboard.press('ArrowRight')
    await expect(wall.cards.nth(1)).toBeFocused()
    await page.keyboard.press('Tab')
    await expect(wall.cards.nth(2)).toBeFocused()
    await page.keyboard.press('Enter')
    await gallery.shown()
    await expect(gallery.canvas).toBeFocused()
    await page.keyboard.press('Escape')
    await expect(wall.cards.nth(2)).toBeFocused()
    await page.keyboard.press('Alt+ArrowRight')
    await expect(gallery.canvas).toBeVisible()
    await page.keyboard.press('Alt+ArrowLeft')
    await expect(wall.cards.nth(2)).toBeFocused()
  })

  test('says what to do when the archive is out of reach and nothing of it is here', async ({
    startGallery,
  }, info) => {
    const { page } = await startGallery()
    const wall = new WallPage(page)
    await wall.hung(1)
    await page.getByRole('radio', { name: 'Official archive' }).check()
    const trouble = page.getByRole('alert').filter({ hasText: 'cannot be reached' })
    await expect(trouble.getByRole('button', { name: 'Try again' })).toBeVisible()
    await expect(wall.cards).toHaveCount(0)
    await page.screenshot({ path: info.outputPath('wall-offline.png') })
    await trouble.getByRole('button', { name: 'Close' }).click()
    await expect(page.getByRole('heading', { name: 'Nothing hangs here yet' })).toBeVisible()
    await page.screenshot({ path: info.outputPath('wall-nothing.png') })
    await page.getByRole('button', { name: 'Open the simulated season' }).click()
    await wall.hung(1)
  })
})
