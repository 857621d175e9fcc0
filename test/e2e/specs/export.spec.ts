import { existsSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { ElectronApplication, Page } from '@playwright/test'
import { strFromU8, unzipSync } from 'fflate'
import { expect, test } from '../fixtures/gallery-app'
import { GalleryPage } from '../pages/gallery-page'
import { WallPage } from '../pages/wall-page'

/** The system's dialog cannot be driven: it answers as a person would have. */
async function answerSaveDialog(app: ElectronApplication, filePath: string | null): Promise<void> {
  await app.evaluate(({ dialog }, path) => {
    dialog.showSaveDialog = () => Promise.resolve({ canceled: path === null, filePath: path ?? '' })
  }, filePath)
}

async function goToPlinth(page: Page): Promise<void> {
  await new WallPage(page).open()
  await new GalleryPage(page).shown()
}

async function openDialog(page: Page) {
  await goToPlinth(page)
  return await openDialogHere(page)
}

async function openDialogHere(page: Page) {
  await page.keyboard.press('Control+s')
  const dialog = page.getByRole('dialog', { name: /^Export the lap of/ })
  await expect(dialog).toBeVisible()
  return {
    dialog,
    choose: (format: string) => dialog.getByRole('radio', { name: new RegExp(`^${format} `) }).check(),
    save: () => dialog.getByRole('button', { name: 'Save…' }).click(),
  }
}

test.describe('print and share', () => {
  test('saves a coloured 3MF of the size that was shown, and says where it is', async ({
    startGallery,
    userData,
  }, info) => {
    const { app, page, complaints } = await startGallery()
    const { dialog, save } = await openDialog(page)
    await expect(dialog.getByText(/^Size of the print \d+ × \d+ × \d+ mm/)).toBeVisible()
    await dialog.getByLabel('Bed of the printer').fill('150')
    await expect(dialog.getByText(/\b140 × \d+ × \d+ mm|\b\d+ × 140 × \d+ mm/)).toBeVisible()
    await page.screenshot({ path: info.outputPath('export-dialog.png') })
    const file = join(userData, 'lap.3mf')
    // Without its ending, as some Linux dialogs answer.
    await answerSaveDialog(app, join(userData, 'lap'))
    await save()
    await expect(dialog.getByText(/^Saved lap\.3mf, .+ KiB\.$/)).toBeVisible()
    await expect(dialog.getByRole('button', { name: 'Show in folder' })).toBeVisible()
    expect(strFromU8(unzipSync(await readFile(file))['3D/3dmodel.model']!)).toMatch(/gallery:Simulated">true/)
    await page.keyboard.press('Escape')
    await expect(dialog).toBeHidden()
    // Escape has closed the dialog and not gone back to the wall as well.
    await expect(new GalleryPage(page).canvas).toBeVisible()
    await page.screenshot({ path: info.outputPath('plinth.png') })
    expect(complaints).toEqual([])
  })

  test('makes the model in the look of the stage, and says which one that is', async ({
    startGallery,
    userData,
  }, info) => {
    const { app, page } = await startGallery()
    await goToPlinth(page)
    const gallery = new GalleryPage(page)
    await gallery.style('Wall').focus()
    await page.keyboard.press('ArrowRight')
    await page.keyboard.press('ArrowRight')
    await gallery.choice('Height').selectOption('Lateral G')
    await gallery.choice('Colour').selectOption('Speed, km/h')
    const { dialog, choose, save } = await openDialogHere(page)
    await expect(
      dialog.getByText(/^Made as on stage Tube, raised by Lateral G, coloured by Speed, km\/h \(Cividis\)/),
    ).toBeVisible()
    await page.screenshot({ path: info.outputPath('export-look.png') })
    await answerSaveDialog(app, join(userData, 'lap.3mf'))
    await save()
    await expect(dialog.getByText(/^Saved lap\.3mf, /)).toBeVisible()
    expect(strFromU8(unzipSync(await readFile(join(userData, 'lap.3mf')))['3D/3dmodel.model']!)).toMatch(
      /gallery:Look">tube:lateralG:speedKmh:cividis</,
    )
    await choose('STL')
    await expect(dialog.getByText(/^Made as on stage Tube, raised by Lateral G An STL holds/)).toBeVisible()
    await choose('CSV')
    await expect(dialog.getByText('Made as on stage')).toBeHidden()
  })

  test('saves a 4K picture of the view, with its caption and the simulated badge', async ({
    startGallery,
    userData,
  }) => {
    const { app, page } = await startGallery()
    const { dialog, choose, save } = await openDialog(page)
    await choose('PNG')
    const file = join(userData, 'lap.png')
    await answerSaveDialog(app, file)
    const before = await page.locator('canvas#sculpture').getAttribute('width')
    await save()
    await expect(dialog.getByText(/^Saved lap\.png, /)).toBeVisible()
    const png = await readFile(file)
    expect([png.readUInt32BE(16), png.readUInt32BE(20)]).toEqual([3840, 2160])
    // A drawn picture: an empty one of this size would have some 30 KB.
    expect(png.length).toBeGreaterThan(200_000)
    // The view on screen is as it was.
    expect(await page.locator('canvas#sculpture').getAttribute('width')).toBe(before)
  })

  test('takes a closed dialog for a change of mind, and tells trouble in words', async ({
    startGallery,
    userData,
  }) => {
    const { app, page } = await startGallery()
    const { dialog, choose, save } = await openDialog(page)
    await choose('CSV')
    await answerSaveDialog(app, null)
    await save()
    await expect(dialog.getByRole('button', { name: 'Save…' })).toBeEnabled()
    await expect(dialog.getByRole('alert')).toHaveCount(0)
    await answerSaveDialog(app, join(userData, 'no-such-folder', 'lap.csv'))
    await save()
    await expect(dialog.getByRole('alert')).toContainText('could not be saved there')
    expect(existsSync(join(userData, 'no-such-folder'))).toBe(false)
  })

  test('does not save a print of impossible size', async ({ startGallery }) => {
    const { page } = await startGallery()
    const { dialog, choose } = await openDialog(page)
    await dialog.getByLabel('Wall').fill('0.1')
    await expect(dialog.getByRole('button', { name: 'Save…' })).toBeDisabled()
    await choose('JSON')
    await expect(dialog.getByRole('button', { name: 'Save…' })).toBeEnabled()
  })

  test('puts the picture on the clipboard', async ({ startGallery }) => {
    const { app, page } = await startGallery()
    await goToPlinth(page)
    await page.keyboard.press('Control+Shift+c')
    await expect(page.getByText('The picture is on the clipboard.')).toBeVisible()
    const formats = await app.evaluate(({ clipboard }) =>
      'availableFormats' in clipboard && typeof clipboard.availableFormats === 'function'
        ? (clipboard.availableFormats() as string[])
        : clipboard.has('image/png').then((has) => (has ? ['image/png'] : [])),
    )
    expect(formats).toContain('image/png')
  })

  test('has its keys on the plinth only, and no way to the wall under its dialog', async ({
    startGallery,
  }) => {
    const { page } = await startGallery()
    const { dialog } = await openDialog(page)
    await page.keyboard.press('Alt+ArrowLeft')
    await expect(dialog).toBeVisible()
    await page.keyboard.press('Escape')
    await expect(dialog).toBeHidden()
    await page.keyboard.press('Escape')
    await expect(new WallPage(page).cards.first()).toBeVisible()
    await page.keyboard.press('Control+s')
    await page.keyboard.press('Control+Shift+c')
    await page.keyboard.press('Alt+ArrowRight')
    await expect(new GalleryPage(page).canvas).toBeVisible()
    await expect(page.getByRole('dialog')).toHaveCount(0)
    await expect(page.getByText('The picture is on the clipboard.')).toHaveCount(0)
    await page.keyboard.press('Control+s')
    await expect(dialog).toBeVisible()
  })

  test('refuses a page that asks for a path, a strange picture or a file it never saved', async ({
    startGallery,
  }) => {
    const { page } = await startGallery()
    await goToPlinth(page)
    const codes = await page.evaluate(async () => {
      const id = {
        source: 'demo',
        season: 2026,
        round: 1,
        session: 'Q',
        driver: 'AAA',
        lap: 'fastest',
      } as const
      const print = { bedMm: 220, heightScale: 1, baseMm: 2.4, wallMm: 1.6, lettering: 'full' } as const
      const look = { style: 'wall', height: 'combinedG', colour: 'combinedG', map: 'cividis' } as const
      const call = async (name: string, input: unknown) => {
        const answer = await window.api.call(name as 'exports:save', input as never)
        return answer.ok ? 'done' : answer.error.code
      }
      return await Promise.all([
        call('exports:save', { id, format: 'stl', print, look, path: '/etc/passwd' }),
        call('exports:save', { id, format: 'exe', print, look }),
        call('exports:planPrint', { id, look, print: { ...print, bedMm: 1e9 } }),
        call('exports:planPrint', { id, print, look: { ...look, style: '<script>' } }),
        call('exports:copyPicture', { png: new Uint8Array(100) }),
        call('exports:showInFolder', '/etc/passwd'),
        call('exports:showInFolder', 'f12345'),
      ])
    })
    expect(codes).toEqual([...Array<string>(6).fill('ipc/bad-input'), 'export/file-gone'])
  })
})
