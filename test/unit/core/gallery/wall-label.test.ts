import { describe, expect, it } from 'vitest'
import { SAMPLE_FLAGS } from '@contract/sculpture'
import { gapOf, labelOf, wallItems } from '@main/core/gallery/wall-label'
import type { BlobEntry } from '@main/core/ports'
import { aDriver, aLap, aSculpture, someLaps } from '../../../helpers/builders'
import { aSourceRound, aWallLabel } from './wall-fixtures'

const notes = { plan: '0,0 9,9', gap: null, madeAt: 5 }
const never = (): boolean => false
const atOnce = () => Promise.resolve()

const entry = (key: string, label?: unknown): Pick<BlobEntry, 'key' | 'metadata'> => ({
  key,
  metadata: { checkedAt: 1, isFinal: true, ...(label === undefined ? {} : { label }) },
})

describe('the label of a sculpture', () => {
  it('takes the driver from the laps, and the names of the event and the session from the calendar', () => {
    const round = aSourceRound({ name: 'Mexico City Grand Prix' })
    const laps = someLaps({
      drivers: [aDriver({ name: 'Ada Apex', laps: [aLap({ lap: 7, lapTimeMs: 75_586 })] })],
    })
    const wanted = { driver: 'AAA', lap: 7, choice: 'fastest' } as const
    expect(labelOf(laps, wanted, { round, session: round.sessions[0]! }, notes)).toMatchObject({
      driverName: 'Ada Apex',
      eventName: 'Mexico City Grand Prix',
      sessionName: 'Qualifying',
      lap: 7,
      lapTimeMs: 75_586,
      compound: 'SOFT',
      plan: '0,0 9,9',
    })
  })

  it('tells what the recording lacked, the gravest first', () => {
    const flagged = (flags: number, header = {}) => {
      const sculpture = aSculpture({ warnings: [], ...header }, 3)
      sculpture.channels.flags.set([0, flags, 0])
      return gapOf(sculpture)
    }
    expect(flagged(SAMPLE_FLAGS.hole)).toBeNull()
    expect(flagged(0, { warnings: ['The line is rough.'] })).toBe('other')
    expect(flagged(SAMPLE_FLAGS.speedFromPositions, { warnings: ['x'] })).toBe('speeds')
    expect(flagged(SAMPLE_FLAGS.placedBySpeed, { placedBy: 'speed', warnings: ['x'] })).toBe('positions')
  })

  it('is not written for a lap that the session does not know', () => {
    const round = aSourceRound()
    const wanted = { driver: 'AAA', lap: 99, choice: 99 } as const
    expect(labelOf(someLaps(), wanted, { round, session: round.sessions[0]! }, notes)).toBeNull()
  })
})

describe('the list of the wall', () => {
  it('has the newest session first, in it the fastest lap, and laps without a time last', async () => {
    const older = aWallLabel({ sessionAt: 1_000, lapTimeMs: 60_000 })
    const newer = (lapTimeMs: number | null) => aWallLabel({ sessionAt: 2_000, lapTimeMs })
    const items = await wallItems(
      [
        entry('f1:sculpture:2026:1:Q:AAA', older),
        entry('f1:sculpture:2026:2:Q:BBB', newer(null)),
        entry('f1:sculpture:2026:2:Q:CCC', newer(81_000)),
        entry('f1:sculpture:2026:2:Q:DDD:4', newer(80_000)),
      ],
      'demo',
      never,
      atOnce,
    )
    expect(items.map(({ id }) => id.driver)).toEqual(['DDD', 'CCC', 'BBB', 'AAA'])
    expect(items[0]?.id).toEqual({
      source: 'demo',
      season: 2026,
      round: 2,
      session: 'Q',
      driver: 'DDD',
      lap: 4,
    })
  })

  it('leaves out what is no sculpture, has no label, or a label that is not understood', async () => {
    const label = aWallLabel()
    const entries = [
      entry('f1:session:2026:1:Q', label),
      entry('f1:sculpture:2026:1:Q:AAA'),
      entry('f1:sculpture:2026:1:Q:BBB', { ...label, driverName: 7 }),
      entry('f1:sculpture:2026:1:Q:CCC', { ...label, teamColour: 'url(#x)' }),
      entry('f1:sculpture:2026:1:Q:DDD', { ...label, plan: '0,0 <script>' }),
      entry('f1:sculpture:2026:1:Q:EEE', 'label'),
      entry('f1:sculpture:2026:01:Q:FFF', label),
      entry('f1:sculpture:2026:1:Q:../etc', label),
      entry('nonsense', label),
    ]
    expect(await wallItems(entries, 'demo', never, atOnce)).toEqual([])
  })

  it('says which are past their time, and is understood though written before gaps and times were noted', async () => {
    const { gap: _gap, madeAt: _madeAt, circuit: _circuit, ...older } = aWallLabel()
    const entries = [entry('f1:sculpture:2026:1:Q:AAA', older), entry('f1:sculpture:2026:1:Q:BBB', older)]
    const list = () => wallItems(entries, 'demo', (key) => key.endsWith('BBB'), atOnce)
    const [first, again] = [await list(), await list()]
    expect(first.map(({ isStale, gap }) => [isStale, gap])).toEqual([
      [false, null],
      [true, null],
    ])
    expect(first.every((item, i) => item === again[i])).toBe(true)
  })

  it('lists two thousand sculptures, and checks none of their labels twice', async () => {
    const entries = Array.from({ length: 2_000 }, (_, i) =>
      entry(
        `f1:sculpture:2026:${1 + (i % 24)}:Q:D${i % 100}:${1 + Math.floor(i / 24)}`,
        aWallLabel({ lapTimeMs: i }),
      ),
    )
    const list = async () => {
      const startedAt = performance.now()
      const items = await wallItems(entries, 'demo', never, atOnce)
      return { items, ms: performance.now() - startedAt }
    }
    const [first, again] = [await list(), await list()]
    console.log(`2,000 labels: ${first.ms.toFixed(1)} ms at first, ${again.ms.toFixed(1)} ms again`)
    expect(first.items).toHaveLength(2_000)
    // What keeps the second time short whatever the machine is busy with: nothing is checked twice.
    expect(again.items.every((item, i) => item === first.items[i])).toBe(true)
  })

  it('lets others have their turn while it lists many', async () => {
    const entries = Array.from({ length: 3_000 }, (_, i) =>
      entry(`f1:sculpture:2026:${1 + (i % 24)}:Q:D${i % 100}:${1 + Math.floor(i / 24)}`, aWallLabel()),
    )
    let sinceBreath = 0
    let most = 0
    const count = () => {
      most = Math.max(most, ++sinceBreath)
      return false
    }
    const breathe = () => {
      sinceBreath = 0
      return Promise.resolve()
    }
    expect(await wallItems(entries, 'demo', count, breathe)).toHaveLength(3_000)
    expect(most).toBeLessThan(1_000)
  })
})
