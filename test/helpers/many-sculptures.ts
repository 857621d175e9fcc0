// A cache in which very many sculptures hang, for walls as long as one likes: those of one simulated qualifying, stored
// under the keys of many sessions.
import { parseKey, sculptureKey, type SessionCode } from '@contract/ids'
import { DEFAULT_SETTINGS } from '@contract/settings'
import { createNodeNetwork } from '@main/adapters/http/node-network'
import { compose } from '@main/app/compose'
import { join } from 'node:path'
import { workerFile } from './built-app'
import { silentLogger } from './silent-logger'

const ROUNDS = 24
const SESSIONS: readonly SessionCode[] = ['Q', 'R', 'FP1']
const WEEK_MS = 7 * 86_400_000

/** @returns how many hang: all of the last session, so perhaps a few more than `least`. */
export async function hangManySculptures(cacheFolder: string, least: number): Promise<number> {
  const parts = compose({
    cacheFolder,
    limitsFolder: join(cacheFolder, 'limits'),
    network: createNodeNetwork(),
    warming: { settings: () => DEFAULT_SETTINGS },
    workerFile,
    logger: silentLogger(),
    switches: {
      hosts: { archiveUrls: [], jolpicaUrl: 'http://127.0.0.1:47' },
      userData: null,
      startAt: null,
    },
  })
  try {
    const gallery = parts.galleries.demo
    const cache = parts.caches.demo
    // Of the year before: the gallery hangs this one by itself.
    const season = new Date().getUTCFullYear() - 1
    const id = { source: 'demo', season: season + 1, round: 1, session: 'Q' } as const
    const { laps } = await gallery.openSession(id)
    const driver = laps.drivers.find(({ fastest }) => fastest !== null)?.code ?? ''
    await gallery.openSculpture({ ...id, driver, lap: 'fastest' })
    const models = await gallery.listWall()
    let hung = 0
    for (const session of SESSIONS)
      for (let round = ROUNDS; round >= 1 && hung < least; round--)
        for (const { key, driverName, team, teamColour, ...item } of models) {
          const parsed = parseKey(key)
          const blob = parsed?.kind === 'sculpture' ? await cache.peek(key) : null
          if (parsed?.kind !== 'sculpture' || blob === null) continue
          const { eventName, circuit, lap, lapTimeMs, compound, plan, gap, madeAt } = item
          const label = {
            driverName,
            team,
            teamColour,
            circuit,
            lap,
            lapTimeMs,
            compound,
            plan,
            gap,
            madeAt,
            eventName: `${eventName}, ${round}`,
            sessionName: session,
            sessionAt: item.sessionAt - (ROUNDS + 2 - round) * WEEK_MS,
          }
          const copy = sculptureKey({ ...parsed, season, round, session })
          await cache.store(copy, { bytes: blob.bytes, metadata: { ...blob.metadata, label } })
          hung++
        }
    return hung
  } finally {
    await parts.close()
  }
}
