import { expect, test } from '../fixtures/gallery-app'
import { SettingsPage } from '../pages/settings-page'
import { warmNowByMenu, WarmingPage } from '../pages/warming-page'
import { WallPage } from '../pages/wall-page'

test.describe('the warming', () => {
  test('is planned before it is done, and finds nothing to do the second time @smoke', async ({
    startGallery,
  }, info) => {
    const { app, page, complaints } = await startGallery()
    const warming = new WarmingPage(page)
    await new WallPage(page).hung(1)
    await warming.enter()
    await expect(warming.lastRun).toContainText('Nothing has been warmed yet')
    await warming.goTo('Plan')
    await warming.field('Latest rounds').fill('2')
    await warming.field('How many').fill('3')
    await warming.button('Look at the plan').click()
    const plan = warming.main.getByRole('table', { name: /What a run would do/ })
    await expect(plan.getByRole('row')).toHaveCount(6)
    await expect(plan).toContainText('to be made')
    await page.screenshot({ path: info.outputPath('plan.png') })

    await warming.chooseLittle()
    await expect(plan).toHaveCount(0)
    await warming.button('Look at the plan').click()
    await expect(plan.getByRole('row')).toHaveCount(3)
    await page.getByRole('radio', { name: 'Highest in the championship' }).press('ArrowRight')
    await expect(plan).toHaveCount(0)
    const settings = new SettingsPage(page)
    await settings.enter()
    await settings.chooseLittle()
    await settings.save()

    await warming.enter()
    await warming.goTo('Now')
    await warming.button('Warm now').click()
    await expect(warming.lastRun).toContainText('Everything is warm')
    expect(await warming.count('Grands Prix')).toBe(1)
    // The wall has made some of them by itself, and a driver may have missed the session.
    const here = (await warming.count('Warmed')) + (await warming.count('Warm already'))
    expect(here).toBeGreaterThan(0)
    await warmNowByMenu(app)
    await expect(warming.main.getByText(/^2 runs,/)).toBeVisible()
    expect(await warming.count('Warmed')).toBe(0)
    expect(await warming.count('Warm already')).toBe(here)
    await expect(warming.main.getByRole('img', { name: /Time each of the last runs took/ })).toBeVisible()
    await expect(warming.line).toHaveAccessibleName(/At rest. Next run/)
    expect(complaints).toEqual([])
  })

  test.describe('of an empty cache', () => {
    test.use({ profile: 'fresh' })

    test('is begun from the menu while one is on the wall, paused, resumed and stopped', async ({
      startGallery,
    }, info) => {
      const { app, page, complaints } = await startGallery()
      const warming = new WarmingPage(page)
      await new WallPage(page).hung(1)
      // One session at a time: a pause comes between two of them.
      const settings = new SettingsPage(page)
      await settings.enter()
      await settings.field('Sessions at the same time').fill('1')
      await settings.save()
      await page.keyboard.press('Alt+ArrowLeft')
      await expect(page.getByRole('main', { name: 'The wall' })).toBeVisible()
      await warmNowByMenu(app)
      await expect(warming.line).toHaveAccessibleName(/^Warming: Warming \d+ of \d+ sculptures, \d+/)
      await warming.line.click()
      await expect(warming.main).toBeFocused()
      const bar = warming.main.getByRole('progressbar', { name: 'Warming' })
      await expect(bar).toBeVisible()
      await page.screenshot({ path: info.outputPath('warming.png') })

      await warming.button('Pause until resumed').click()
      // What has begun is finished first; then everything stands.
      await expect(warming.line).toHaveAccessibleName(/on hold: it is paused/)
      await page.screenshot({ path: info.outputPath('paused.png') })
      await warming.button('Resume').click()
      await expect(warming.button('Pause for an hour')).toBeFocused()
      await expect(warming.line).toHaveAccessibleName(/Warming \d+ of/)

      await warming.button('Stop this run').click()
      await expect(warming.lastRun).toContainText('Stopped')
      await expect(warming.main.getByRole('heading', { name: 'Nothing is being warmed' })).toBeFocused()
      await page.keyboard.press('Escape')
      await expect(page.getByRole('main', { name: 'The wall' })).toBeVisible()
      await expect(page.getByRole('button', { name: 'Wall', exact: true })).toBeFocused()
      expect(complaints).toEqual([])
    })
  })

  test('tells what failed in part, and does it once more', async ({ startGallery }, info) => {
    const { page } = await startGallery()
    const warming = new WarmingPage(page)
    await new WallPage(page).hung(1)
    await warming.enter()
    await warming.goTo('Plan')
    // The qualifying hangs on the wall already; that such a driver was not there is news in the race alone.
    await warming.field('Latest rounds').fill('1')
    await warming.field('Qualifying').uncheck()
    await page.getByRole('radio', { name: 'A list' }).check()
    await warming.field('Codes').fill('yar, zzz')
    await warming.button('Look at the plan').click()
    await warming.button('Warm these').click()
    await expect(warming.lastRun).toContainText('Failed in part')
    await expect(warming.line).toHaveAccessibleName(/failed in part: 1 sculpture missing/)

    await warming.lastRun.getByRole('button', { name: 'What became of each' }).click()
    await page.getByRole('radio', { name: 'Failed 1' }).check()
    const items = warming.main.getByRole('table', { name: 'Sculptures of this run' })
    await expect(items.getByRole('row')).toHaveCount(2)
    await expect(items).toContainText('Driver not found')
    await page.screenshot({ path: info.outputPath('partly-failed.png') })

    const runs = warming.main.getByRole('button', { name: /Warming recent rounds/ })
    await expect(runs).toHaveCount(1)
    await warming.button('Retry').click()
    await expect(runs).toHaveCount(2)
    await warming.field('Search').fill('latest round casting')
    await expect(warming.main.getByText('No task is like this.')).toBeVisible()
    await warming.field('Search').fill('latest round')
    await expect(runs).toHaveCount(2)
  })

  test('keeps a changed schedule over a restart, and says why a rule cannot be read', async ({
    startGallery,
  }, info) => {
    const first = await startGallery()
    const before = new SettingsPage(first.page)
    const warming = new WarmingPage(first.page)
    await warming.enter()
    await warming.button('Change the schedule').click()
    await expect(before.section('Schedule and strategy')).toContainText('At 03:00 AM, only on Monday')
    await before.field('Rule').fill('every monday')
    // While one types, and once more when it is saved all the same.
    await expect(before.field('Rule')).toHaveAccessibleDescription(/cannot be a schedule.*2 fields, not 5/)
    await before.section('Schedule and strategy').getByRole('button', { name: 'Save', exact: true }).click()
    await expect(before.field('Rule')).toHaveAccessibleDescription(/cannot be a schedule/)
    await first.page.screenshot({ path: info.outputPath('refused.png') })

    // Looking elsewhere loses nothing.
    await warming.enter()
    await first.page.keyboard.press('Escape')
    await before.enter()
    await expect(before.field('Rule')).toHaveValue('every monday')
    await before.field('Rule').fill('30 5 * * 2')
    await before.field('Time zone of the rule').selectOption('Europe/Paris')
    await before.field('Favourites, always warmed').fill('yar')
    await before.save()
    await expect(
      before.main.getByRole('list', { name: 'It comes true next' }).getByRole('listitem'),
    ).toHaveCount(5)
    await warming.enter()
    await warming.goTo('Schedule')
    await expect(warming.main).toContainText('At 05:30 AM, only on Tuesday (Europe/Paris)')
    await expect(warming.main.getByRole('region', { name: 'Next runs' }).getByRole('listitem')).toHaveCount(5)
    await first.app.close()

    const { page } = await startGallery()
    const after = new SettingsPage(page)
    await after.enter()
    await expect(after.field('Rule')).toHaveValue('30 5 * * 2')
    await expect(after.field('Time zone of the rule')).toHaveValue('Europe/Paris')
    await expect(after.field('Favourites, always warmed')).toHaveValue('YAR')
  })

  test('is healthy as far as its parts are, and shows its log as it is written', async ({
    startGallery,
  }, info) => {
    const { app, page } = await startGallery()
    const warming = new WarmingPage(page)
    await new WallPage(page).hung(1)
    await warming.enter()
    await warming.goTo('Health and log')
    const parts = warming.main.getByRole('table', { name: 'The parts of the application' })
    await expect(parts.getByRole('row', { name: /Timing archive/ })).toContainText('trouble')
    await expect(parts.getByRole('row', { name: /Cache folder/ })).toContainText('well')
    const lines = warming.main.getByRole('list', { name: /Lines of the log/ })
    await warmNowByMenu(app)
    await expect(lines).toContainText('a run begins')
    await page.screenshot({ path: info.outputPath('health.png') })
    await warming.button('Copy').click()
    await expect(warming.main.getByText('Copied.')).toBeVisible()
    expect(await app.evaluate(({ clipboard }) => clipboard.readText())).toMatch(
      /Z info warming: a run begins/,
    )
  })
})
