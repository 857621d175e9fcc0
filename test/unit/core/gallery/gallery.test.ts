// What the gallery hands to the decoder of a race, and how long it believes what came out. Cache, queue and
// freshness are the real ones; source and decoder are stand-ins.
import { describe, expect, it } from 'vitest'
import type { SessionId } from '@contract/ids'
import { TieredCache } from '@main/core/cache/tiered-cache'
import { Gallery } from '@main/core/gallery/gallery'
import type { SessionContext } from '@main/core/session/decode-laps'
import { NO_RACE_CONTEXT, type RaceContext, type SourceSession } from '@main/core/sources/session-source'
import { someLaps } from '../../../helpers/builders'
import { A_DAY, cacheTiers } from '../../../helpers/cache-tiers'
import { fakeClock } from '../../../helpers/fake-clock'
import { silentLogger } from '../../../helpers/silent-logger'
import { aTaskQueue } from '../../../helpers/task-fixtures'

const HOUR_MS = 3_600_000
const DAY_MS = 24 * HOUR_MS
const END = Date.UTC(2025, 9, 26, 22)
const race: SessionId = { source: 'archive', season: 2025, round: 20, session: 'R' }

const known: RaceContext = {
  firstLapTimesMs: new Map([['4', 99_123]]),
  withdrawn: new Set(['47']),
  state: 'complete',
  changed: false,
}
const unreachable: RaceContext = { ...NO_RACE_CONTEXT, state: 'unreachable' }
const unpublished: RaceContext = { ...NO_RACE_CONTEXT, state: 'unpublished' }

function setUp(options: {
  readonly hoursAfter: number
  readonly race: RaceContext
  readonly changed?: boolean
}) {
  const session: SourceSession = {
    code: 'R',
    name: 'Race',
    startAt: END - 2 * HOUR_MS,
    endAt: END,
    gmtOffsetMs: 0,
    path: '2025/a/race/',
    cancelled: false,
  }
  const clock = fakeClock(END + options.hoursAfter * HOUR_MS)
  const world = { race: options.race, changed: options.changed ?? false, archived: session.archived }
  const decoded: SessionContext[] = []
  const tasks = aTaskQueue({ clock })
  const tiers = cacheTiers()
  const gallery = new Gallery({
    source: {
      kind: 'archive',
      seasons: () => [2025],
      loadSeason: (season) =>
        Promise.resolve({
          season,
          warnings: [],
          rounds: [
            {
              round: 20,
              name: 'Mexico City Grand Prix',
              country: 'C',
              location: 'L',
              format: 'conventional',
              sessions: [{ ...session, ...(world.archived && { archived: world.archived }) }],
            },
          ],
        }),
      loadStandings: () => Promise.reject(new Error('not asked here')),
      loadRaceContext: () => Promise.resolve(world.race),
      fetchTopics: () =>
        Promise.resolve({ topics: new Map([['TimingData', new Uint8Array(1)]]), changed: world.changed, receivedBytes: 1 }), // prettier-ignore
    },
    cache: new TieredCache(tiers, clock, A_DAY),
    tasks,
    builder: {
      decodeLaps: (_, context) => {
        decoded.push(context)
        return Promise.resolve(someLaps({ session: 'R', warnings: ['Tyres were not recorded.'] }))
      },
      buildSculptures: () => Promise.resolve({ laps: [], circuitLine: null }),
    },
    clock,
    logger: silentLogger(),
  })
  const open = async () => {
    const { laps, freshness } = await gallery.openSession(race)
    await tasks.idle()
    return { warnings: laps.warnings, freshness }
  }
  return { open, decoded, world, clock }
}

describe('a race that is opened', () => {
  it('is decoded with what its topics do not say', async () => {
    const { open, decoded } = setUp({ hoursAfter: 9 * 24, race: known })
    expect((await open()).warnings).toEqual(['Tyres were not recorded.'])
    expect(decoded).toEqual([{ ...race, firstLapTimesMs: known.firstLapTimesMs, withdrawn: known.withdrawn }])
  })

  it.each([
    [unreachable, /could not be loaded/],
    [unpublished, /not published/],
  ])('is shown without, with a note, when there is no such thing', async (context, note) => {
    const { open } = setUp({ hoursAfter: 24, race: context })
    expect((await open()).warnings).toEqual([
      'Tyres were not recorded.',
      expect.stringMatching(note) as string,
    ])
  })

  it('is read again as soon as it can be had, however long ago the race was', async () => {
    const { open, decoded, world } = setUp({ hoursAfter: 9 * 24, race: unreachable })
    await open()
    expect((await open()).freshness).toBe('stale')
    expect(decoded.length).toBe(1)
    world.race = known
    await open()
    expect(decoded.length).toBe(2)
    expect(await open()).toEqual({ warnings: ['Tyres were not recorded.'], freshness: 'fresh' })
  })

  it('gives up results that were never published once the race is final', async () => {
    const { open, decoded, clock } = setUp({ hoursAfter: 24, race: unpublished })
    await open()
    expect((await open()).freshness).toBe('stale')
    clock.advance(9 * DAY_MS)
    await open()
    expect((await open()).freshness).toBe('fresh')
    expect(decoded.length).toBe(1)
  })

  it('is read again when its results were corrected', async () => {
    const { open, decoded, world, clock } = setUp({ hoursAfter: 24, race: known })
    await open()
    clock.advance(2 * DAY_MS)
    world.race = { ...known, changed: true }
    await open()
    expect(decoded.length).toBe(2)
  })
})

describe('a session that is opened before it is in the archive in full', () => {
  it('is checked at each opening until it is there', async () => {
    const { open, decoded, world } = setUp({ hoursAfter: 1, race: known })
    world.archived = 'not-yet'
    await open()
    expect((await open()).freshness).toBe('stale')
    world.archived = 'yes'
    world.changed = true
    await open()
    expect(decoded.length).toBe(2)
    world.changed = false
    expect((await open()).freshness).toBe('fresh')
  })
})
