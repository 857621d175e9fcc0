import { expect, test } from '../fixtures/gallery-app'
import { GalleryPage } from '../pages/gallery-page'
import { WallPage } from '../pages/wall-page'

/** The lap with its stone, and that in the shadow; what it stands on; corner tags; the pin. */
const MOST_DRAW_CALLS = 2 + 1 + 1 + 1

test.describe('the look of a sculpture', () => {
  test('is chosen by keyboard, drawn within its draw calls, kept for the next start, and reset', async ({
    startGallery,
  }, info) => {
    const first = await startGallery()
    const gallery = new GalleryPage(first.page)
    await new WallPage(first.page).open()
    await gallery.shown()
    const geometries = await gallery.canvas.getAttribute('data-geometries')
    await gallery.style('Wall').focus()
    await first.page.keyboard.press('ArrowRight')
    await expect(gallery.canvas).toHaveAttribute('data-look', 'ribbon:combinedG:combinedG:cividis')
    await first.page.keyboard.press('ArrowRight')
    await gallery.choice('Height').selectOption('Lateral G')
    await gallery.choice('Map').selectOption('Turbo')
    await gallery.choice('Colour').selectOption('Gear')
    await expect(gallery.canvas).toHaveAttribute('data-look', 'tube:lateralG:gear:turbo')
    await expect(first.page.getByRole('img', { name: 'Colour scale of Gear from 1 to 8' })).toBeVisible()
    await expect(gallery.canvas).toHaveAccessibleDescription(
      /Shown as a tube, raised by Lateral G, coloured by Gear/,
    )
    expect(Number(await gallery.canvas.getAttribute('data-draw-calls'))).toBeLessThanOrEqual(MOST_DRAW_CALLS)
    await first.page.screenshot({ path: info.outputPath('tube.png') })
    expect(first.complaints).toEqual([])
    await first.app.close()

    const second = await startGallery()
    const again = new GalleryPage(second.page)
    await new WallPage(second.page).open()
    await expect(again.canvas).toHaveAttribute('data-look', 'tube:lateralG:gear:turbo')
    await second.page.getByRole('button', { name: 'Reset' }).click()
    await expect(again.canvas).toHaveAttribute('data-look', 'wall:combinedG:combinedG:cividis')
    expect(await again.canvas.getAttribute('data-geometries')).toBe(geometries)
  })

  test('is read by the slider along the lap, on the sculpture and in the charts at once', async ({
    startGallery,
  }) => {
    const { page } = await startGallery()
    const gallery = new GalleryPage(page)
    await new WallPage(page).open()
    await gallery.shown()
    await gallery.slider.focus()
    await page.keyboard.press('ArrowRight')
    await page.keyboard.press('ArrowRight')
    await expect(gallery.slider).toHaveAttribute('aria-valuetext', /metres, .+ plus or minus/)
    await expect(page.locator('.read-out')).toHaveAttribute('data-station', /[1-9]/)
    await expect(page.locator('.read-out')).toContainText('±')
    await expect(page.locator('.chart-panel.speed .cursor-line')).toBeAttached()
    await page.getByRole('button', { name: 'Nearer' }).click()
    await expect(page.getByRole('button', { name: 'Whole lap' })).toBeEnabled()
    const width =
      Number(await gallery.slider.getAttribute('max')) - Number(await gallery.slider.getAttribute('min'))
    await page.locator('.chart-panel.speed .chart-plot').hover()
    await page.mouse.wheel(0, -100)
    await expect
      .poll(
        async () =>
          Number(await gallery.slider.getAttribute('max')) - Number(await gallery.slider.getAttribute('min')),
      )
      .toBeLessThan(width)
  })

  test('has all of its charts in a low window too: they scroll', async ({ startGallery }, info) => {
    const { app, page } = await startGallery()
    await app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.setContentSize(900, 600))
    await new WallPage(page).open()
    await new GalleryPage(page).shown()
    const charts = page.locator('.chart-panels')
    const gear = page.locator('.chart-panel.gear')
    await expect(page.locator('.chart-panel.speed')).toBeInViewport({ ratio: 0.9 })
    await charts.focus()
    await page.keyboard.press('End')
    await expect(page.locator('.chart-panel.unrolled')).toBeInViewport({ ratio: 0.9 })
    await page.keyboard.press('ArrowUp')
    await page.keyboard.press('ArrowUp')
    await expect(gear).toBeInViewport()
    await page.screenshot({ path: info.outputPath('low.png') })
  })
})
