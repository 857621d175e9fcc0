import { expect, test } from '../fixtures/gallery-app'
import { GalleryPage } from '../pages/gallery-page'
import { WallPage } from '../pages/wall-page'

test.describe('a first start without a network', () => {
  test.use({ profile: 'fresh' })

  test('makes a simulated sculpture without being asked, and says that it is simulated @smoke', async ({
    startGallery,
  }, info) => {
    const { app, page, complaints } = await startGallery()
    const versions = await app.evaluate(({ app: electron }) => ({
      ...process.versions,
      path: electron.getPath('userData'),
    }))
    console.log(
      `running on Electron ${versions.electron}, Chromium ${versions['chrome']}, Node ${versions.node}`,
    )
    const gallery = new GalleryPage(page)
    await new WallPage(page).open()
    await gallery.shown()
    await expect(page.getByText('Simulated').filter({ visible: true }).first()).toBeVisible()
    await expect(page.getByRole('radio', { name: 'Simulated' })).toBeChecked()
    await expect(gallery.canvas).toHaveAccessibleName(/Sculpture of .+ Qualifying/)
    await expect(gallery.statistics).toContainText('Top speed')
    await expect(gallery.cache).toContainText(/From (memory|disk) in/)
    await expect(page.getByText(/Not affiliated with Formula 1/).first()).toBeAttached()
    await page.screenshot({ path: info.outputPath('first-start.png') })
    expect(complaints).toEqual([])
  })

  test('finds its sculptures on disk at the next start', async ({ startGallery }) => {
    const first = await startGallery()
    await new WallPage(first.page).hung(1)
    await first.app.close()
    const second = await startGallery()
    await new WallPage(second.page).open()
    const gallery = new GalleryPage(second.page)
    await gallery.shown()
    // Its picture for the wall may have brought it from disk to memory before the click.
    await expect(gallery.cache).toContainText(/From (memory|disk) in/)
  })
})

test.describe('without a network the archive', () => {
  test('is said to be out of reach, in words, and leaves the sculpture on its plinth', async ({
    startGallery,
  }, info) => {
    const { page } = await startGallery()
    const gallery = new GalleryPage(page)
    await new WallPage(page).open()
    await gallery.shown()
    await page.getByRole('radio', { name: 'Official archive' }).check()
    const trouble = page.getByRole('alert').filter({ hasText: 'cannot be reached' })
    await expect(trouble.getByText(/Check the network connection/)).toBeVisible()
    await expect(trouble.getByRole('button', { name: 'Try again' })).toBeVisible()
    await expect(gallery.canvas).toHaveAccessibleName(/Sculpture of/)
    await page.screenshot({ path: info.outputPath('unreachable.png') })
    await page.getByRole('radio', { name: 'Simulated' }).check()
    await expect(gallery.driver(/YAR/)).toBeVisible()
  })

  test('has the simulated season offered when it was chosen and is gone at the next start', async ({
    startGallery,
  }, info) => {
    const first = await startGallery()
    await new WallPage(first.page).hung(1)
    await first.page.getByRole('radio', { name: 'Official archive' }).check()
    await expect(first.page.getByRole('alert').filter({ hasText: 'cannot be reached' })).toBeVisible()
    await first.app.close()
    const { page } = await startGallery()
    const offer = page.getByRole('button', { name: 'Open the simulated season' })
    await offer.waitFor()
    await page.screenshot({ path: info.outputPath('archive-gone.png') })
    await offer.click()
    await new WallPage(page).hung(1)
    await expect(page.getByRole('radio', { name: 'Simulated' })).toBeChecked()
  })
})

test.describe('the sculpture', () => {
  test('is turned, zoomed and walked along by keyboard, and reads itself out', async ({ startGallery }) => {
    const { page } = await startGallery()
    const gallery = new GalleryPage(page)
    await new WallPage(page).open()
    await gallery.shown()
    await gallery.canvas.focus()
    const before = await gallery.canvas.screenshot()
    for (const key of ['ArrowLeft', 'ArrowLeft', '+', 'Shift+ArrowUp']) await page.keyboard.press(key)
    await expect.poll(async () => (await gallery.canvas.screenshot()).equals(before)).toBe(false)
    await page.keyboard.press(']')
    await page.keyboard.press(']')
    await expect(
      page.getByText(/metres, .+ kilometres an hour, .+ combined .+ G, plus or minus/),
    ).toBeAttached()
  })

  test('gives the graphics memory of the former one back when another is chosen', async ({
    startGallery,
  }) => {
    const { page } = await startGallery()
    const gallery = new GalleryPage(page)
    await new WallPage(page).open()
    await gallery.shown()
    const geometries = await gallery.canvas.getAttribute('data-geometries')
    const drivers = page.getByRole('group', { name: 'Fastest first' }).getByRole('radio')
    for (const index of [1, 2, 3, 0]) {
      const code = await drivers.nth(index).getAttribute('value')
      await drivers.nth(index).check()
      await page.locator(`canvas[data-sculpture-key$=":${code}"]`).waitFor()
    }
    expect(await gallery.canvas.getAttribute('data-geometries')).toBe(geometries)
  })
})
