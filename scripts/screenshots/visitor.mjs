// What a visitor does on the way to a state: by what is written, as the end-to-end tests do it.

/** @typedef {import('playwright').Page} Page */

/** So many pictures hang before the wall counts as hung: the first row of a small window. */
const PICTURES = 6

/**
 * One that is in sight: rooms that are not visited stay where they are.
 * @param {Page} page
 * @param {string | RegExp} name
 */
export function button(page, name) {
  return page.getByRole('button', { name, exact: true }).and(page.locator(':visible'))
}

/** @param {Page} page */
export async function hung(page) {
  await page
    .locator('.niche img')
    .nth(PICTURES - 1)
    .waitFor()
}

/**
 * To the plinth, from the wall or on it, with this style.
 * @param {Page} page
 * @param {'Wall' | 'Ribbon' | 'Tube'} style
 */
export async function plinthWith(page, style) {
  const card = button(page, /^Sculpture of/).first()
  if (await card.isVisible()) await card.click()
  await page.locator('canvas[data-sculpture-key]').waitFor()
  await page.getByRole('radio', { name: style, exact: true }).check()
}

/** @param {Page} page */
export async function toWall(page) {
  await page.keyboard.press('Alt+ArrowLeft')
  await page.locator('.wall:not([inert])').waitFor()
}

/**
 * @param {Page} page
 * @param {string} name
 */
export async function enterRoom(page, name) {
  await page
    .getByRole('navigation', { name: 'Rooms' })
    .getByRole('button', { name })
    .and(page.locator(':visible'))
    .click()
}

/**
 * @param {Page} page
 * @param {string} name Of a part of the room of the warming.
 */
export async function turnToPage(page, name) {
  await page.keyboard.press('Escape')
  await enterRoom(page, 'Warming')
  await page.getByRole('navigation', { name: 'Parts of this room' }).getByRole('button', { name }).click()
}

/**
 * @param {Page} page
 * @param {string} chapter
 */
export async function openHelp(page, chapter) {
  await enterRoom(page, 'Help')
  await page
    .getByRole('navigation', { name: 'Chapters' })
    .getByRole('button', { name: chapter, exact: true })
    .click()
}

/**
 * @param {Page} page
 * @param {string} section
 */
export async function openSettings(page, section) {
  await enterRoom(page, 'Settings')
  await page
    .getByRole('main', { name: 'Settings' })
    .getByRole('navigation')
    .getByText(section, { exact: true })
    .click()
}
