// A recorded session's sculptures in both of their forms: what a visitor gets at once, and what replaces it a little
// later. Real bytes over HTTP on loopback, real worker threads, real disk.
import { join } from 'node:path'
import { readFile } from 'node:fs/promises'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { SculptureId, SessionCode, SourceKind } from '@contract/ids'
import { decodeSculptureFrame } from '@contract/sculpture-frame'
import { composeForTest } from '../helpers/composed-gallery'
import { needingRecordings, recordingsFolder } from '../helpers/recordings'
import { serveRecordings, type StaticServer } from '../helpers/static-server'
import { temporaryFolder } from '../helpers/temporary-folder'

const recordings = recordingsFolder()
const LATER = Date.UTC(2026, 0, 15)

const lapOf = (driver: string, season = 2025, round = 20, session: SessionCode = 'Q'): SculptureId => ({
  source: 'archive',
  season,
  round,
  session,
  driver,
  lap: 'fastest',
})

interface Improvement {
  readonly source: SourceKind
  readonly keys: readonly string[]
}

/** A gallery, and the promise of its first improvement. */
function watched(folder: string, url: string) {
  let resolve: (improvement: Improvement) => void = () => {}
  const improved = new Promise<Improvement>((settle) => {
    resolve = settle
  })
  const parts = composeForTest(folder, url, LATER, (source, keys) => resolve({ source, keys }))
  return { parts, improved }
}

describe.skipIf(recordings === null)(needingRecordings('recorded sessions'), () => {
  let server: StaticServer
  beforeAll(async () => {
    const folder = recordings ?? ''
    server = await serveRecordings(folder)
  })
  afterAll(() => server.close())

  it('are refined behind the visitor: twenty better sculptures, announced, and on disk at the next start', async () => {
    const folder = await temporaryFolder()
    const { parts, improved } = watched(folder, server.url)
    const first = await parts.galleries.archive.openSculpture(lapOf('NOR'))
    expect(first.header).toMatchObject({ tier: 2, isFinalTier: false, placedBy: 'positions' })
    const { source, keys } = await improved
    expect(source).toBe('archive')
    expect(keys).toHaveLength(20)
    const better = await parts.galleries.archive.openSculpture(lapOf('NOR'))
    expect(better).toMatchObject({ servedFrom: 'memory', header: { tier: 3, isFinalTier: true } })
    expect(better.bytes).toBeLessThanOrEqual(16 * 1024)

    const reference = JSON.parse(
      await readFile(join(recordings ?? '', 'expected/2025-mexico-q-physics.json'), 'utf8'),
    ) as { drivers: Record<'NOR', { minLongitudinalG: number; meanCombinedG: number }> }
    const { minLongitudinalG, meanCombinedG } = reference.drivers.NOR
    expect(Math.abs(better.header.stats.maxBrakingG + minLongitudinalG)).toBeLessThan(0.3)
    expect(Math.abs(better.header.stats.meanCombinedG - meanCombinedG)).toBeLessThan(0.03)
    expect(better.header.corners).toHaveLength(17)
    expect(better.header.sectorEndsM).not.toBeNull()
    await parts.close()

    const second = composeForTest(folder, server.url)
    const found = await second.galleries.archive.openSculpture(lapOf('COL'))
    expect(found).toMatchObject({ servedFrom: 'disk', header: { tier: 3 } })
  })

  it('stay as they are when the application is closed meanwhile', async () => {
    const folder = await temporaryFolder()
    const { parts } = watched(folder, server.url)
    await parts.galleries.archive.openSculpture(lapOf('NOR'))
    const refining = () => parts.tasks.list().filter(({ kind }) => kind === 'refine-session')
    await expect.poll(() => refining().length, { timeout: 30_000 }).toBe(1)
    await parts.close()
    expect(refining().map(({ state }) => state)).toEqual(['cancelled'])
    const second = composeForTest(folder, server.url)
    expect((await second.galleries.archive.openSculpture(lapOf('NOR'))).header.tier).toBe(2)
  })

  it('that begin late give what they have, and say how few samples there are of the rest', async () => {
    const { galleries } = composeForTest(await temporaryFolder(), server.url)
    const monaco = (driver: string) => lapOf(driver, 2023, 6, 'FP2')
    const { header } = await galleries.archive.openSculpture(monaco('VER'))
    expect(header).toMatchObject({ lapTimeMs: 72_737, lineOrigin: 'session' })
    const frame = await galleries.archive.readFrame(monaco('VER'))
    const { channels } = decodeSculptureFrame(frame ?? new Uint8Array())
    expect(channels.timeS.at(-1)).toBeCloseTo(72.737, 0)
    // Driven before the recording begins.
    await expect(galleries.archive.openSculpture(monaco('ALO'))).rejects.toMatchObject({
      code: 'sculpture/too-few-samples',
      detail: expect.stringMatching(/\d+ positions and \d+ speeds in the lap, 120 needed/) as string,
    })
  })
})
