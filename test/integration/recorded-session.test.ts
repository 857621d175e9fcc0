// The whole way of one sculpture over real recorded bytes: HTTP on loopback, worker threads, disk cache.
import { readdir, readFile, rename, writeFile } from 'node:fs/promises'
import { basename, join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { decodeSculptureFrame } from '@contract/sculpture-frame'
import type { SculptureId, SessionId } from '@contract/ids'
import { entriesFolder } from '@main/adapters/entry-store/disk-store'
import { rawFolder } from '@main/adapters/store-folders'
import { composeForTest } from '../helpers/composed-gallery'
import { needingRecordings, recordingsFolder } from '../helpers/recordings'
import { serveRecordings, type StaticServer } from '../helpers/static-server'
import { temporaryFolder } from '../helpers/temporary-folder'

const recordings = recordingsFolder()

/** A port that nobody listens on. */
const NOWHERE = 'http://127.0.0.1:47'

const qualifying: SessionId = { source: 'archive', season: 2025, round: 20, session: 'Q' }
const sculptureOf = (driver: string): SculptureId => ({ ...qualifying, driver, lap: 'fastest' })

/** Named after the pipeline's version. */
async function resultsFolderIn(cacheFolder: string): Promise<string> {
  const names = await readdir(join(cacheFolder, 'archive'))
  return names.find((name) => name.startsWith('results-')) ?? 'no results'
}

describe.skipIf(recordings === null)(needingRecordings('the recorded qualifying of Mexico City 2025'), () => {
  let server: StaticServer
  beforeAll(async () => {
    const folder = recordings ?? ''
    server = await serveRecordings(folder)
  })
  afterAll(() => server.close())

  it("gives every driver's fastest lap and lap number as FastF1 computes them, 20 of 20", async () => {
    const { galleries } = composeForTest(await temporaryFolder(), server.url)
    const { laps } = await galleries.archive.openSession(qualifying)
    const expected = JSON.parse(
      await readFile(join(recordings ?? '', 'expected/2025-mexico-q.json'), 'utf8'),
    ) as {
      fastestLaps: { driver: string; lapNumber: number; lapTimeMs: number }[]
    }
    expect(expected.fastestLaps.length).toBe(20)
    expect(Object.fromEntries(laps.drivers.map(({ code, fastest }) => [code, fastest]))).toEqual(
      Object.fromEntries(
        expected.fastestLaps.map(({ driver, lapNumber, lapTimeMs }) => [
          driver,
          { lap: lapNumber, lapTimeMs },
        ]),
      ),
    )
  })

  it('builds all twenty sculptures when one is opened, and a new start of the application finds them on disk', async () => {
    const folder = await temporaryFolder()
    const first = composeForTest(folder, server.url)
    expect(await first.galleries.archive.openSculpture(sculptureOf('NOR'))).toMatchObject({
      servedFrom: 'built',
    })
    expect(await first.galleries.archive.openSculpture(sculptureOf('COL'))).toMatchObject({
      servedFrom: 'memory',
    })
    await first.close()

    const asked = server.requests.length
    const second = composeForTest(folder, server.url)
    const { laps } = await second.galleries.archive.openSession(qualifying)
    for (const { code } of laps.drivers) {
      const ticket = await second.galleries.archive.openSculpture(sculptureOf(code))
      expect(ticket.servedFrom, code).toBe('disk')
      expect(ticket.bytes, code).toBeLessThanOrEqual(24 * 1024)
    }
    expect(server.requests.length).toBe(asked)
    expect(await second.caches.archive.status()).toMatchObject({ sculpture_keys: 20, session_keys: 1 })
  })

  it('makes all of it anew from the raw topics when another version of the pipeline comes, without a network', async () => {
    const folder = await temporaryFolder()
    const first = composeForTest(folder, server.url)
    await first.galleries.archive.openSculpture(sculptureOf('NOR'))
    await first.close()
    const made = await resultsFolderIn(folder)
    await rename(join(folder, 'archive', made), join(folder, 'archive', 'results-0.9'))

    const offline = composeForTest(folder, NOWHERE)
    const ticket = await offline.galleries.archive.openSculpture(sculptureOf('NOR'))
    expect(ticket).toMatchObject({ servedFrom: 'built', header: { driver: 'NOR', lapTimeMs: 75_586 } })
    await offline.sweep()
    expect((await readdir(join(folder, 'archive'))).toSorted()).toEqual([basename(rawFolder('')), made])
  })

  it('reads G-forces off the pole lap that agree with the reference computation', async () => {
    const { galleries } = composeForTest(await temporaryFolder(), server.url)
    const { header } = await galleries.archive.openSculpture(sculptureOf('NOR'))
    const reference = JSON.parse(
      await readFile(join(recordings ?? '', 'expected/2025-mexico-q-physics.json'), 'utf8'),
    ) as { drivers: Record<'NOR', Record<'maxLateralLeftG' | 'maxLateralRightG' | 'topSpeedKmh', number>> }
    const { maxLateralLeftG, maxLateralRightG, topSpeedKmh } = reference.drivers.NOR
    expect(Math.abs(header.stats.maxLateralLeftG - maxLateralLeftG)).toBeLessThan(0.15)
    expect(Math.abs(header.stats.maxLateralRightG - maxLateralRightG)).toBeLessThan(0.15)
    expect(Math.abs(header.stats.topSpeedKmh - topSpeedKmh)).toBeLessThan(2)
    const frame = await galleries.archive.readFrame(sculptureOf('NOR'))
    const { channels } = decodeSculptureFrame(frame ?? new Uint8Array())
    const last = channels.xM.length - 1
    expect(
      Math.hypot(channels.xM[last]! - channels.xM[0]!, channels.yM[last]! - channels.yM[0]!),
    ).toBeLessThan(0.1)
    expect(channels.timeS[last]).toBeCloseTo(75.586, 1)
  })

  it('opens any other lap of the session by its number', async () => {
    const { galleries } = composeForTest(await temporaryFolder(), server.url)
    const ticket = await galleries.archive.openSculpture({ ...sculptureOf('NOR'), lap: 2 })
    expect(ticket.header).toMatchObject({ lap: 2, lapTimeMs: 77_147 })
    await expect(galleries.archive.openSculpture({ ...sculptureOf('NOR'), lap: 99 })).rejects.toMatchObject({
      code: 'lap/unknown',
    })
  })

  it('says that the race was recorded without telemetry, and still lists who drove', async () => {
    const { galleries } = composeForTest(await temporaryFolder(), server.url)
    const race: SessionId = { ...qualifying, session: 'R' }
    await expect(
      galleries.archive.openSculpture({ ...race, driver: 'VER', lap: 'fastest' }),
    ).rejects.toMatchObject({
      code: 'session/no-telemetry',
    })
    const { laps } = await galleries.archive.openSession(race)
    expect(laps.drivers.map((driver) => driver.code)).toContain('VER')
    expect(laps.warnings.length).toBeGreaterThan(0)
  })

  it('says which drivers there are when asked for one who was not', async () => {
    const { galleries } = composeForTest(await temporaryFolder(), server.url)
    await expect(galleries.archive.openSculpture(sculptureOf('SCH'))).rejects.toMatchObject({
      code: 'driver/unknown',
      message: expect.stringContaining('NOR') as string,
    })
  })

  it('says that a session lies in the future instead of looking for it', async () => {
    const { galleries } = composeForTest(await temporaryFolder(), server.url, Date.UTC(2025, 9, 20))
    const asked = server.requests.filter(({ path }) => path.includes('Qualifying')).length
    await expect(galleries.archive.openSession(qualifying)).rejects.toMatchObject({ code: 'session/not-run' })
    expect(server.requests.filter(({ path }) => path.includes('Qualifying')).length).toBe(asked)
  })

  describe('on a bad line', () => {
    it('is a typed error when the host is gone, and works again when it is back', async () => {
      const folder = await temporaryFolder()
      const offline = composeForTest(folder, NOWHERE)
      await expect(offline.galleries.archive.openSession(qualifying)).rejects.toMatchObject({
        code: 'source/unreachable',
        message: expect.stringContaining('ECONNREFUSED') as string,
      })
      await offline.close()
      const online = composeForTest(folder, server.url)
      expect((await online.galleries.archive.openSession(qualifying)).laps.drivers.length).toBe(20)
    })

    it('keeps nothing of a topic that was cut off on its way', async () => {
      const folder = await temporaryFolder()
      const { galleries, caches } = composeForTest(folder, server.url)
      server.misbehave = (request, response) => {
        if (request.url?.includes('Position.z') !== true) return false
        response.writeHead(200, { 'content-length': 3_000_000 })
        response.write('00:00:20.915"lZKxDoIw')
        setTimeout(() => response.destroy(), 50)
        return true
      }
      await expect(galleries.archive.openSculpture(sculptureOf('NOR'))).rejects.toMatchObject({
        code: 'source/unreachable',
      })
      expect((await caches.archive.status()).sculpture_keys).toBe(0)
      server.misbehave = null
      expect((await galleries.archive.openSculpture(sculptureOf('NOR'))).servedFrom).toBe('built')
    })

    it('passes over lines that do not decode, with a warning, when the rest is good', async () => {
      const folder = recordings ?? ''
      const path =
        'archive/static/2025/2025-10-26_Mexico_City_Grand_Prix/2025-10-25_Qualifying/TimingData.jsonStream'
      const lines = (await readFile(join(folder, path), 'utf8')).split('\r\n')
      lines.splice(100, 0, '00:10:00.000{"Lines":{"4":', 'no time at all', '')
      const { galleries } = composeForTest(await temporaryFolder(), server.url)
      server.misbehave = (request, response) => {
        if (request.url?.includes('TimingData') !== true) return false
        response.writeHead(200).end(lines.join('\r\n'))
        return true
      }
      const { laps } = await galleries.archive.openSession(qualifying)
      server.misbehave = null
      expect(laps.drivers[0]).toMatchObject({ code: 'NOR', fastest: { lap: 20, lapTimeMs: 75_586 } })
      expect(laps.warnings.join(' ')).toMatch(/TimingData/)
    })

    it('refuses a page of HTML in the place of timing data and does not remember it as a session', async () => {
      const { galleries, caches } = composeForTest(await temporaryFolder(), server.url)
      server.misbehave = (request, response) => {
        if (request.url?.includes('.jsonStream') !== true) return false
        response.writeHead(200).end('<html>Log in to the hotel network</html>')
        return true
      }
      await expect(galleries.archive.openSession(qualifying)).rejects.toMatchObject({
        code: 'source/unparsable',
      })
      server.misbehave = null
      expect((await caches.archive.status()).session_keys).toBe(0)
      expect((await galleries.archive.openSession(qualifying)).laps.drivers.length).toBe(20)
    })

    it('stops downloading when the task is cancelled, and can be asked again', async () => {
      const { galleries, tasks } = composeForTest(await temporaryFolder(), server.url)
      server.misbehave = (request, response) => {
        if (request.url?.includes('TimingData') !== true) return false
        response.writeHead(200, { 'content-length': 1_000_000 }).write('00:00:03.797{}\r\n')
        setTimeout(() => tasks.cancelAll(), 50)
        return true
      }
      await expect(galleries.archive.openSession(qualifying)).rejects.toMatchObject({
        code: 'task/cancelled',
      })
      server.misbehave = null
      expect((await galleries.archive.openSession(qualifying)).laps.drivers.length).toBe(20)
    })
  })

  it('rebuilds an entry that was damaged on disk, and counts it', async () => {
    const folder = await temporaryFolder()
    const first = composeForTest(folder, server.url)
    await first.galleries.archive.openSculpture(sculptureOf('NOR'))
    await first.close()
    const results = entriesFolder(join(folder, 'archive', await resultsFolderIn(folder)))
    for (const name of await readdir(results)) await writeFile(join(results, name), 'damaged')
    const second = composeForTest(folder, server.url)
    expect((await second.galleries.archive.openSculpture(sculptureOf('NOR'))).servedFrom).toBe('built')
    expect((await second.caches.archive.status()).corrupt).toBeGreaterThan(0)
  })

  it('serves a stale sculpture at once and asks the archive behind, with the tags it was given', async () => {
    const folder = await temporaryFolder()
    const weekend = Date.UTC(2025, 9, 26, 12)
    const first = composeForTest(folder, server.url, weekend)
    await first.galleries.archive.openSculpture(sculptureOf('NOR'))
    await first.close()
    const nextDays = composeForTest(folder, server.url, weekend + 50 * 3_600_000)
    const asked = server.requests.length
    const stale = await nextDays.galleries.archive.openSculpture(sculptureOf('NOR'))
    expect(stale).toMatchObject({ servedFrom: 'disk', freshness: 'stale' })
    await nextDays.tasks.idle()
    const since = server.requests.slice(asked).filter(({ path }) => path.includes('_Qualifying/'))
    expect(since.some(({ status, conditional }) => status === 304 && conditional)).toBe(true)
    expect(since.some(({ status }) => status === 200)).toBe(false)
    expect((await nextDays.galleries.archive.openSculpture(sculptureOf('NOR'))).freshness).toBe('fresh')
  })
})
