// The same way over the simulated session: what a first start without a network does.
import { describe, expect, it } from 'vitest'
import { decodeSculptureFrame } from '@contract/sculpture-frame'
import { planStart } from '@main/core/gallery/start-plan'
import { WallFiller } from '@main/core/gallery/wall-filler'
import { composeForTest } from '../helpers/composed-gallery'
import { silentLogger } from '../helpers/silent-logger'
import { temporaryFolder } from '../helpers/temporary-folder'

const NOWHERE = 'http://127.0.0.1:47'

describe('the gallery without a network', () => {
  it('starts with the simulated season, and says why', async () => {
    const { galleries, caches } = composeForTest(await temporaryFolder(), NOWHERE)
    const plan = await planStart(null, galleries, caches.archive, new AbortController().signal)
    expect(plan).toMatchObject({ source: 'demo', reason: 'offline' })
    expect(plan.seasons.length).toBeGreaterThan(0)
  })

  it('fills its wall by itself, with labels that say what hangs there, and finds them at the next start', async () => {
    const folder = await temporaryFolder()
    const first = composeForTest(folder, NOWHERE)
    const filler = new WallFiller({
      gallery: first.galleries.demo,
      tasks: first.tasks,
      logger: silentLogger(),
      pause: () => Promise.resolve(),
      onChange: () => undefined,
    })
    await filler.start()
    const wall = await first.galleries.demo.listWall()
    const [newest] = wall
    if (newest === undefined) throw new Error('nothing hangs on the wall')
    const ticket = await first.galleries.demo.openSculpture(newest.id)
    expect(ticket).toMatchObject({ key: newest.key, servedFrom: 'memory' })
    const { driverName, team, lap, lapTimeMs, compound } = ticket.header
    expect(newest).toMatchObject({ driverName, team, lap, lapTimeMs, compound })
    expect(newest.eventName).toContain('Simulated Grand Prix')
    expect(newest.plan).not.toBeNull()
    await first.close()

    const second = composeForTest(folder, NOWHERE)
    expect(await second.galleries.demo.listWall()).toEqual(wall)
    expect(await second.galleries.archive.listWall()).toEqual([])
  })

  it('shows sculptures of every driver of the simulated session, marked as simulated', async () => {
    const { galleries, caches } = composeForTest(await temporaryFolder(), NOWHERE)
    const season = galleries.demo.source.seasons()[0] ?? 0
    const { rounds } = await galleries.demo.loadSeason(season, new AbortController().signal)
    const round = rounds[0]
    const completed = round?.sessions.find((session) => session.state === 'completed')
    if (round === undefined || completed === undefined) throw new Error('the demo season has nothing to show')
    const id = { source: 'demo', season, round: round.round, session: completed.code } as const
    const { laps } = await galleries.demo.openSession(id)
    for (const { code, fastest } of laps.drivers) {
      if (fastest === null) continue
      const sculpture = { ...id, driver: code, lap: 'fastest' } as const
      const ticket = await galleries.demo.openSculpture(sculpture)
      expect(ticket.header).toMatchObject({ source: 'demo', lapTimeMs: fastest.lapTimeMs })
      const frame = await galleries.demo.readFrame(sculpture)
      const { channels } = decodeSculptureFrame(frame ?? new Uint8Array())
      expect(channels.timeS.at(-1)).toBeCloseTo(fastest.lapTimeMs / 1000, 1)
    }
    // Nothing simulated may ever be found where recorded sessions are kept.
    expect((await caches.archive.status()).total_keys).toBe(0)
    expect((await caches.demo.status()).sculpture_keys).toBeGreaterThan(0)
  })
})
