import { describe, expect, it } from 'vitest'
import { tellLap } from '@renderer/features/compare/lap-history-chart'
import { bestOfSegments, lapHistory, movedPoint } from '@renderer/features/compare/lap-history'
import { arePlansAlike, ofSameCircuit } from '@renderer/features/compare/same-circuit'
import { aDriver, aLap, someLaps } from '../../../../helpers/builders'
import { aWallItem } from '../../../core/gallery/wall-fixtures'

const NOR = aDriver({
  code: 'NOR',
  name: 'Lando Norris',
  fastest: { lap: 2, lapTimeMs: 80_000 },
  laps: [
    aLap({ lap: 1, lapTimeMs: 120_000, pitOutMs: 600_000 }),
    aLap({ lap: 2, lapTimeMs: 80_000, segment: 'Q1' }),
    aLap({ lap: 3, lapTimeMs: 79_500, segment: 'Q1', deleted: true }),
    aLap({ lap: 4, lapTimeMs: null, pitInMs: 900_000 }),
    aLap({ lap: 5, lapTimeMs: 80_400, segment: 'Q2' }),
  ],
})
const LEC = aDriver({
  code: 'LEC',
  number: '16',
  fastest: { lap: 6, lapTimeMs: 80_100 },
  laps: [aLap({ lap: 6, lapTimeMs: 80_100 }), aLap({ lap: 1, lapTimeMs: 81_000 })],
})
const history = lapHistory(someLaps({ drivers: [NOR, LEC] }))!

describe('all laps of a session', () => {
  it('are those with a time, and the slow ones do not press the others flat', () => {
    expect(history.points.map(({ lap }) => lap.lap)).toEqual([1, 2, 3, 5, 6, 1])
    expect(history.points.filter(({ isBeyond }) => isBeyond).map(({ lap }) => lap.lap)).toEqual([1])
    expect(history.highMs).toBeLessThan(90_000)
    expect(history.lastLap).toBe(6)
  })

  it('are no chart where nobody has a time', () => {
    expect(lapHistory(someLaps({ drivers: [aDriver({ laps: [aLap({ lapTimeMs: null })] })] }))).toBeNull()
  })

  it('are walked lap by lap and driver by driver, and the walk ends at the ends', () => {
    const first = movedPoint(history, null, 'later')
    expect(first.lap.lap).toBe(1)
    const second = movedPoint(history, first, 'later')
    expect(second.lap.lap).toBe(2)
    expect(movedPoint(history, first, 'earlier')).toBe(first)
    expect(movedPoint(history, first, 'up')).toBe(first)
    const five = movedPoint(history, movedPoint(history, second, 'later'), 'later')
    expect(movedPoint(history, five, 'down')).toMatchObject({ driver: LEC, lap: { lap: 6 } })
  })

  it('have a best one in each part of a qualifying, of those that count', () => {
    expect(bestOfSegments(NOR).map(({ segment, lap }) => `${segment} ${lap.lap}`)).toEqual(['Q1 2', 'Q2 5'])
  })

  it('are told with what became of them', () => {
    const deleted = history.points.find(({ lap }) => lap.deleted)!
    expect(tellLap(deleted, true)).toBe(
      'Lando Norris, lap 3: 1:19.500, soft, Q1, deleted by the stewards, and on show',
    )
    expect(tellLap(history.points[0]!, false)).toContain('out-lap')
  })
})

describe('what hangs on the wall of one circuit', () => {
  const circle = (x: number): string =>
    Array.from({ length: 64 }, (_, i) => `${Math.round(x + 400 * Math.cos(i / 10))},500`).join(' ')

  it('is known by its plan: alike but for rounding', () => {
    expect(arePlansAlike(circle(500), circle(502))).toBe(true)
    expect(arePlansAlike(circle(500), circle(540))).toBe(false)
    expect(arePlansAlike(circle(500), '1,2 3,4')).toBe(false)
  })

  it('is of other sessions than the one on the plinth, which the catalogue has', () => {
    const item = (session: 'Q' | 'R', plan: string | null, round = 1) => {
      const made = aWallItem(round)
      return { ...made, key: `${session} ${round} ${plan}`, id: { ...made.id, round, session }, plan }
    }
    const main = item('Q', circle(500))
    const race = item('R', circle(501))
    const elsewhere = item('R', circle(700), 2)
    const unknown = item('R', null, 3)
    expect(ofSameCircuit([main, race, elsewhere, unknown], main.id)).toEqual([race])
    expect(ofSameCircuit([race], main.id)).toEqual([])
  })
})
