import { expect, test } from '../fixtures/gallery-app'
import { WallPage } from '../pages/wall-page'

test.describe('the page', () => {
  test('has no Node, no Electron, no network, and cannot leave its origin', async ({ startGallery }) => {
    const { app, page } = await startGallery()
    await new WallPage(page).hung(1)
    expect(
      await page.evaluate(() =>
        ['require', 'process', 'module', 'electron', 'ipcRenderer'].filter((name) => name in window),
      ),
    ).toEqual([])
    expect(
      await page.evaluate(() => Object.keys((window as unknown as { api: object }).api).toSorted()),
    ).toEqual(['call', 'subscribe'])
    const outside = await page.evaluate(() =>
      fetch('http://127.0.0.1:47/').then(
        () => 'fetched',
        () => 'refused',
      ),
    )
    expect(outside).toBe('refused')
    await page.evaluate(() => {
      location.href = 'https://example.com/'
    })
    expect(await page.evaluate(() => window.open('https://example.com/') === null)).toBe(true)
    expect(page.url()).toMatch(/^app:\/\/gallery\//)
    expect(await app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows().length)).toBe(1)
  })

  test('gets an error, not an answer, for a call that does not exist or makes no sense', async ({
    startGallery,
  }) => {
    const { page } = await startGallery()
    await new WallPage(page).hung(1)
    const answer = await page.evaluate(() => {
      const { api } = window as unknown as { api: { call(name: string, input: unknown): Promise<unknown> } }
      return api.call('sculptures:open', {
        source: 'archive',
        season: 2025,
        round: 1,
        session: 'Q',
        driver: '../etc',
        lap: 1,
      })
    })
    expect(answer).toMatchObject({ ok: false, error: { code: 'ipc/bad-input' } })
  })

  test('asks for permissions in vain, and a frame inside it has no way to us', async ({ startGallery }) => {
    const { page } = await startGallery()
    await new WallPage(page).hung(1)
    const answers = await page.evaluate(async () => ({
      geolocation: (await navigator.permissions.query({ name: 'geolocation' })).state,
      notifications: await Notification.requestPermission(),
      microphone: await navigator.mediaDevices.getUserMedia({ audio: true }).then(
        () => 'granted',
        () => 'denied',
      ),
    }))
    expect(answers).toEqual({ geolocation: 'denied', notifications: 'denied', microphone: 'denied' })
    const inFrame = await page.evaluate(() => {
      const frame = document.body.appendChild(document.createElement('iframe'))
      return frame.contentWindow === null ? 'no window' : 'api' in frame.contentWindow
    })
    expect(inFrame).toBe(false)
  })

  test('opens nothing on a middle click', async ({ startGallery }) => {
    const { app, page } = await startGallery()
    await new WallPage(page).hung(1)
    await page.evaluate(() => {
      const link = Object.assign(document.createElement('a'), {
        href: 'https://example.com/',
        textContent: 'out',
      })
      link.style.cssText = 'position:fixed;inset:0 auto auto 0;z-index:9'
      document.body.append(link)
    })
    const place = await page.getByText('out', { exact: true }).boundingBox()
    expect(place).not.toBeNull()
    // Not the locator's own click, which waits for the navigation that must not come.
    for (const button of ['middle', 'left'] as const)
      await page.mouse.click((place?.x ?? 0) + 5, (place?.y ?? 0) + 5, { button })
    expect(page.url()).toMatch(/^app:\/\/gallery\//)
    expect(await app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows().length)).toBe(1)
  })
})
