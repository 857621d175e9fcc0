import { expect, test } from '../fixtures/gallery-app'
import { GalleryPage } from '../pages/gallery-page'
import { WallPage } from '../pages/wall-page'

test.describe('looking for something on the wall', () => {
  test('finds, filters, stars and comes back, by keyboard, and knows what is not here', async ({
    startGallery,
  }, info) => {
    const { page, complaints } = await startGallery()
    const wall = new WallPage(page)
    const gallery = new GalleryPage(page)
    await wall.hung(6)
    const first = (await wall.cards.first().getAttribute('aria-label')) ?? ''
    const driver = /^Sculpture of ([^,]+),/.exec(first)?.[1] ?? ''
    const surname = driver.split(' ').at(-1) ?? ''

    await page.keyboard.press('Control+f')
    await expect(wall.search).toBeFocused()
    await page.keyboard.type(surname.toUpperCase())
    await expect(wall.found).toContainText(/^\d+ of \d+ sculptures$/)
    for (const card of await wall.cards.all()) await expect(card).toHaveAccessibleName(new RegExp(driver))

    // A star by key; the wall of favourites is that driver's, and the warming knows.
    await wall.cards.first().focus()
    await page.keyboard.press('f')
    await expect(wall.star(driver).first()).toHaveAttribute('aria-pressed', 'true')
    await page.keyboard.press('Escape')
    await expect(wall.search).toHaveValue('')
    await wall.favourites.check()
    for (const card of await wall.cards.all()) await expect(card).toHaveAccessibleName(new RegExp(driver))
    const favourites = await page.evaluate(async () => {
      const { api } = window as unknown as {
        readonly api: { call: (name: string) => Promise<{ value: { strategy: { favourites: string[] } } }> }
      }
      return (await api.call('settings:get')).value.strategy.favourites
    })
    expect(favourites).toHaveLength(1)
    await page.screenshot({ path: info.outputPath('wall-favourites.png') })

    // To the plinth and back: what was looked for is looked for still.
    await wall.cards.first().press('Enter')
    await gallery.shown()
    await page.keyboard.press('Escape')
    await expect(wall.favourites).toBeChecked()
    await expect(wall.cards.first()).toBeFocused()

    // Nothing answers; Escape twice leads out of it.
    await page.keyboard.press('Control+f')
    await page.keyboard.type('nobody of this name')
    await expect(page.getByRole('heading', { name: 'Nothing on the wall answers to this' })).toBeVisible()
    await page.keyboard.press('Escape')
    await page.keyboard.press('Escape')
    await page.keyboard.press('Escape')
    await expect(wall.favourites).not.toBeChecked()

    // Below the wall the season: a practice nobody has fetched.
    const round = await wall.roundWithout('Practice 1')
    const cold = round.getByRole('button', { name: /^Open Practice 1, / })
    await page.screenshot({ path: info.outputPath('wall-season.png') })
    await cold.click()
    await gallery.shown()
    await expect(page.getByRole('radio', { checked: true }).first()).toBeVisible()
    expect(complaints).toEqual([])
  })

  test.describe(() => {
    test.use({ profile: 'fresh' })

    test('has its pictures at once at the second start', async ({ startGallery }) => {
      const first = await startGallery()
      await new WallPage(first.page).hung(6)
      await first.app.close()
      const { page } = await startGallery()
      const ms = await new WallPage(page).hung(6)
      const painted = await page.evaluate(
        () => performance.getEntriesByName('first-contentful-paint')[0]?.startTime ?? Number.NaN,
      )
      console.log(`six stored pictures ${(ms - painted).toFixed(0)} ms after the first paint`)
      // Looked up, not drawn: the plans are what a card shows while it waits for a drawing.
      expect(await page.evaluate(() => indexedDB.databases())).toHaveLength(1)
    })
  })
})
