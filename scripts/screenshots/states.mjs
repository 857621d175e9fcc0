// Every view and state that is photographed, in the order in which they come about. A state more is a line more.

import {
  button,
  enterRoom,
  hung,
  openHelp,
  openSettings,
  plinthWith,
  toWall,
  turnToPage,
} from './visitor.mjs'

/**
 * @typedef {import('playwright').Page} Page
 * @typedef {import('playwright').ElectronApplication} App
 * @typedef {object} State
 * @property {string} name Of its folder: what is seen, then how.
 * @property {import('./life.mjs').Life} life
 * @property {(page: Page, app: App) => Promise<unknown>} go From wherever the state before has led.
 * @property {number} [settlesMs] Until a change of theme is seen in all of it, where that takes long.
 */

const WARMING_PAGES = ['Now', 'Plan', 'Schedule', 'Tasks', 'Health and log']
const SETTINGS_SECTIONS = [
  'Schedule and strategy',
  'Sources',
  'Cache',
  'Appearance',
  'Accessibility',
  'Spoilers',
  'Notifications and start-up',
  'Import and export',
]
const HELP_CHAPTERS = [
  'What a sculpture shows',
  'Reading and comparing',
  'Warming',
  'Space and clearing',
  'Without a network',
  'Links, prints, pictures',
  'Command line',
  'Keyboard',
  'When something goes wrong',
  'What leaves this computer',
  'Notices and licences',
]

/** @type {readonly State[]} */
export const STATES = [
  { name: 'wall-first-start', life: 'visit', go: async () => undefined },
  { name: 'wall', life: 'visit', settlesMs: 8000, go: (page) => hung(page) },
  { name: 'plinth-first-look', life: 'visit', go: (page) => plinthWith(page, 'Wall') },
  {
    name: 'plinth-first-look-last',
    life: 'visit',
    go: async (page) => {
      await button(page, 'Next').click()
      await button(page, 'Next').click()
    },
  },
  { name: 'plinth-wall', life: 'visit', go: (page) => button(page, 'Understood').click() },
  { name: 'plinth-ribbon', life: 'visit', go: (page) => plinthWith(page, 'Ribbon') },
  { name: 'plinth-tube', life: 'visit', go: (page) => plinthWith(page, 'Tube') },
  ...['Plan', 'Start straight', 'Long side', 'Short side'].map((name) => ({
    name: `plinth-view-${fileName(name)}`,
    life: /** @type {const} */ ('visit'),
    go: /** @type {State['go']} */ ((page) => button(page, name).click()),
  })),
  {
    name: 'plinth-read',
    life: 'visit',
    go: async (page) => {
      await plinthWith(page, 'Wall')
      await button(page, 'First view').click()
      await page.locator('#sculpture').focus()
      for (let step = 0; step < 40; step++) await page.keyboard.press(']')
    },
  },
  {
    name: 'plinth-notice',
    life: 'visit',
    go: async (page) => {
      await page.keyboard.press('Control+Shift+c')
      await page.locator('.toast').waitFor()
      await page.locator('.toast .button').focus()
    },
  },
  {
    name: 'dialog-export',
    life: 'visit',
    go: async (page) => {
      await page.keyboard.press('Escape')
      await button(page, 'Export…').click()
    },
  },
  {
    name: 'plinth-twenty-laps',
    life: 'visit',
    go: async (page) => {
      await page.keyboard.press('Escape')
      await button(page, /^All: set/).click()
      await page.getByText(/^\d+ laps stand beside\.$/).waitFor()
    },
  },
  {
    name: 'plinth-two-laps',
    life: 'visit',
    go: async (page) => {
      await button(page, 'Clear the laps beside').click()
      await page
        .getByRole('checkbox', { name: /beside/ })
        .and(page.locator(':visible'))
        .nth(3)
        .check()
      await page.locator('canvas[data-laps="2"]').waitFor()
    },
  },
  {
    name: 'plinth-one-track',
    life: 'visit',
    go: async (page) => {
      await page.getByRole('radio', { name: 'On one track' }).check()
      await page.locator('canvas[data-arrangement="track"]').waitFor()
    },
  },
  { name: 'plinth-compare', life: 'visit', go: (page) => page.getByRole('tab', { name: 'Compare' }).click() },
  {
    name: 'plinth-all-laps',
    life: 'visit',
    go: (page) => page.getByRole('tab', { name: 'All laps' }).click(),
  },
  {
    name: 'plinth-unreachable',
    life: 'visit',
    go: async (page) => {
      await page.getByRole('tab', { name: 'Along the lap' }).click()
      await button(page, 'Clear the laps beside').click()
      await page.getByRole('radio', { name: 'Official archive' }).and(page.locator(':visible')).check()
      await page.getByRole('alert').first().waitFor()
    },
  },
  {
    name: 'cache-empty',
    life: 'visit',
    go: async (page) => {
      await toWall(page)
      await enterRoom(page, 'Cache')
    },
  },
  { name: 'wall-unreachable', life: 'visit', go: (page) => toWall(page) },
  {
    name: 'cache',
    life: 'visit',
    go: async (page) => {
      await page.getByRole('radio', { name: 'Simulated' }).and(page.locator(':visible')).check()
      await hung(page)
      await enterRoom(page, 'Cache')
      await page.locator('.usage-chart, table').first().waitFor()
    },
  },
  {
    name: 'dialog-clear',
    life: 'visit',
    go: (page) => button(page, 'Everything…').click(),
  },
  {
    name: 'notices',
    life: 'visit',
    go: async (page) => {
      await page.keyboard.press('Escape')
      await button(page, /^Pin /).first().click()
      await page.locator('.toast').waitFor()
      await button(page, /^Notices/).click()
    },
  },
  ...WARMING_PAGES.map((name) => ({
    name: `warming-${fileName(name)}`,
    life: /** @type {const} */ ('visit'),
    go: /** @type {State['go']} */ ((page) => turnToPage(page, name)),
  })),
  {
    name: 'warming-run',
    life: 'visit',
    go: async (page) => {
      await turnToPage(page, 'Now')
      await button(page, 'Warm now').click()
    },
  },
  ...SETTINGS_SECTIONS.map((name) => ({
    name: `settings-${fileName(name)}`,
    life: /** @type {const} */ ('visit'),
    go: /** @type {State['go']} */ ((page) => openSettings(page, name)),
  })),
  ...HELP_CHAPTERS.map((name) => ({
    name: `help-${fileName(name)}`,
    life: /** @type {const} */ ('visit'),
    go: /** @type {State['go']} */ ((page) => openHelp(page, name)),
  })),
  {
    name: 'help-nothing-found',
    life: 'visit',
    go: async (page) => {
      await openHelp(page, 'When something goes wrong')
      await page.getByRole('searchbox').fill('zebra')
    },
  },
  {
    name: 'wall-archive-gone',
    life: 'return',
    go: async (page) => {
      await page.getByRole('radio', { name: 'Official archive' }).and(page.locator(':visible')).check()
      await page.getByRole('alert').first().waitFor()
    },
  },
]

/** @param {string} words */
function fileName(words) {
  return words.toLowerCase().replaceAll(/[^a-z]+/g, '-')
}
