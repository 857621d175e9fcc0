import type { ElectronApplication } from '@playwright/test'
import { startTrayWatcher, type TrayWatcher } from '../../helpers/tray-watcher'
import { expect, test as base } from '../fixtures/gallery-app'
import { hasBusTools, TrayPage } from '../pages/tray-page'
import { WallPage } from '../pages/wall-page'
import { SettingsPage } from '../pages/settings-page'

const test = base.extend<{ watcher: TrayWatcher }>({
  // Playwright requires the first argument to be a destructuring pattern.
  // oxlint-disable-next-line no-empty-pattern
  watcher: async ({}, use, info) => {
    info.skip(!(await hasBusTools()), 'needs dbus-daemon and busctl')
    const watcher = await startTrayWatcher()
    await use(watcher)
    watcher.close()
  },
})

function windowIsVisible(app: ElectronApplication): Promise<boolean> {
  return app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.isVisible() ?? false)
}

function closeWindow(app: ElectronApplication): Promise<void> {
  return app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.close())
}

/** Answers the system's own dialogs, which no test can press, and counts them in `globalThis.asked`. */
async function answerDialogs(app: ElectronApplication, response: number): Promise<void> {
  await app.evaluate(({ dialog }, answer) => {
    const counter = globalThis as { asked?: number }
    counter.asked = 0
    dialog.showMessageBox = () => {
      counter.asked = (counter.asked ?? 0) + 1
      return Promise.resolve({ response: answer, checkboxChecked: false })
    }
  }, response)
}

function dialogsSeen(app: ElectronApplication): Promise<number> {
  return app.evaluate(() => (globalThis as { asked?: number }).asked ?? 0)
}

test.describe('the tray', () => {
  test('tells how the warming is, and begins and pauses it', async ({ startGallery, watcher }) => {
    const { page } = await startGallery({ env: { DBUS_SESSION_BUS_ADDRESS: watcher.address } })
    const tray = new TrayPage(watcher)
    await new WallPage(page).hung(1)
    await expect.poll(() => tray.tooltip()).toMatch(/at rest\n[\d,]+ keys? in the cache/)
    expect(await tray.labels()).toContain('Last run: none yet')
    const atRest = await tray.icon()
    const settings = new SettingsPage(page)
    await settings.enter()
    await settings.chooseLittle()
    await settings.save()
    await page.keyboard.press('Escape')

    await tray.press('Warm now')
    await expect.poll(async () => (await tray.labels()).join('\n')).toMatch(/^Last run: .+(warmed|all warm)/m)

    await tray.press('Pause until resumed')
    await expect.poll(() => tray.tooltip()).toContain('Paused until it is resumed')
    expect(await tray.icon()).not.toBe(atRest)
    const warmNow = (await tray.items()).find(({ label }) => label.startsWith('Warm now'))
    expect(warmNow).toMatchObject({ label: 'Warm now (paused)', isEnabled: false })
    await tray.press('Resume')
    await expect.poll(() => tray.labels()).toContain('Warm now')
    await tray.press('Settings…')
    await expect(settings.field('Warm by the schedule')).toBeVisible()
  })

  test('keeps the gallery when its window is closed, explains that once, and gives it back', async ({
    startGallery,
    watcher,
  }) => {
    const { app, page } = await startGallery({ env: { DBUS_SESSION_BUS_ADDRESS: watcher.address } })
    const tray = new TrayPage(watcher)
    await new WallPage(page).hung(1)
    await expect.poll(() => tray.labels()).toContain('Open gallery')
    await answerDialogs(app, 0)
    for (const _ of ['the first time', 'the second']) {
      await closeWindow(app)
      await expect.poll(() => windowIsVisible(app)).toBe(false)
      await tray.press('Open gallery')
      await expect.poll(() => windowIsVisible(app)).toBe(true)
    }
    expect(await dialogsSeen(app)).toBe(1)
    const left = app.waitForEvent('close')
    await tray.press('Quit')
    await left
  })

  test('is all there is of a hidden start, until the gallery is opened from it', async ({
    startGallery,
    watcher,
  }) => {
    const tray = new TrayPage(watcher)
    let isOpen = false
    const starting = startGallery({
      env: { DBUS_SESSION_BUS_ADDRESS: watcher.address },
      args: ['--hidden'],
    }).finally(() => (isOpen = true))
    await expect.poll(() => tray.labels()).toContain('Open gallery')
    expect(isOpen).toBe(false)
    await tray.press('Open gallery')
    const { page } = await starting
    await new WallPage(page).hung(1)
  })

  test('comes with a panel that starts later, and with one that ends the window is closed as without', async ({
    startGallery,
    watcher,
  }) => {
    watcher.leave()
    const { app, page } = await startGallery({ env: { DBUS_SESSION_BUS_ADDRESS: watcher.address } })
    await new WallPage(page).hung(1)
    watcher.comeBack()
    await expect.poll(() => new TrayPage(watcher).labels()).toContain('Open gallery')
    await answerDialogs(app, 0)
    await closeWindow(app)
    await expect.poll(() => windowIsVisible(app)).toBe(false)

    watcher.leave()
    await expect.poll(() => windowIsVisible(app)).toBe(true)
    const left = app.waitForEvent('close')
    await closeWindow(app)
    await left
  })

  test('lets go of the gallery when that is the answer, and from then on', async ({
    startGallery,
    watcher,
  }) => {
    const env = { DBUS_SESSION_BUS_ADDRESS: watcher.address }
    const first = await startGallery({ env })
    await new WallPage(first.page).hung(1)
    await expect.poll(() => new TrayPage(watcher).labels()).toContain('Open gallery')
    await answerDialogs(first.app, 1)
    const leftFirst = first.app.waitForEvent('close')
    await closeWindow(first.app)
    await leftFirst

    const second = await startGallery({ env })
    await new WallPage(second.page).hung(1)
    const leftSecond = second.app.waitForEvent('close')
    await closeWindow(second.app)
    await leftSecond
  })
})
