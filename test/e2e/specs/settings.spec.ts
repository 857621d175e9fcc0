import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { ElectronApplication } from '@playwright/test'
import { expect, test } from '../fixtures/gallery-app'
import { SettingsPage } from '../pages/settings-page'
import { WallPage } from '../pages/wall-page'
import { gallery } from '../../helpers/run-command'

/** What the person picks in the system's dialogs from now on. */
function pick(app: ElectronApplication, path: string): Promise<void> {
  return app.evaluate(({ dialog }, picked) => {
    dialog.showSaveDialog = () => Promise.resolve({ canceled: false, filePath: picked })
    dialog.showOpenDialog = () => Promise.resolve({ canceled: false, filePaths: [picked] })
  }, path)
}

test.describe('the settings', () => {
  test('hold at once, by mouse and by keyboard, and after a restart from the first moment @smoke', async ({
    startGallery,
  }, info) => {
    const { app, page, complaints } = await startGallery()
    const settings = new SettingsPage(page)
    await page.emulateMedia({ colorScheme: null })
    await settings.enter()
    await settings.goTo('Appearance')
    await settings.choice('Theme', 'Dark').check()
    await expect
      .poll(() => page.evaluate(() => matchMedia('(prefers-color-scheme: dark)').matches))
      .toBe(true)
    await page.screenshot({ path: info.outputPath('dark.png') })
    await settings.choice('Theme', 'Light').check()
    await expect
      .poll(() => page.evaluate(() => matchMedia('(prefers-color-scheme: dark)').matches))
      .toBe(false)

    const appearance = settings.section('Appearance')
    await expect(appearance).toContainText('341\u00a0km/h')
    await settings.choice('Units', 'Kilometres, metres').press('ArrowRight')
    await expect(settings.choice('Units', 'Miles, feet')).toBeFocused()
    await expect(appearance).toContainText(/212\u00a0mph.*3\.294\u00a0mi.*118\u00a0ft/)
    await settings.choice('Clock', '24 hours').check()
    await expect(appearance).toContainText(/It is \d\d:\d\d\./)
    await settings.choice('Contrast', 'More').check()
    await expect(page.locator(':root')).toHaveAttribute('data-contrast', 'more')
    await page.screenshot({ path: info.outputPath('contrast.png') })
    await settings.choice('Motion', 'Reduced').check()
    // The menu changes the same setting.
    await app.evaluate(({ Menu }) => {
      const items = Menu.getApplicationMenu()?.items.flatMap((item) => item.submenu?.items ?? []) ?? []
      items.find(({ accelerator }) => accelerator === 'CmdOrCtrl+Plus')?.click()
    })
    await expect(settings.field('Size of everything')).toHaveValue('1.1')
    await app.close()

    const again = await startGallery()
    await expect(again.page.locator(':root')).toHaveAttribute('data-contrast', 'more')
    await expect(again.page.locator(':root')).toHaveAttribute('data-motion', 'reduced')
    const after = new SettingsPage(again.page)
    await after.enter()
    await expect(after.section('Appearance')).toContainText('212\u00a0mph')
    await expect(after.choice('Clock', '24 hours')).toBeChecked()
    await expect(after.choice('Theme', 'Light')).toBeChecked()
    expect(await again.page.evaluate(() => devicePixelRatio)).toBeCloseTo(1.1)
    await after.button('Reset: Units').click()
    await expect(after.section('Appearance')).toContainText('341\u00a0km/h')
    expect([...complaints, ...again.complaints]).toEqual([])
  })

  test('are saved to a file, shown before they are taken from one, and refused with words', async ({
    startGallery,
    userData,
  }, info) => {
    const { app, page } = await startGallery()
    const file = join(userData, 'mine.json')
    const settings = new SettingsPage(page)
    const transfer = settings.section('Import and export')
    await settings.enter()
    await settings.field('Do not tell me results that I have not asked for').check()
    await settings.choice('Units', 'Miles, feet').check()
    await pick(app, file)
    await settings.button('Save settings…').click()
    await expect(transfer).toContainText('Saved as mine.json.')

    await settings.button('Reset all settings…').click()
    await settings.button('Reset all').click()
    await expect(settings.choice('Units', 'Kilometres, metres')).toBeChecked()
    await settings.button('Open a file…').click()
    const offer = transfer.getByRole('table', { name: 'Nothing has been changed yet.' })
    await expect(offer.getByRole('row')).toHaveCount(3)
    await expect(offer.getByRole('row', { name: /^Units/ })).toContainText('Miles, feet')
    await page.screenshot({ path: info.outputPath('offer.png') })
    await expect(settings.choice('Units', 'Kilometres, metres')).toBeChecked()
    await settings.button('Take these settings').click()
    await expect(transfer).toContainText('The settings of mine.json hold now.')
    await expect(settings.choice('Units', 'Miles, feet')).toBeChecked()

    const text = await readFile(file, 'utf8')
    await writeFile(file, text.replace('"imperial"', '"furlongs"'))
    await settings.button('Open a file…').click()
    await expect(transfer).toContainText(/settings that cannot be.*appearance\.units/)
    await expect(settings.choice('Units', 'Miles, feet')).toBeChecked()
  })

  test('come from the command line while the window is open, and what is being typed there stays', async ({
    startGallery,
    userData,
  }) => {
    const { page, complaints } = await startGallery()
    const file = join(userData, 'mine.json')
    const given = { appearance: { units: 'imperial' }, strategy: { recentRounds: 7 }, source: 'demo' }
    await writeFile(
      file,
      JSON.stringify({ format: 'f1-sculpture-gallery-settings', version: 1, settings: given }),
    )
    const settings = new SettingsPage(page)
    await settings.enter()
    await settings.choice('Theme', 'Dark').check()
    const rule = settings.field('Rule')
    await rule.fill('30 5 * * 2')
    const outcome = await gallery(['settings', 'import', file, '--yes'], userData)
    expect([outcome.code, outcome.stderr]).toEqual([0, ''])
    await expect(settings.choice('Units', 'Miles, feet')).toBeChecked()
    await expect(settings.choice('Theme', 'Dark')).toBeChecked()
    await expect(rule).toHaveValue('30 5 * * 2')
    await settings.choice('Theme', 'Light').check()
    const shown = await gallery(['settings', 'show', '--json'], userData)
    expect(JSON.parse(shown.stdout)).toMatchObject({
      ...given,
      appearance: { units: 'imperial', theme: 'light' },
      strategy: { recentRounds: 7 },
    })
    expect(complaints).toEqual([])
  })

  test('lose one field that cannot be read and no other, and say so once', async ({
    startGallery,
    userData,
  }, info) => {
    const file = join(userData, 'settings.json')
    const appearance = {
      theme: 'sepia',
      contrast: 'system',
      language: 'system',
      units: 'imperial',
      clock: 'system',
      timeZone: 'system',
      colourMap: 'viridis',
    }
    await writeFile(file, JSON.stringify({ appearance }))
    const first = await startGallery()
    const note = first.page.getByRole('alert').filter({ hasText: 'Some settings could not be read' })
    await expect(note).toContainText('Theme')
    await expect(note).toContainText('settings.json.unreadable')
    await new WallPage(first.page).hung(1)
    await first.page.screenshot({ path: info.outputPath('mended.png') })
    await note.getByRole('button', { name: 'Look at the settings' }).click()
    const settings = new SettingsPage(first.page)
    await expect(settings.choice('Units', 'Miles, feet')).toBeChecked()
    await expect(settings.choice('Theme', 'As the system')).toBeChecked()
    expect(await readFile(`${file}.unreadable`, 'utf8')).toContain('sepia')
    await first.app.close()

    const second = await startGallery()
    await new WallPage(second.page).hung(1)
    await expect(second.page.getByText('Some settings could not be read')).toHaveCount(0)
  })
})
