import type { Page } from '@playwright/test'
import { expect, test } from '../fixtures/gallery-app'
import { BesidePage } from '../pages/beside-page'
import { ComparePage } from '../pages/compare-page'
import { GalleryPage } from '../pages/gallery-page'
import { SettingsPage } from '../pages/settings-page'
import { WallPage } from '../pages/wall-page'

const TIME = /\d:\d\d\.\d{3}/

/** Everything the document says: to the eye, to a screen reader and in tooltips. */
async function allSaid(page: Page): Promise<string> {
  return await page.evaluate(() => {
    const named = ['aria-label', 'aria-description', 'aria-valuetext', 'title', 'alt'].flatMap((name) =>
      [...document.querySelectorAll(`[${name}]`)].map((element) => element.getAttribute(name) ?? ''),
    )
    return [document.title, document.body.textContent, ...named].join('\n')
  })
}

test.describe('spoiler-free', () => {
  test('no time and no order stands anywhere in the window until the weekend is revealed', async ({
    startGallery,
  }, info) => {
    const { page, complaints } = await startGallery()
    const gallery = new GalleryPage(page)
    const wall = new WallPage(page)
    const settings = new SettingsPage(page)
    const beside = new BesidePage(page)
    const compare = new ComparePage(page)
    await expect(wall.cards.first()).toHaveAccessibleName(TIME)
    await settings.enter()
    await settings.goTo('Spoilers')
    await settings.section('Spoilers').getByRole('checkbox').check()
    await expect(settings.section('Spoilers')).toContainText('No weekend is revealed.')
    await page.screenshot({ path: info.outputPath('settings.png') })
    await page.getByRole('navigation', { name: 'Rooms' }).getByRole('button', { name: 'Wall' }).click()
    await expect(wall.cards.first()).toHaveAccessibleName(/time hidden/)
    expect(await allSaid(page)).not.toMatch(TIME)
    await page.screenshot({ path: info.outputPath('wall.png') })

    await wall.open()
    await gallery.shown()
    const numbered = page.getByRole('group', { name: 'By number, because the order is hidden' })
    await expect(numbered.getByRole('radio')).not.toHaveCount(0)
    await expect(page.locator('.driver-position').filter({ hasText: /\d/ })).toHaveCount(0)
    await beside.boxes.nth(2).check()
    await beside.shown(2)
    await expect(gallery.canvas).toHaveAccessibleDescription(/time hidden/)
    await compare.tab('All laps').click()
    await expect(page.getByRole('tabpanel')).toContainText('Reveal this weekend to see it.')
    await compare.tab('Compare').click()
    await expect(page.getByRole('tabpanel')).toContainText('Reveal this weekend to compare.')
    expect(await allSaid(page)).not.toMatch(TIME)
    await page.screenshot({ path: info.outputPath('plinth.png') })

    await page.keyboard.press('Control+s')
    const files = page.getByRole('dialog', { name: /^Export the lap of/ })
    await expect(files.getByRole('radio', { name: /^CSV/ })).toBeDisabled()
    await page.screenshot({ path: info.outputPath('export.png') })
    await files.getByRole('button', { name: 'Close' }).click()

    // By the keyboard: what cannot be unread is not what Enter does.
    const reveal = gallery.caption.getByRole('button', { name: /^Reveal this weekend/ })
    await reveal.focus()
    await page.keyboard.press('Enter')
    const question = page.getByRole('dialog', { name: /^Reveal .+\?$/ })
    await expect(question.getByRole('button', { name: 'Keep it hidden' })).toBeFocused()
    await page.screenshot({ path: info.outputPath('question.png') })
    await page.keyboard.press('Tab')
    await page.keyboard.press('Enter')
    await expect(page.getByText(/^The results of .+ are shown\.$/)).toBeVisible()
    await expect(gallery.caption).toContainText(TIME)
    await expect(gallery.caption.getByRole('button', { name: /^Hide this weekend again/ })).toBeFocused()
    await expect(compare.sentences.first()).toHaveText(/^Over the whole lap/)

    await page.keyboard.press('Enter')
    await expect(gallery.caption).toContainText('time hidden')
    // What has been compared goes with it.
    await expect(page.getByRole('tabpanel')).toContainText('Reveal this weekend to compare.')
    expect(await allSaid(page)).not.toMatch(TIME)
    expect(complaints).toEqual([])
  })
})
