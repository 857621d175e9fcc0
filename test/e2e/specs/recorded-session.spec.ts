import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { recordingsFolder, RECORDINGS_MISSING } from '../../helpers/recordings'
import { serveRecordings, type StaticServer } from '../../helpers/static-server'
import { expect, test } from '../fixtures/gallery-app'
import { GalleryPage } from '../pages/gallery-page'
import { WallPage } from '../pages/wall-page'

const recordings = recordingsFolder()

test.describe('a recorded session', () => {
  test.use({ profile: 'fresh' })

  test.skip(recordings === null, RECORDINGS_MISSING)

  let server: StaticServer
  test.beforeAll(async () => {
    const folder = recordings ?? ''
    server = await serveRecordings(folder)
  })
  test.afterAll(() => server.close())

  /** Mexico 2025 is then the newest session there is. */
  const env = { F1_NOW: '2025-11-05T12:00:00Z' }

  test('is chosen, waited for and seen: the pole lap of Mexico City 2025 @smoke', async ({
    startGallery,
  }, info) => {
    const { page, complaints } = await startGallery({ archive: server.url, env })
    const gallery = new GalleryPage(page)
    await new WallPage(page).open(/Lando NORRIS, Mexico City Grand Prix, Qualifying, lap 1:15.586$/i)
    await gallery.shown('f1:sculpture:2025:20:Q:NOR')
    await expect(gallery.caption).toContainText('Lando')
    await expect(gallery.caption).toContainText('1:15.586')
    await expect(gallery.statistics).toContainText('4,247 m')
    await expect(gallery.cache).toContainText(/From (memory|disk) in/)
    // The switch, not a badge.
    await expect(page.getByText('Simulated', { exact: true }).filter({ visible: true })).toHaveCount(1)
    await page.screenshot({ path: info.outputPath('mexico-nor.png') })

    await gallery.driver(/COL/).check()
    await gallery.shown('f1:sculpture:2025:20:Q:COL')
    await expect(gallery.caption).toContainText('1:17.670')
    await expect(gallery.cache).toContainText('From memory in')
    console.log(`memory hit, click to first frame: ${await gallery.shownMs()} ms`)
    expect(complaints).toEqual([])
  })

  test('is opened again without asking the archive', async ({ startGallery }) => {
    const first = await startGallery({ archive: server.url, env })
    await new WallPage(first.page).hung(1)
    await first.app.close()
    const second = await startGallery({ env })
    const gallery = new GalleryPage(second.page)
    await new WallPage(second.page).open(/Lando/)
    await gallery.shown('f1:sculpture:2025:20:Q:NOR')
    await expect(gallery.cache).toContainText(/From (memory|disk) in/)
    await gallery.driver(/VER/).check()
    await gallery.shown('f1:sculpture:2025:20:Q:VER')
    console.log(`hit in the next start, click to first frame: ${await gallery.shownMs()} ms`)
  })

  test('without telemetry is told in words, with the drivers still listed', async ({
    startGallery,
  }, info) => {
    const { page } = await startGallery({ archive: server.url, env })
    const gallery = new GalleryPage(page)
    await new WallPage(page).open(/Lando/)
    await gallery.shown('f1:sculpture:2025:20:Q:NOR')
    await gallery.session('Race').click()
    await expect(page.getByText(/Notes on this session/)).toBeVisible()
    await expect(page.getByText('Lap times were not recorded.')).toBeVisible()
    await expect(page.getByText('Max Verstappen').filter({ visible: true })).toBeVisible()
    await expect(gallery.driver(/VER/)).toBeDisabled()
    await page.screenshot({ path: info.outputPath('no-telemetry.png') })
  })

  test("goes on where the line broke: Chromium's network hands over half a file, and is asked for the rest", async ({
    startGallery,
  }) => {
    const topic = '2025/2025-10-26_Mexico_City_Grand_Prix/2025-10-25_Qualifying/TimingData.jsonStream'
    const whole = await readFile(join(recordings ?? '', 'archive/static', topic))
    const half = Math.floor(whole.byteLength / 2)
    const asked: (string | undefined)[] = []
    server.misbehave = (request, response) => {
      if (request.url?.includes('TimingData') !== true) return false
      asked.push(request.headers.range)
      const isFirst = asked.length === 1
      const from = isFirst ? 0 : Number(/\d+/.exec(request.headers.range ?? '')?.[0])
      response.writeHead(isFirst ? 200 : 206, {
        etag: '"v1"',
        'content-length': whole.byteLength - from,
        ...(isFirst ? {} : { 'content-range': `bytes ${from}-${whole.byteLength - 1}/${whole.byteLength}` }),
      })
      if (isFirst)
        response.write(whole.subarray(0, half), () => setTimeout(() => response.socket?.destroy(), 100))
      else response.end(whole.subarray(from))
      return true
    }
    const { page } = await startGallery({ archive: server.url, env })
    await new WallPage(page).card(/Lando/).waitFor()
    server.misbehave = null
    expect(asked).toEqual([undefined, expect.stringMatching(/^bytes=[1-9]\d*-$/)])
  })

  test('shows how far the download is, and lets it be cancelled', async ({ startGallery }, info) => {
    server.misbehave = (request, response) => {
      if (request.url?.includes('TimingData') !== true) return false
      response
        .writeHead(200, { 'content-length': 1_000_000 })
        .write(`00:00:03.797{}\r\n${' '.repeat(400_000)}`)
      return true
    }
    const { page } = await startGallery({ archive: server.url, env })
    // The list of stages has the word as well, from the beginning.
    await expect(page.getByRole('status').filter({ hasText: 'Downloading' })).toBeVisible()
    await expect(page.locator('.card.progress')).toContainText(/Received.* of .* MiB/)
    await expect(page.getByRole('progressbar')).toBeVisible()
    // It fades in, so that what takes a blink does not flash.
    await expect(page.locator('.card.progress')).toHaveCSS('opacity', '1')
    await page.screenshot({ path: info.outputPath('downloading.png') })
    await page.getByRole('button', { name: 'Cancel', exact: true }).click()
    await expect(page.getByRole('button', { name: 'Cancel', exact: true })).toHaveCount(0)
    server.misbehave = null
    await page.getByRole('button', { name: /Try again|Start again/ }).click()
    await new WallPage(page).open(/Lando/)
    await new GalleryPage(page).shown('f1:sculpture:2025:20:Q:NOR')
  })
})
