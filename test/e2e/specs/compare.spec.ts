import { expect, test } from '../fixtures/gallery-app'
import { BesidePage } from '../pages/beside-page'
import { ComparePage } from '../pages/compare-page'
import { GalleryPage } from '../pages/gallery-page'
import { WallPage } from '../pages/wall-page'

test.describe('laps compared', () => {
  test('share one track with the gap as a ribbon, are told in words, and run against each other', async ({
    startGallery,
  }, info) => {
    const { page, complaints } = await startGallery()
    const gallery = new GalleryPage(page)
    const beside = new BesidePage(page)
    const compare = new ComparePage(page)
    await new WallPage(page).open()
    await gallery.shown()
    await beside.boxes.nth(0).check()
    await beside.boxes.nth(3).check()
    await beside.shown(3)

    await compare.stand('On one track')
    await expect(gallery.canvas).toHaveAccessibleDescription(/The laps share one track/)
    await expect(page.getByRole('complementary', { name: 'Scale of the gap ribbon' })).toContainText(
      /A line at each 0\.\d+ s/,
    )
    await expect(page.locator('.chart-panel.gap .chart-line.lap')).toHaveCount(3)
    await page.screenshot({ path: info.outputPath('one-track.png') })

    await compare.tab('Compare').click()
    await expect(compare.sentences.first()).toHaveText(/^Over the whole lap .+ s faster than .+\.$/)
    const first = await compare.sentences.first().textContent()
    await compare.laps.nth(1).check()
    await expect(compare.sentences.first()).not.toHaveText(first!)
    await expect(page.getByRole('table', { name: /^Sectors/ }).getByRole('row')).toHaveCount(5)

    // From the keyboard, on the sculpture: a step, then the run.
    await gallery.canvas.focus()
    await page.keyboard.press('.')
    await expect(compare.time).toHaveValue('0.1')
    await page.keyboard.press('Space')
    await expect(compare.pause).toBeVisible()
    await expect.poll(async () => Number(await compare.time.inputValue())).toBeGreaterThan(1)
    await page.keyboard.press('Space')
    await expect(compare.play).toBeVisible()
    await compare.tab('Along the lap').click()
    await expect(page.locator('.read-out')).toContainText('Gap of')
    await compare.stand('Side by side')
    await beside.clear.click()
    await beside.shown(1)
    await expect(compare.play).toHaveCount(0)
    expect(complaints).toEqual([])
  })

  test('are any of the session, and of other sessions of the circuit', async ({ startGallery }, info) => {
    const { page, complaints } = await startGallery()
    const gallery = new GalleryPage(page)
    const beside = new BesidePage(page)
    const compare = new ComparePage(page)
    await new WallPage(page).open()
    await gallery.shown()
    const fastest = (await gallery.canvas.getAttribute('data-sculpture-key'))!

    await compare.tab('All laps').click()
    await compare.history.focus()
    await page.keyboard.press('ArrowLeft')
    await expect(compare.told).toHaveText(/, lap \d+: /)
    await page.getByRole('button', { name: /^Q1 / }).click()
    await page.locator(`canvas[data-sculpture-key^="${fastest}:"]`).waitFor()
    await page.getByRole('radio', { name: 'sets beside' }).check()
    await page.getByRole('button', { name: /^Fastest / }).click()
    await beside.shown(2)
    await page.screenshot({ path: info.outputPath('all-laps.png') })

    // What has been opened before stands beside a lap of another session of the circuit.
    await gallery.session('Practice 1').click()
    await page.locator('canvas[data-sculpture-key*=":FP1:"]').waitFor()
    await compare.tab('Compare').click()
    await page.getByText('Add a lap of another session').click()
    const guests = page.getByRole('combobox', { name: 'A lap of this circuit' })
    await expect(guests.getByRole('option').first()).toBeAttached()
    await page.getByRole('button', { name: 'Set beside' }).click()
    await beside.shown(2)
    await expect(compare.laps).toHaveCount(1)
    await compare.stand('On one track')
    await page.screenshot({ path: info.outputPath('guest.png') })
    expect(complaints).toEqual([])
  })
})
