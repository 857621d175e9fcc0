// The simulated week's plan and its judgement; living through it is for the integration tests and `npm run endure`.
import { describe, expect, it } from 'vitest'
import type { LifeView } from '../../../endurance/life-calls'
import { dayFaults, growthFaults, type DayEnd } from '../../../endurance/verdict'
import { DAY_MS, planWeek } from '../../../endurance/week-plan'

const week = { days: 7, rounds: [10, 11], sessions: ['Q'], momentsADay: 6, kills: 3 } as const

describe('the plan of a week', () => {
  it('is the same for a seed, and another for another one', () => {
    expect(planWeek({ seed: 1, ...week })).toEqual(planWeek({ seed: 1, ...week }))
    expect(planWeek({ seed: 1, ...week })).not.toEqual(planWeek({ seed: 2, ...week }))
  })

  it.each([1, 2, 3])(
    'has everything in it that can happen, and lasts no longer than it should: seed %i',
    (seed) => {
      const events = planWeek({ seed, ...week })
      const kinds = new Set(events.map(({ happening }) => happening.kind))
      for (const kind of [
        'click',
        'warm',
        'cancel',
        'sleep',
        'weather',
        'disk',
        'pause',
        'clear',
        'kill',
      ] as const)
        expect(kinds).toContain(kind)
      expect(events.filter(({ happening }) => happening.kind === 'kill')).toHaveLength(week.kills)
      expect(events.at(-1)?.atMs).toBeLessThan(week.days * DAY_MS)
    },
  )
})

const well: LifeView = {
  now: 1_000,
  keys: ['a'],
  rawEntries: 1,
  corrupt: 0,
  health: 'ok',
  unfinished: [],
  clicksOpen: 0,
  clicks: { served: 1, refused: 0 },
  runs: 1,
  tasksListed: 1,
  schedule: { isOn: true, nextAt: 2_000, history: 1 },
  troubles: [],
  sleepers: 0,
  heapMiB: 20,
  rssMiB: 100,
  buffersMiB: 1,
  handles: 20,
  resources: 3,
}

function aDay(view: Partial<LifeView> = {}, change: Partial<DayEnd> = {}): DayEnd {
  const keys = new Map([
    ['archive/results-1.1.1', ['a']],
    ['archive/raw-1', ['b']],
  ])
  const files = { keys, damaged: [], passing: [], bytes: 1 }
  return { day: 0, life: 1, stuck: [], view: { ...well, ...view }, files, ...change }
}

describe('the judgement of a day', () => {
  it('finds nothing where all is well', () => {
    expect(dayFaults(aDay())).toEqual([])
  })

  it.each<[string, DayEnd]>([
    ['stuck: t1', aDay({}, { stuck: ['t1'] })],
    ['1 clicks were never answered', aDay({ clicksOpen: 1 })],
    ['listed and not there: c', aDay({ keys: ['a', 'c'] })],
    ['there and not listed: a', aDay({ keys: [] })],
    ['2 raw entries are listed, 1 there', aDay({ rawEntries: 2 })],
    ['no next run is planned', aDay({ schedule: { isOn: true, nextAt: 999, history: 0 } })],
    ['left behind: x.part', aDay({}, { files: { ...aDay().files, passing: ['x.part'] } })],
    ['damaged: x', aDay({}, { files: { ...aDay().files, damaged: ['x'] } })],
  ])('tells of what is not: %s', (fault, day) => {
    expect(dayFaults(day)).toEqual([fault])
  })

  it('tells of what grows within one life, and not of what another life had', () => {
    const days = (heaps: readonly number[], life: (day: number) => number) =>
      heaps.map((heapMiB, day) => aDay({ heapMiB }, { day, life: life(day) }))
    expect(growthFaults(days([20, 20, 20, 90], () => 1))).toHaveLength(1)
    expect(growthFaults(days([20, 20, 20, 90], (day) => (day < 3 ? 1 : 2)))).toEqual([])
  })
})
