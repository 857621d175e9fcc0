import { expect, test } from '../fixtures/gallery-app'

test('speaks German where the system does: rooms, labels, errors and the menu', async ({ startGallery }) => {
  const { app, page, complaints } = await startGallery({ args: ['--lang=de-AT'] })
  await expect(page.locator('html')).toHaveAttribute('lang', 'de-AT')
  await expect(page.getByRole('navigation', { name: 'Räume' }).getByRole('button')).toHaveText([
    'Wand',
    'Vorwärmen',
    'Cache',
    'Einstellungen',
    'Hilfe',
  ])
  const wall = page.getByRole('main', { name: 'Die Wand' })
  await wall
    .getByRole('button', { name: /^Skulptur von .*, Rundenzeit \d:\d\d\.\d{3}, simuliert$/ })
    .first()
    .click()
  await expect(page.getByRole('article')).toContainText(/Runde \d+ auf Reifen/)
  await expect(page.getByRole('region', { name: 'Messwerte' })).toContainText(/\d,\d\d ± \d,\d\d\sG/)

  await page.getByRole('radio', { name: 'Offizielles Archiv' }).check()
  const trouble = page.getByRole('alert').filter({ hasText: 'Das Zeitnahme-Archiv ist nicht zu erreichen' })
  await expect(trouble).toContainText('Netzverbindung prüfen')
  await expect(trouble.getByRole('button', { name: 'Noch einmal' })).toBeVisible()

  const rooms = page.getByRole('navigation', { name: 'Räume' })
  await page.getByRole('button', { name: 'Zur Wand' }).click()
  await rooms.getByRole('button', { name: 'Einstellungen' }).click()
  await expect(page.getByText('Um 03:00, nur jeden Montag, nach der Uhr von UTC.')).toBeVisible()
  await rooms.getByRole('button', { name: 'Hilfe' }).click()
  await expect(page.getByRole('heading', { name: 'Was eine Skulptur zeigt' })).toBeVisible()

  const menu = await app.evaluate(({ Menu }) =>
    (Menu.getApplicationMenu()?.items ?? []).flatMap(({ label, submenu }) => [
      label,
      ...(submenu?.items ?? []).map((item) => item.label),
    ]),
  )
  expect(menu).toContain('&Jetzt vorwärmen')
  expect(menu).toContain('Alles auswählen')
  expect(menu.join(' ')).not.toMatch(/\b(File|Edit|View|Window|Help|Copy|Quit|Reload)\b/)
  expect(complaints).toEqual([])
})
