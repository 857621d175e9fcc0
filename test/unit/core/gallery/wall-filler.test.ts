import { describe, expect, it } from 'vitest'
import type { SculptureId, SessionId } from '@contract/ids'
import type { WallItem } from '@contract/wall'
import { AppError } from '@main/core/app-error'
import type { Gallery, OpenOptions } from '@main/core/gallery/gallery'
import { WallFiller } from '@main/core/gallery/wall-filler'
import { aDriver, someLaps } from '../../../helpers/builders'
import { silentLogger } from '../../../helpers/silent-logger'
import { aSeason } from '../../renderer/features/gallery/fake-client'
import { aWallItem } from './wall-fixtures'

/** A gallery of three circuits that hangs what it is asked for; `refuse` names rounds that cannot be opened. */
function setUp({ refuse = [], idle }: { refuse?: readonly number[]; idle?: () => Promise<void> } = {}) {
  const hung: WallItem[] = []
  const asked: string[] = []
  const season = aSeason(2026, [[['Q', 'completed']], [['Q', 'completed']], [['Q', 'completed']]])
  const rounds = season.rounds.map((round) => ({ ...round, location: `Circuit ${round.round}` }))
  const gallery = {
    source: { kind: 'demo', seasons: () => [2027, 2026] },
    loadSeason: (year: number) =>
      Promise.resolve(year === 2026 ? { ...season, rounds } : { ...season, rounds: [] }),
    listWall: () => Promise.resolve(hung),
    openSession: ({ round }: SessionId, { urgency }: OpenOptions) => {
      asked.push(`${round} ${urgency}`)
      if (refuse.includes(round)) return Promise.reject(new AppError('source/no-data', `round ${round}`))
      const drivers = [
        aDriver({ code: 'OUT', fastest: null }),
        aDriver({ code: 'AAA' }),
        aDriver({ code: 'BBB' }),
      ]
      return Promise.resolve({ laps: someLaps({ drivers }) })
    },
    openSculpture: ({ round, driver }: SculptureId, { urgency }: OpenOptions) => {
      asked.push(`${round} ${driver} ${urgency}`)
      for (const code of ['AAA', 'BBB', 'CCC', 'DDD', 'EEE', 'FFF']) hung.push(aWallItem(round, code))
      return Promise.resolve({})
    },
  } as unknown as Gallery
  const logger = silentLogger()
  const changes: WallFiller['filling'][] = []
  const filler: WallFiller = new WallFiller({
    gallery,
    tasks: { idle: idle ?? (() => Promise.resolve()) },
    logger,
    pause: () => Promise.resolve(),
    onChange: () => changes.push(filler.filling),
  })
  return { filler, asked, changes, logger, hung }
}

describe('the filling of the wall', () => {
  it('makes the circuits one after the other in the background, the fastest driver first', async () => {
    const { filler, asked } = setUp()
    await filler.start()
    expect(asked).toEqual([
      '3 background',
      '3 AAA background',
      '2 background',
      '2 AAA background',
      '1 background',
      '1 AAA background',
    ])
  })

  it('tells how far it is, and that it has ended', async () => {
    const { filler, changes } = setUp()
    await filler.start()
    expect(changes).toEqual([{ hung: 0, goal: 3 }, { hung: 1, goal: 3 }, { hung: 2, goal: 3 }, null])
  })

  it('leaves a gap where a session cannot be made, and says so in the log', async () => {
    const { filler, hung, logger } = setUp({ refuse: [3] })
    await filler.start()
    expect([...new Set(hung.map(({ id }) => id.round))]).toEqual([2, 1])
    expect(logger.lines).toHaveLength(1)
  })

  it('has nothing to do at the next start', async () => {
    const { filler, asked } = setUp()
    await filler.start()
    const before = asked.length
    await filler.start()
    expect(asked).toHaveLength(before)
  })

  it('begins nothing while somebody waits for something, and ends when it is stopped', async () => {
    let release = (): void => undefined
    const idle = () => new Promise<void>((resolve) => (release = resolve))
    const { filler, asked } = setUp({ idle })
    const filled = filler.start()
    await new Promise((resolve) => setImmediate(resolve))
    expect(asked).toEqual([])
    filler.stop()
    filler.stop()
    release()
    await filled
    expect(asked).toEqual([])
    expect(filler.filling).toBeNull()
  })
})
