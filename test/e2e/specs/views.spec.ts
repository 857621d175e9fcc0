import { expect, test } from '../fixtures/gallery-app'
import { GalleryPage } from '../pages/gallery-page'
import { WallPage } from '../pages/wall-page'

/** Looked at as often: what is waited for here takes some frames. */
const SOON = { intervals: [50] }

test.describe('the views of a sculpture', () => {
  test('are reached by key, turned on by T, and handed on by a link that opens the same one', async ({
    startGallery,
  }, info) => {
    const { app, page, complaints } = await startGallery()
    // Drawn in software: a small stage turns in time.
    await app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.setContentSize(900, 650))
    const gallery = new GalleryPage(page)
    await new WallPage(page).open()
    await gallery.shown()
    const clipboard = () => app.evaluate(({ clipboard: board }) => board.readText())
    const copied = async (): Promise<string> => {
      await app.evaluate(({ clipboard: board }) => board.clear())
      await page.keyboard.press('Control+l')
      await expect.poll(clipboard, SOON).toMatch(/^sculpture:\/\//)
      return await clipboard()
    }
    const still = async (): Promise<string> => {
      let before = await copied()
      await expect
        .poll(async () => {
          const now = await copied()
          const isStill = now === before
          before = now
          return isStill
        }, SOON)
        .toBe(true)
      return before
    }

    await gallery.canvas.focus()
    expect(await copied()).not.toContain('camera=')
    const first = await gallery.canvas.screenshot()
    await page.keyboard.press('2')
    const plan = await still()
    // From above, to the tenth of a degree that three.js needs to know which way is up.
    expect(plan).toMatch(/camera=\d+\.[01]\./)
    const seenFromAbove = await gallery.canvas.screenshot({ path: info.outputPath('plan.png') })
    expect(seenFromAbove.equals(first)).toBe(false)

    await page.keyboard.press('t')
    await expect(gallery.turn).toHaveAttribute('aria-pressed', 'true')
    await expect.poll(copied, SOON).not.toBe(plan)
    const box = (await gallery.canvas.boundingBox())!
    await page.mouse.move(box.x + box.width / 2, box.y + box.height / 2)
    await page.mouse.down()
    await page.mouse.move(box.x + box.width / 2 + 60, box.y + box.height / 2, { steps: 3 })
    await page.mouse.up()
    await expect(gallery.turn).toHaveAttribute('aria-pressed', 'false')
    const link = await still()

    await page.keyboard.press('t')
    await expect(gallery.turn).toHaveAttribute('aria-pressed', 'true')
    await page.keyboard.press('Alt+ArrowLeft')
    await page.keyboard.press('Alt+ArrowRight')
    await expect(gallery.turn).toHaveAttribute('aria-pressed', 'false')

    await gallery.canvas.focus()
    await page.keyboard.press('1')
    await expect.poll(copied, SOON).not.toContain('camera=')
    // As a second start hands it over.
    await app.evaluate(({ app: running }, argument) => {
      running.emit('second-instance', {}, [argument], '', {})
    }, link)
    await expect.poll(copied, SOON).toBe(link)
    expect(complaints).toEqual([])
  })

  test('are not flown to where motion is reduced, and the turntable goes by steps', async ({
    startGallery,
  }) => {
    const { app, page } = await startGallery()
    await app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.setContentSize(900, 650))
    await page.emulateMedia({ reducedMotion: 'reduce' })
    const gallery = new GalleryPage(page)
    await new WallPage(page).open()
    await gallery.shown()
    await gallery.canvas.focus()
    await page.keyboard.press('4')
    await page.keyboard.press('t')
    await page.keyboard.press('Control+l')
    const link = () => app.evaluate(({ clipboard }) => clipboard.readText())
    await expect.poll(link, SOON).toContain('camera=')
    const before = await link()
    await page.keyboard.press('t')
    await page.keyboard.press('Control+l')
    await expect.poll(link, SOON).not.toBe(before)
    const azimuth = (text: string): number => Number(/camera=(\d+)/.exec(text)?.[1])
    expect((azimuth(await link()) - azimuth(before) + 3600) % 3600).toBe(150)
    await expect(page.getByRole('button', { name: 'Turn by 15°' })).toBeVisible()
  })
})
