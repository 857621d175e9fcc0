import { writeFile } from 'node:fs/promises'
import type { Page } from '@playwright/test'
import { findAll, type Finding, type Theme } from '../fixtures/axe'
import { expect, test } from '../fixtures/gallery-app'
import { BesidePage } from '../pages/beside-page'
import { CachePage } from '../pages/cache-page'
import { ComparePage } from '../pages/compare-page'
import { GalleryPage } from '../pages/gallery-page'
import { HelpPage } from '../pages/help-page'
import { SettingsPage } from '../pages/settings-page'
import { WallPage } from '../pages/wall-page'
import { WarmingPage } from '../pages/warming-page'

/** What is not here asks before it is fetched: the state in which the gallery starts. */
const COLD = 'sculpture://2025/20/Q/NOR'

const BELOW_THE_WALL = 'the season below the wall'

/** A state, and how it comes about from the one before it. */
type Step = readonly [state: string, go: () => Promise<unknown>]

test.describe('every view and state', () => {
  test.use({ profile: 'fresh' })

  test('has nothing serious that axe finds, in both themes and with more contrast', async ({
    startGallery,
  }, info) => {
    test.setTimeout(240_000)
    const { page, complaints } = await startGallery({ args: [COLD] })
    const findings: Finding[] = []
    for (const [state, go] of visit(page))
      await test.step(state, async () => {
        await go()
        findings.push(...(await findAll(page, state, themesOf(state))))
      })
    await writeFile(info.outputPath('axe.json'), JSON.stringify(findings, null, 1))
    const grave = findings.filter(({ impact }) => impact === 'serious' || impact === 'critical')
    expect(grave.filter((finding) => !isAnswered(finding))).toEqual([])
    expect(complaints).toEqual([])
  })
})

/** What axe cannot know, each with its reason. */
function isAnswered({ rule, selector, state, why }: Finding): boolean {
  // A card is a whole label: its name is the sentence that says what hangs there, driver and time in it; team, tyre and
  // marks are read out as its description. Axe wants all of it in the name, word for word.
  if (rule === 'label-content-name-mismatch') return selector.startsWith('button[data-key=')
  // The bar of the rooms stays while the wall scrolls beneath it; what takes the focus is scrolled out from under it.
  if (rule === 'target-size') return state === BELOW_THE_WALL && why.includes('partially obscured')
  return false
}

/** More contrast is other values of the same tokens: one state of each kind shows what takes none of them. */
const ALL_THEMES = new Set(['the wall', 'one track', 'the settings', 'the cache'])

function themesOf(state: string): readonly Theme[] {
  const usual = ['dark', 'light'] as const
  return ALL_THEMES.has(state) ? [...usual, 'dark with contrast', 'light with contrast'] : usual
}

function visit(page: Page): readonly Step[] {
  const wall = new WallPage(page)
  return [
    ['a link that asks', () => page.getByRole('dialog').waitFor()],
    [
      'the wall',
      async () => {
        await page.keyboard.press('Escape')
        await wall.hung(6)
      },
    ],
    ['the wall, nothing found', () => wall.search.fill('zebra')],
    [
      BELOW_THE_WALL,
      async () => {
        await wall.search.fill('')
        await page.locator('.season-slot[data-mark=warm]').first().waitFor({ state: 'attached' })
        await page.locator('.wall').evaluate((each) => each.scrollTo({ top: each.scrollHeight }))
      },
    ],
    ...plinth(page),
    ...warming(page),
    ...cache(page),
    ...settings(page),
    ...help(page),
    [
      'the wall, empty',
      async () => {
        await page.keyboard.press('F1')
        await page.getByRole('navigation', { name: 'Rooms' }).getByRole('button').first().click()
        await page.getByRole('radio', { name: 'Official archive' }).filter({ visible: true }).check()
        await page.getByRole('status').or(page.getByRole('alert')).filter({ visible: true }).first().waitFor()
      },
    ],
  ]
}

function plinth(page: Page): readonly Step[] {
  const gallery = new GalleryPage(page)
  const compare = new ComparePage(page)
  const beside = new BesidePage(page)
  return [
    [
      'the plinth, first look',
      async () => {
        await new WallPage(page).open()
        await gallery.shown()
        await page.locator('.first-look').waitFor()
      },
    ],
    [
      'the plinth',
      async () => {
        await page.locator('.first-look').getByRole('button').last().click()
        await gallery.canvas.press(']')
      },
    ],
    [
      'one track',
      async () => {
        await beside.boxes.nth(0).check()
        await beside.boxes.nth(3).check()
        await beside.shown(3)
        await compare.stand('On one track')
      },
    ],
    [
      'the tab of the comparison',
      async () => {
        await compare.tab('Compare').click()
        await gallery.canvas.press('.')
      },
    ],
    ['the tab of all laps', () => compare.tab('All laps').click()],
    [
      'export',
      async () => {
        await page.keyboard.press('Control+s')
        await page.getByRole('dialog').waitFor()
      },
    ],
    [
      'the plinth, archive out of reach',
      async () => {
        await page.keyboard.press('Escape')
        await page.getByRole('radio', { name: 'Official archive' }).filter({ visible: true }).check()
        await page
          .getByRole('alert')
          .filter({ hasText: 'cannot be reached', visible: true })
          .first()
          .waitFor()
      },
    ],
    [
      'a notice',
      async () => {
        await page.getByRole('radio', { name: 'Simulated' }).filter({ visible: true }).check()
        await gallery.shown()
        await page.keyboard.press('Control+Shift+c')
        await page.locator('.toast').waitFor()
      },
    ],
    [
      'the list of notices',
      async () => {
        await page.keyboard.press('Alt+ArrowLeft')
        await page
          .getByRole('button', { name: /^Notices/ })
          .filter({ visible: true })
          .click()
      },
    ],
  ]
}

function warming(page: Page): readonly Step[] {
  const room = new WarmingPage(page)
  return [
    [
      'warming: Now',
      async () => {
        await page.keyboard.press('Escape')
        await room.enter()
      },
    ],
    ['warming: Plan', () => room.goTo('Plan')],
    ['warming: Schedule', () => room.goTo('Schedule')],
    [
      'warming: Tasks',
      async () => {
        await room.goTo('Tasks')
        await room.main.getByRole('row').nth(1).getByRole('button').first().click()
      },
    ],
    ['warming: Health and log', () => room.goTo('Health and log')],
  ]
}

function cache(page: Page): readonly Step[] {
  const room = new CachePage(page)
  return [
    [
      'the cache',
      async () => {
        await room.enter()
        await room.rows.first().waitFor()
      },
    ],
    ['the cache asks', () => room.button('Everything…').click()],
  ]
}

function settings(page: Page): readonly Step[] {
  const room = new SettingsPage(page)
  return [
    [
      'the settings',
      async () => {
        await page.keyboard.press('Escape')
        await room.enter()
      },
    ],
  ]
}

function help(page: Page): readonly Step[] {
  const room = new HelpPage(page)
  const chapters = [0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10]
  return chapters.map((number) => [
    `help, chapter ${number + 1}`,
    async () => {
      if (number === 0) await page.keyboard.press('F1')
      await room.chapters.nth(number).click()
    },
  ])
}
