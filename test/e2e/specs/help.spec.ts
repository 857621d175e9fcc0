import { expect, test } from '../fixtures/gallery-app'
import { GalleryPage } from '../pages/gallery-page'
import { HelpPage } from '../pages/help-page'
import { WallPage } from '../pages/wall-page'

test.describe('the help', () => {
  test('explains an error where it is shown, and leads back to it @smoke', async ({ startGallery }, info) => {
    const { page, complaints } = await startGallery()
    const help = new HelpPage(page)
    await new WallPage(page).open()
    await new GalleryPage(page).shown()
    await page.getByRole('radio', { name: 'Official archive' }).check()
    const trouble = page.getByRole('alert').filter({ hasText: 'cannot be reached' })
    await trouble.getByRole('button', { name: /^What does this mean/ }).click()
    await expect(help.title('When something goes wrong')).toBeVisible()
    await expect(help.entry('The timing archive cannot be reached')).toBeFocused()
    await expect(help.entry('The timing archive cannot be reached')).toBeInViewport()
    await page.screenshot({ path: info.outputPath('explained.png') })
    await page.keyboard.press('Escape')
    await expect(trouble).toBeVisible()
    expect(complaints).toEqual([])
  })

  test('is a key away from everywhere, finds a pasted message, and is in the menu', async ({
    startGallery,
  }) => {
    const { app, page } = await startGallery()
    const help = new HelpPage(page)
    await new WallPage(page).hung(1)
    await page.keyboard.press('F1')
    await expect(help.title('What a sculpture shows')).toBeVisible()
    await help.chapters.filter({ hasText: 'When something goes wrong' }).click()
    await help.search.fill('No completed events for 2026.')
    await expect(help.main.getByRole('article').getByRole('article')).toHaveCount(1)
    await expect(help.entry(/^No completed events for/)).toContainText('until the first race is over')
    await page.keyboard.press('F1')
    await expect(new WallPage(page).cards.first()).toBeVisible()
    await app.evaluate(({ Menu }) => Menu.getApplicationMenu()?.getMenuItemById('help')?.click())
    await expect(help.main).toBeVisible()
  })
})

test.describe('a first sculpture', () => {
  test('is explained in three steps, once, and the notices of a visit can be read again', async ({
    startGallery,
  }, info) => {
    const first = await startGallery()
    await new WallPage(first.page).open()
    await new GalleryPage(first.page).shown()
    const steps = first.page.locator('.first-look')
    await expect(steps.getByRole('heading', { name: 'The plan is the circuit' })).toBeVisible()
    await expect(new GalleryPage(first.page).canvas).toBeFocused()
    await steps.getByRole('button', { name: 'Next' }).click()
    await steps.getByRole('button', { name: 'Next' }).click()
    await first.page.screenshot({ path: info.outputPath('first-look.png') })
    await steps.getByRole('button', { name: 'Understood' }).click()
    await expect(steps).toHaveCount(0)
    await expect(new GalleryPage(first.page).canvas).toBeFocused()

    await first.page.keyboard.press('Control+Shift+c')
    const toast = first.page.getByRole('region', { name: 'Notices' }).getByRole('status')
    await expect(toast).toContainText('on the clipboard')
    await toast.getByRole('button', { name: /^Put away/ }).focus()
    await first.page.keyboard.press('Escape')
    await expect(toast).toHaveText('')
    // Escape has put the notice away and not led back to the wall as well.
    await expect(new GalleryPage(first.page).canvas).toBeVisible()
    await first.page.keyboard.press('Escape')
    const bell = first.page.getByRole('button', { name: 'Notices, 1 not read' }).filter({ visible: true })
    await bell.press('Enter')
    await expect(first.page.getByRole('region', { name: 'Notices of this visit' })).toContainText(
      'on the clipboard',
    )
    await first.page.screenshot({ path: info.outputPath('bell.png') })
    await first.app.close()

    const second = await startGallery()
    await new WallPage(second.page).open()
    await new GalleryPage(second.page).shown()
    await expect(second.page.locator('.first-look')).toHaveCount(0)
  })
})
