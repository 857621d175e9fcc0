import { execFileSync } from 'node:child_process'
import { mkdirSync } from 'node:fs'
import { readdir } from 'node:fs/promises'
import { join } from 'node:path'
import type { ElectronApplication } from '@playwright/test'
import { expect, test } from '../fixtures/gallery-app'
import { CachePage } from '../pages/cache-page'
import { GalleryPage } from '../pages/gallery-page'
import { WallPage } from '../pages/wall-page'

/** The system's dialog cannot be driven: it answers as a person would have. */
async function answerFolderDialog(app: ElectronApplication, folder: string): Promise<void> {
  await app.evaluate(({ dialog }, path) => {
    dialog.showOpenDialog = () => Promise.resolve({ canceled: false, filePaths: [path] })
  }, folder)
}

/** A small file system in memory in the place of the cache folder. @returns whether it may be mounted here. */
function mountSmallDisk(folder: string): boolean {
  if (process.platform !== 'linux') return false
  mkdirSync(folder, { recursive: true })
  try {
    execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=400k', 'tmpfs', folder], { stdio: 'ignore' })
    return true
  } catch {
    // Not allowed here, or no such command.
    return false
  }
}

test.describe('the room of the cache', () => {
  test('shows what uses the space, pins a session, and clears it after asking @smoke', async ({
    startGallery,
  }, info) => {
    const { page, complaints } = await startGallery()
    const cache = new CachePage(page)
    await new WallPage(page).hung(6)
    await cache.enter()
    await expect(
      cache.main.getByRole('img', { name: /^\d{4}, .+Qualifying: .+Sculptures/ }).first(),
    ).toBeVisible()
    await expect(cache.main.getByRole('meter', { name: 'Memory' })).toBeVisible()
    await cache.main
      .getByRole('img', { name: /^\d{4}, / })
      .first()
      .focus()
    await page.keyboard.press('ArrowRight')
    await expect(cache.main.locator('.usage-read strong')).toContainText(/^\d{4}, /)
    await page.screenshot({ path: info.outputPath('cache.png') })

    await cache.session.getByRole('button', { name: /^Pin / }).click()
    await expect(cache.outcome).toContainText('is pinned.')
    await expect(cache.session).toContainText('pinned')

    const name = await cache.session.getByRole('rowheader').textContent()
    await cache.session.getByRole('button', { name: /^Clear… / }).click()
    await expect(cache.dialog).toContainText(/of them are pinned and go too/)
    const size = /This frees ([\d.]+ \w+): (\d+) entries/.exec((await cache.dialog.textContent()) ?? '')
    await page.screenshot({ path: info.outputPath('clear.png') })
    await page.keyboard.press('Escape')
    await expect(cache.dialog).toBeHidden()
    // Escape has closed the dialog and not gone back to the wall as well.
    await expect(cache.session.getByRole('rowheader')).toHaveText(name ?? '')

    await cache.session.getByRole('button', { name: /^Clear… / }).click()
    await cache.answer(/^Clear /).click()
    await expect(cache.outcome).toContainText(`Cleared ${size?.[1]}, ${size?.[2]} entries.`)
    await expect(cache.rows.filter({ hasText: name ?? '' })).toHaveCount(0)
    expect(complaints).toEqual([])
  })

  test('moves the cache to a folder that is picked, opens laps from there, and moves it back', async ({
    startGallery,
    userData,
  }) => {
    const { app, page, complaints } = await startGallery()
    const cache = new CachePage(page)
    await new WallPage(page).hung(6)
    await cache.enter()
    await expect(cache.main.getByText(join(userData, 'cache'))).toBeVisible()
    const target = join(userData, 'another disk')
    mkdirSync(target)
    await answerFolderDialog(app, target)
    await cache.button('Move…').click()
    await expect(cache.dialog).toContainText(target)
    await expect(cache.dialog).toContainText(/ are copied and checked; /)
    await cache.answer('Move it').click()
    await expect(cache.outcome).toContainText(`The cache lies in ${target}.`)
    expect(await readdir(join(userData, 'cache'))).toEqual([])
    expect(await readdir(target)).toEqual(['archive', 'demo'])

    await page.keyboard.press('Escape')
    await new WallPage(page).open()
    const gallery = new GalleryPage(page)
    await gallery.shown()
    await gallery.cache.getByRole('button', { name: 'What uses the space' }).click()
    await cache.button('Back to the usual folder').click()
    await expect(cache.outcome).toContainText(`The cache lies in ${join(userData, 'cache')}.`)
    expect(complaints).toEqual([])
  })

  test('changes limits at once, and takes none that cannot be', async ({ startGallery }) => {
    const { page } = await startGallery()
    const cache = new CachePage(page)
    await new WallPage(page).hung(1)
    await cache.enter()
    const form = cache.main.getByRole('form', { name: 'Limits' })
    await form.getByLabel('Memory').fill('1')
    await expect(form.getByRole('button', { name: 'Save' })).toBeDisabled()
    await form.getByLabel('Memory').fill('32')
    await form.getByRole('button', { name: 'Save' }).click()
    await expect(cache.outcome).toContainText('The limits are saved.')
    await expect(cache.main.getByRole('meter', { name: 'Memory' })).toHaveText(/ of 32\.0 MiB$/)
  })

  test.describe(() => {
    test.use({ profile: 'fresh' })

    test('says once that the disk is full and what still works, and goes on when there is room', async ({
      startGallery,
      userData,
    }, info) => {
      const folder = join(userData, 'cache')
      const isMounted = mountSmallDisk(folder)
      if (!isMounted) console.log('Skipped: no small file system may be mounted here.')
      test.skip(!isMounted, 'no small file system may be mounted here')
      try {
        const { app, page } = await startGallery()
        const cache = new CachePage(page)
        await new WallPage(page).hung(6)
        await cache.enter()
        const trouble = cache.main.getByRole('alert').filter({ hasText: 'The disk is full' })
        await expect(trouble).toHaveCount(1)
        await expect(trouble).toContainText('can still be opened')
        await page.screenshot({ path: info.outputPath('full-disk.png') })
        await trouble.getByRole('button', { name: 'Clear everything…' }).click()
        await cache.answer(/^Clear /).click()
        await expect(cache.outcome).toContainText('Cleared ')
        await expect(trouble).toHaveCount(0, { timeout: 15_000 })
        await app.close()
      } finally {
        execFileSync('umount', ['-l', folder], { stdio: 'ignore' })
      }
    })
  })
})
