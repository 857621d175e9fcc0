// What the monkey can do, and how often it does it. Each says what it did, so that the last of them can be told when
// something is wrong. Nothing here quits: no Ctrl+Q, no Ctrl+W, no Alt+F4, and of the menu only what is no role.

import { clickableControls, pageSize } from './in-page.mjs'

/**
 * @typedef {import('./random.mjs').Chance} Chance
 * @typedef {import('./monkey-window.mjs').Ground} Ground
 * @typedef {object} Action
 * @property {number} weight How often, beside the others.
 * @property {(ground: Ground, chance: Chance) => Promise<string>} act
 */

const KEYS = [
  'Tab',
  'Tab',
  'Shift+Tab',
  'Enter',
  'Space',
  'Escape',
  'ArrowLeft',
  'ArrowRight',
  'ArrowUp',
  'ArrowDown',
  'Home',
  'End',
  'PageUp',
  'PageDown',
  'Alt+ArrowLeft',
  'Alt+ArrowRight',
  'Control+a',
  'Control+f',
  'Control+c',
  'Control+z',
  'Delete',
  'Backspace',
  'F1',
  '/',
  '?',
  '+',
  '-',
  ...Array.from('abcdefghijklmnopqrstuvwxyz0123456789'),
]

const NONSENSE = [
  '',
  'VER',
  '-1',
  '999999999999',
  '0 3 * * 1',
  '* * * * * *',
  '61 25 32 13 8',
  '<b>bold</b>',
  '\u{1f3ce}\ufe0f \u202eabc',
  '%00../../etc',
  'NaN',
  '1e308',
  '  ',
  'ä'.repeat(300),
]

const SESSIONS = ['FP1', 'FP2', 'FP3', 'Q', 'SQ', 'S', 'R', 'X']
const DRIVERS = ['VER', 'NOR', 'HAM', 'LEC', 'PIA', 'ALO', 'ZZZ', '']

/** What the pages of the window are controlled by. */
const CONTROLS = [
  'button',
  'a[href]',
  'input',
  'select',
  'textarea',
  'summary',
  'label',
  '[tabindex="0"]',
  '[role="tab"]',
  '[role="option"]',
  '[role="radio"]',
].join(',')

/** @type {readonly Action[]} */
export const ACTIONS = [
  { weight: 40, act: ({ page }, chance) => clickControl(page, chance, CONTROLS) },
  { weight: 8, act: ({ page }, chance) => clickControl(page, chance, 'nav button, header button') },
  { weight: 6, act: ({ page }, chance) => clickControl(page, chance, '.niche button, .wall button') },
  { weight: 14, act: pressKey },
  { weight: 6, act: typeNonsense },
  { weight: 6, act: chooseOption },
  { weight: 8, act: scroll },
  { weight: 8, act: drag },
  { weight: 3, act: resize },
  { weight: 2, act: chooseFromMenu },
  { weight: 1, act: openLink },
  { weight: 2, act: hurry },
]

/**
 * @param {import('playwright').Page} page
 * @param {Chance} chance
 * @param {string} selector
 */
async function clickControl(page, chance, selector) {
  const found = await page.evaluate(clickableControls, selector)
  const control = chance.oneOf(found)
  if (control === undefined) return `no control (${selector})`
  await page.mouse.click(control.x, control.y, { clickCount: chance.hits(0.1) ? 2 : 1 })
  return `click ${control.name}`
}

/** @param {Ground} ground @param {Chance} chance */
async function pressKey({ page }, chance) {
  const key = chance.oneOf(KEYS) ?? 'Tab'
  const times = chance.hits(0.2) ? chance.whole(2, 12) : 1
  for (let i = 0; i < times; i++) await page.keyboard.press(key)
  return `key ${key} x ${times}`
}

/** @param {Ground} ground @param {Chance} chance */
async function typeNonsense({ page }, chance) {
  const fields = page.locator('input:not([type=checkbox]):not([type=radio]):visible, textarea:visible')
  const count = await fields.count()
  if (count === 0) return 'no field'
  const nth = chance.whole(0, count - 1)
  const text = chance.oneOf(NONSENSE) ?? ''
  // As by a person, not through the element: a field of numbers refuses what is none.
  await fields.nth(nth).focus({ timeout: 2_000 })
  await page.keyboard.press('Control+a')
  await page.keyboard.insertText(text)
  if (chance.hits(0.5)) await page.keyboard.press('Enter')
  return `type ${JSON.stringify(text.slice(0, 30))} into field ${nth}`
}

/** @param {Ground} ground @param {Chance} chance */
async function chooseOption({ page }, chance) {
  const lists = page.locator('select:visible:enabled')
  const count = await lists.count()
  if (count === 0) return 'no list'
  const list = lists.nth(chance.whole(0, count - 1))
  const options = await list.locator('option:not([disabled])').count()
  const index = chance.whole(0, Math.max(0, options - 1))
  await list.selectOption({ index }, { timeout: 2_000 })
  return `option ${index} of ${options}`
}

/** @param {Ground} ground @param {Chance} chance */
async function scroll({ page }, chance) {
  const at = await pointIn(page, chance)
  const by = chance.whole(-1500, 1500)
  const modifier = chance.hits(0.1) ? 'Control' : null
  await page.mouse.move(at.x, at.y)
  if (modifier !== null) await page.keyboard.down(modifier)
  await page.mouse.wheel(chance.hits(0.1) ? by : 0, by)
  if (modifier !== null) await page.keyboard.up(modifier)
  return `scroll by ${by} at ${at.x},${at.y}${modifier === null ? '' : ' with Control'}`
}

/** @param {Ground} ground @param {Chance} chance */
async function drag({ page }, chance) {
  const [from, to] = [await pointIn(page, chance), await pointIn(page, chance)]
  const button = chance.hits(0.8) ? 'left' : 'right'
  await page.mouse.move(from.x, from.y)
  await page.mouse.down({ button })
  await page.mouse.move(to.x, to.y, { steps: chance.whole(2, 8) })
  await page.mouse.up({ button })
  return `drag ${from.x},${from.y} to ${to.x},${to.y} with the ${button} button`
}

/** @param {Ground} ground @param {Chance} chance */
async function resize({ app }, chance) {
  const size = [chance.whole(480, 1900), chance.whole(360, 1050)]
  await app.evaluate(({ BrowserWindow }, [width = 0, height = 0]) => {
    BrowserWindow.getAllWindows()[0]?.setContentSize(width, height)
  }, size)
  return `resize to ${size.join(' x ')}`
}

/** @param {Ground} ground @param {Chance} chance */
async function chooseFromMenu({ app }, chance) {
  const share = chance.next()
  return app.evaluate(({ Menu }, at) => {
    /** @param {Electron.MenuItem[]} items @returns {Electron.MenuItem[]} */
    const leaves = (items) => items.flatMap((item) => (item.submenu ? leaves(item.submenu.items) : [item]))
    const choices = leaves(Menu.getApplicationMenu()?.items ?? []).filter(
      ({ role, type, enabled }) => !role && type === 'normal' && enabled,
    )
    const item = choices[Math.floor(at * choices.length)]
    item?.click()
    return `menu ${item?.label ?? '(empty)'}`
  }, share)
}

/** @param {Ground} ground @param {Chance} chance */
async function openLink({ startAgain }, chance) {
  const place = [2026, chance.whole(0, 25), chance.oneOf(SESSIONS), chance.oneOf(DRIVERS)].join('/')
  const query = chance.oneOf(['', '?source=demo', '?lap=3&source=demo', '?lap=0', '?camera=1'])
  const link = `sculpture://${place}${query}`
  await startAgain(link)
  return `link ${link}`
}

/**
 * Many things at once, before the page has answered to the first.
 * @param {Ground} ground @param {Chance} chance
 */
async function hurry({ page }, chance) {
  const done = []
  for (let i = 0; i < 5; i++) done.push(await clickControl(page, chance, CONTROLS))
  return `in a hurry: ${done.join('; ')}`
}

/** @param {import('playwright').Page} page @param {Chance} chance */
async function pointIn(page, chance) {
  const { width, height } = await page.evaluate(pageSize)
  return { x: chance.whole(0, width - 1), y: chance.whole(0, height - 1) }
}
