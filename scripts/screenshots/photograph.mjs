// One state of the gallery in every size and theme.

import { mkdir } from 'node:fs/promises'
import { join } from 'node:path'

/** A common notebook, a desk, what is left of a small screen, and a full one. CSS pixels. */
export const SIZES = [
  { name: '1280x800', width: 1280, height: 800 },
  { name: '1600x1000', width: 1600, height: 1000 },
  { name: '900x650', width: 900, height: 650 },
  { name: '1920x1080', width: 1920, height: 1080 },
]

export const THEMES = /** @type {const} */ (['dark', 'light'])

/** Until a changed size has been drawn in software, ms. Less shows old frames in new windows. */
const SETTLES_MS = 500

/**
 * @param {object} what
 * @param {import('playwright').ElectronApplication} what.app
 * @param {import('playwright').Page} what.page
 * @param {import('./states.mjs').State} what.state
 * @param {string} what.folder
 * @param {readonly (typeof SIZES)[number][]} what.sizes
 * @param {readonly (typeof THEMES)[number][]} what.themes
 * @returns {Promise<import('../screenshots.mjs').Photograph[]>}
 */
export async function photograph({ app, page, state, folder, sizes, themes }) {
  await mkdir(join(folder, state.name), { recursive: true })
  const taken = []
  // What is under the pointer looks as if it had been chosen.
  await page.mouse.move(0, 0)
  // A change of theme has all sculptures drawn anew; a change of size does not.
  for (const theme of themes) {
    await page.emulateMedia({ colorScheme: theme, reducedMotion: 'reduce' })
    await page.waitForTimeout(state.settlesMs ?? 0)
    for (const size of sizes) {
      await app.evaluate(({ BrowserWindow }, { width, height }) => {
        BrowserWindow.getAllWindows()[0]?.setContentSize(width, height)
      }, size)
      await page.waitForTimeout(SETTLES_MS)
      const file = `${state.name}/${size.name}-${theme}.png`
      await page.screenshot({ path: join(folder, file) })
      taken.push({ state: state.name, size: size.name, theme, file })
    }
  }
  return taken
}
