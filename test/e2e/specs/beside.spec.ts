import type { ElectronApplication, Page } from '@playwright/test'
import { expect, test } from '../fixtures/gallery-app'
import { BesidePage } from '../pages/beside-page'
import { GalleryPage } from '../pages/gallery-page'
import { WallPage } from '../pages/wall-page'

/** Corner tags, name plates and pins: one draw call each, however many laps there are. */
const SHARED_DRAW_CALLS = 3
const DRAW_CALLS_A_LAP = 3

/** The first practice of the circuit that hangs first: every driver has a lap in it. */
async function openPractice(page: Page): Promise<{ gallery: GalleryPage; beside: BesidePage }> {
  const gallery = new GalleryPage(page)
  await new WallPage(page).open()
  await gallery.shown()
  await gallery.session('Practice 1').click()
  await page.locator('canvas[data-sculpture-key*=":FP1:"]').waitFor()
  return { gallery, beside: new BesidePage(page) }
}

test.describe('laps side by side', () => {
  test('are set one by one and all at once, within their draw calls, and give everything back', async ({
    startGallery,
  }, info) => {
    const { page, complaints } = await startGallery()
    const { gallery, beside } = await openPractice(page)
    const alone = await gallery.canvas.getAttribute('data-geometries')
    const others = await beside.boxes.count()
    expect(others).toBe(19)

    await beside.boxes.first().focus()
    await page.keyboard.press('Space')
    await beside.shown(2)
    await expect(gallery.canvas).toHaveAccessibleName(/Sculpture of .+, and 1 further lap beside it/)
    await expect(beside.sentence).toHaveText('1 lap stands beside.')
    await beside.boxes.nth(4).check()
    await beside.boxes.nth(7).check()
    await beside.shown(4)
    await beside.boxes.nth(4).uncheck()
    await beside.shown(3)

    await beside.all.click()
    await beside.shown(20)
    await expect(beside.sentence).toHaveText('20 laps stand here: the hall is full.')
    await expect(gallery.canvas).toHaveAccessibleName(/and 19 further laps beside it/)
    await expect(gallery.canvas).toHaveAccessibleDescription(
      /Beside it stand the laps of (.+, ){18}.+ and .+\./,
    )
    for (const [style, look] of [
      ['Ribbon', 'ribbon'],
      ['Tube', 'tube'],
      ['Wall', 'wall'],
    ] as const) {
      await gallery.style(style).check()
      await page.locator(`canvas[data-look^="${look}"]`).waitFor()
      expect(await beside.drawCalls()).toBeLessThanOrEqual(DRAW_CALLS_A_LAP * 20 + SHARED_DRAW_CALLS)
    }
    for (const scheme of ['dark', 'light'] as const) {
      await page.emulateMedia({ colorScheme: scheme })
      await page.screenshot({ path: info.outputPath(`twenty-${scheme}.png`) })
    }
    console.log(`all laps, click to first frame: ${await beside.shownMs()} ms`)

    await loseAndRestoreContext(page)
    await beside.shown(20)

    await beside.clear.click()
    await beside.shown(1)
    expect(await gallery.canvas.getAttribute('data-geometries')).toBe(alone)
    expect(complaints).toEqual([])
  })

  test('change places when another of them is chosen, and go when another session is opened', async ({
    startGallery,
  }) => {
    const { page } = await startGallery()
    const { gallery, beside } = await openPractice(page)
    const drivers = page.getByRole('group', { name: 'Fastest first' }).getByRole('radio')
    const codes = await drivers.evaluateAll((all) => all.map((each) => (each as HTMLInputElement).value))
    await beside.boxes.nth(0).check()
    await beside.boxes.nth(1).check()
    await beside.shown(3)
    await drivers.nth(1).check()
    await page.locator(`canvas[data-sculpture-key$=":${codes[1]}"]`).waitFor()
    await expect(gallery.canvas).toHaveAttribute('data-laps', '3')
    // The former main lap has a box now, and it is ticked; the new one has none.
    await expect(beside.boxes.nth(0)).toBeChecked()
    await expect(beside.boxes.nth(1)).toBeChecked()
    await expect(beside.boxes.nth(2)).not.toBeChecked()
    await gallery.session('Practice 1').locator('xpath=following::button[1]').click()
    await beside.shown(1)
    await expect(beside.sentence).toHaveText('Tick further laps to set them beside.')
  })

  test('are read each by its own values, by pointer and by keyboard', async ({ startGallery }) => {
    const { page } = await startGallery()
    const { gallery, beside } = await openPractice(page)
    await beside.boxes.nth(0).check()
    await beside.shown(2)
    const drivers = page.getByRole('group', { name: 'Fastest first' }).getByRole('radio')
    const [main, other] = await drivers.evaluateAll((all) =>
      all.map((each) => (each as HTMLInputElement).value),
    )
    const readOut = page.locator('.read-out')
    await gallery.canvas.focus()
    for (const key of [']', ']', ']']) await page.keyboard.press(key)
    await expect(readOut).toContainText(`Lap of${main}`)
    const station = await readOut.getAttribute('data-station')
    await page.keyboard.press('PageDown')
    await expect(readOut).toContainText(`Lap of${other}`)
    await expect(readOut).toHaveAttribute('data-station', String(station))
    await page.keyboard.press('Escape')

    const box = (await gallery.canvas.boundingBox())!
    const seen = new Set<string>()
    for (let row = 0.2; row < 0.9 && seen.size < 2; row += 0.03) {
      for (let column = 0.06; column < 0.95; column += 0.02) {
        await page.mouse.move(box.x + box.width * column, box.y + box.height * row)
        const text = (await readOut.textContent()) ?? ''
        for (const code of [main!, other!]) if (text.includes(`Lap of${code}`)) seen.add(code)
      }
    }
    expect(seen.size).toBe(2)
  })

  test('fail in their own row, which offers to try again, while the others stand', async ({
    startGallery,
  }, info) => {
    const { app, page } = await startGallery()
    const { beside } = await openPractice(page)
    const drivers = page.getByRole('group', { name: 'Fastest first' }).getByRole('radio')
    const code = await drivers.nth(2).getAttribute('value')
    await breakLap(app, String(code))
    for (const i of [0, 1, 2]) await beside.boxes.nth(i).click()
    await beside.shown(3)
    await expect(beside.troubles).toHaveCount(1)
    await expect(beside.boxes.nth(1)).not.toBeChecked()
    await expect(beside.sentence).toHaveText('2 laps stand beside.')
    await page.screenshot({ path: info.outputPath('one-failed.png') })
    await mendLaps(app)
    await beside.troubles.getByRole('button', { name: 'Try again' }).click()
    await beside.shown(4)
    await expect(beside.troubles).toHaveCount(0)
  })
})

/** As when the graphics driver starts anew. */
async function loseAndRestoreContext(page: Page): Promise<void> {
  const extension = await page
    .locator('canvas#sculpture')
    .evaluateHandle((canvas) =>
      (canvas as HTMLCanvasElement).getContext('webgl2')?.getExtension('WEBGL_lose_context'),
    )
  const interrupted = page.getByRole('alert').filter({ hasText: 'interrupted' })
  await extension.evaluate((context) => context?.loseContext())
  await expect(interrupted).toBeVisible()
  await page.locator('canvas#sculpture').evaluate((canvas) => delete canvas.dataset['laps'])
  await extension.evaluate((context) => context?.restoreContext())
  await expect(interrupted).toBeHidden()
}

/** Makes the bytes of one driver's laps unreachable, as when the entry is evicted between ticket and fetch. */
async function breakLap(app: ElectronApplication, driver: string): Promise<void> {
  await app.evaluate(({ session }, code) => {
    session.defaultSession.webRequest.onBeforeRequest((details, callback) => {
      callback({ cancel: details.url.includes(`/${code}/`) })
    })
  }, driver)
}

async function mendLaps(app: ElectronApplication): Promise<void> {
  await app.evaluate(({ session }) => session.defaultSession.webRequest.onBeforeRequest(null))
}
