// The same way over the simulated session: what a first start without a network does.
import { describe, expect, it } from 'vitest'
import { decodeSculptureFrame } from '@contract/sculpture-frame'
import { planStart } from '@main/core/gallery/start-plan'
import { composeForTest } from '../helpers/composed-gallery'
import { temporaryFolder } from '../helpers/temporary-folder'

const NOWHERE = 'http://127.0.0.1:47'

describe('the gallery without a network', () => {
  it('starts with the simulated season, and says why', async () => {
    const { galleries, caches } = composeForTest(await temporaryFolder(), NOWHERE)
    const plan = await planStart(null, galleries, caches.archive, new AbortController().signal)
    expect(plan).toMatchObject({ source: 'demo', reason: 'offline' })
    expect(plan.seasons.length).toBeGreaterThan(0)
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
