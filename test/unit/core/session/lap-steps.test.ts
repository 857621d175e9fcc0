// The smaller steps between rows and laps: one describe each.

import { setAccuracy } from '@main/core/session/accuracy'
import { flagDeletedLaps } from '@main/core/session/deletions'
import type { LapDraft } from '@main/core/session/lap-draft'
import { setLapStarts } from '@main/core/session/lap-starts'
import { setPositions } from '@main/core/session/positions'
import { lapOfRetirement } from '@main/core/session/retirements'
import { earliestPartStarts, setSegments } from '@main/core/session/segments'
import { restartsMs, type StatusChange } from '@main/core/session/session-status'
import { setTrackStatus } from '@main/core/session/track-status'
import { describe, expect, it } from 'vitest'
import { aDraft } from './lap-drafts'

function statuses(
  ...changes: readonly (readonly [timeMs: number, status: string])[]
): readonly StatusChange[] {
  return changes.map(([timeMs, status]) => ({ timeMs, status }))
}

describe('setLapStarts', () => {
  const practice = { isRace: false, startMs: 50, restartsMs: [] }

  it('starts a lap where the one before ended, and the first at the pit exit', () => {
    const laps = [aDraft({ pitOutMs: 60, endMs: 100 }), aDraft({ lap: 2, endMs: 200 })]
    setLapStarts(laps, practice)
    expect(laps.map(({ startMs, pitOutMs }) => [startMs, pitOutMs])).toEqual([
      [60, 60],
      [100, null],
    ])
  })

  it('starts the first lap of a race at its start and forgets the way to the grid', () => {
    const laps = [aDraft({ pitOutMs: 40, endMs: 100 })]
    setLapStarts(laps, { ...practice, isRace: true })
    expect(laps[0]).toMatchObject({ startMs: 50, pitOutMs: null })
  })

  it('starts the lap after a red flag at the pit exit; in a race at the restart, unless it was timed', () => {
    const begin = { ...practice, restartsMs: [150] }
    const starts = (isRace: boolean, lapTimeMs: number | null): number | null => {
      const laps = [aDraft({ endMs: 100 }), aDraft({ lap: 2, endMs: 300, pitOutMs: 160, lapTimeMs })]
      setLapStarts(laps, { ...begin, isRace })
      return laps[1]!.startMs
    }
    expect(starts(false, null)).toBe(160)
    expect(starts(true, null)).toBe(150)
    expect(starts(true, 90)).toBe(100)
  })
})

describe('restartsMs', () => {
  it('finds restarts with and without an inactive time between (edge case 29)', () => {
    const race = statuses(
      [1, 'Started'],
      [2, 'Aborted'],
      [3, 'Started'],
      [4, 'Aborted'],
      [5, 'Inactive'],
      [6, 'Started'],
    )
    expect(restartsMs(race)).toEqual([3, 6])
    expect(restartsMs(statuses([1, 'Started'], [2, 'Aborted'], [3, 'Finalised']))).toEqual([])
  })
})

describe('setTrackStatus', () => {
  const changes = statuses([0, '1'], [100, '2'], [120, '1'], [300, '5'])
  const during = (startMs: number | null, endMs: number): string => {
    const lap = aDraft({ startMs, endMs })
    setTrackStatus([lap], changes)
    return lap.trackStatus
  }

  it('lists distinct statuses in order, both ends included', () => {
    expect(during(10, 50)).toBe('1')
    expect(during(50, 150)).toBe('12')
    expect(during(120, 130)).toBe('21')
    expect(during(50, 400)).toBe('125')
    expect(during(100, 100)).toBe('12')
  })

  it('counts a lap without a start, or with one behind its end, by its end', () => {
    expect(during(null, 110)).toBe('2')
    expect(during(400, 110)).toBe('2')
  })
})

describe('setAccuracy', () => {
  const good: Partial<LapDraft> = {
    startMs: 0,
    endMs: 90_000,
    lapTimeMs: 90_000,
    sectorsMs: [30_000, 30_000, 30_000],
    trackStatus: '1',
  }
  const isAccurate = (
    values: Partial<LapDraft>,
    previous: Partial<LapDraft> = { endMs: 0, trackStatus: '1' },
  ): boolean => {
    const lap = aDraft({ ...good, ...values })
    setAccuracy([aDraft(previous), lap])
    return lap.accurate
  }

  it('accepts a complete lap that agrees with its sectors and neighbours within 3 ms', () => {
    expect(isAccurate({})).toBe(true)
    expect(isAccurate({ sectorsMs: [30_002, 30_000, 30_000] })).toBe(true)
    expect(isAccurate({ trackStatus: '21' })).toBe(true)
    expect(isAccurate({}, { endMs: 2, trackStatus: '1' })).toBe(true)
  })

  it('decides at exactly 3 ms as a comparison of seconds does', () => {
    expect(isAccurate({ sectorsMs: [30_003, 30_000, 30_000] })).toBe(false)
    const close = { sectorsMs: [20_032, 20_000, 20_000], lapTimeMs: 60_029, endMs: 60_029 } as const
    expect(isAccurate(close)).toBe(true)
  })

  it('judges a first lap, and one behind a lap without an end, by itself', () => {
    const lap = aDraft({ ...good, endMs: 95_000 })
    setAccuracy([lap])
    expect(lap.accurate).toBe(true)
    expect(isAccurate({ endMs: 95_000 }, { endMs: null, trackStatus: '1' })).toBe(true)
    expect(isAccurate({ endMs: 95_000 }, { endMs: 0, trackStatus: '1' })).toBe(false)
  })

  it('refuses no lap for a safety car that was only a part of the lap before', () => {
    expect(isAccurate({}, { endMs: 0, trackStatus: '41' })).toBe(true)
  })

  it.each<{ why: string; values: Partial<LapDraft>; previous?: Partial<LapDraft> }>([
    { why: 'sectors 4 ms apart', values: { sectorsMs: [30_004, 30_000, 30_000] } },
    { why: 'a neighbour 4 ms apart', values: {}, previous: { endMs: 4, trackStatus: '1' } },
    { why: 'a missing sector', values: { sectorsMs: [null, 30_000, 30_000] } },
    { why: 'no lap time', values: { lapTimeMs: null } },
    { why: 'a pit entry', values: { pitInMs: 1 } },
    { why: 'a pit exit', values: { pitOutMs: 1 } },
    { why: 'a safety car', values: { trackStatus: '4' } },
    { why: 'an unknown track status', values: { trackStatus: '' } },
    { why: 'a safety car on the lap before', values: {}, previous: { endMs: 0, trackStatus: '4' } },
    { why: 'being generated', values: { generated: true } },
  ])('refuses a lap for $why', ({ values, previous }) => {
    expect(isAccurate(values, previous)).toBe(false)
  })
})

describe('setPositions', () => {
  it('ranks the drivers of each lap by its end, generated laps left out', () => {
    const drivers = [300, 100, 200].map((endMs, index) => ({
      number: String(index),
      laps: [aDraft({ endMs })],
    }))
    drivers.push({ number: '3', laps: [aDraft({ endMs: 50, generated: true })] })
    setPositions(drivers)
    expect(drivers.map(({ laps }) => laps[0]?.position)).toEqual([3, 1, 2, null])
  })
})

describe('lapOfRetirement', () => {
  const race = statuses([0, 'Started'], [900_000, 'Finished'])
  const last = (values: Partial<LapDraft> = {}): LapDraft =>
    aDraft({ lap: 2, endMs: 200_000, tyreLife: 7, stint: 1, ...values })
  const first = aDraft({ endMs: 100_000 })
  const lapAfter = (laps: LapDraft[], changes = race, totalLaps: number | null = 50): LapDraft | null =>
    lapOfRetirement({ number: '4', laps }, changes, totalLaps)

  it('adds the lap on which a driver stopped, 150 s long for want of better', () => {
    expect(lapAfter([first, last()])).toMatchObject({
      lap: 3, startMs: 200_000, endMs: 350_000, tyreLife: 8, generated: true, accurate: false, personalBest: false, lapTimeMs: null,
    }) // prettier-ignore
  })

  it('ends it with the red flag, if that comes next', () => {
    const redFlag = statuses(
      [0, 'Started'],
      [210_000, 'Aborted'],
      [400_000, 'Started'],
      [900_000, 'Finished'],
    )
    expect(lapAfter([first, last()], redFlag)?.endMs).toBe(210_000)
  })

  it('adds none after the full distance, the end of the session, an in-lap, or where the end is not known', () => {
    expect(lapAfter([first, last()], race, 2)).toBeNull()
    expect(lapAfter([first, last({ endMs: 900_000 })])).toBeNull()
    expect(lapAfter([first, last({ pitInMs: 199_000 })])).toBeNull()
    expect(lapAfter([aDraft({ endMs: 100_000, pitInMs: 99_000 }), last()])).toBeNull()
    expect(lapAfter([first, last()], statuses([0, 'Started'], [300_000, 'Finalised']))).toBeNull()
    expect(lapAfter([])).toBeNull()
  })

  it('adds none behind a lap that is itself generated', () => {
    expect(lapAfter([aDraft({ endMs: 100_000, generated: true })])).toBeNull()
  })
})

describe('flagDeletedLaps', () => {
  const flagged = (...sentences: readonly string[]): readonly number[] => {
    const laps = [
      aDraft({ lap: 1, lapTimeMs: 78_964, personalBest: true }),
      aDraft({ lap: 2, lapTimeMs: 117_940, personalBest: true }),
    ]
    const messages = sentences.map((Message, index) => ({
      timeMs: index,
      payload: { Messages: index === 0 ? [{ Message }] : { [index]: { Message } } },
    }))
    flagDeletedLaps(
      [
        { number: '5', laps },
        { number: '4', laps: [aDraft({ lapTimeMs: 78_964 })] },
      ],
      messages,
    )
    expect(laps.every(({ deleted, personalBest }) => deleted !== personalBest)).toBe(true)
    return laps.filter(({ deleted }) => deleted).map(({ lap }) => lap)
  }

  it('finds the lap by car and exact time', () => {
    expect(
      flagged('PIT EXIT OPEN', 'CAR 5 (BOR) TIME 1:18.964 DELETED - TRACK LIMITS AT TURN 12 LAP 3 15:03:34'),
    ).toEqual([1])
    expect(flagged('CAR 5 (BOR) TIME 1:18.965 DELETED - TRACK LIMITS')).toEqual([])
    expect(flagged('CAR 6 (HAD) TIME 1:18.964 DELETED - TRACK LIMITS')).toEqual([])
  })

  it('keeps a lap that was reinstated later (edge case 33)', () => {
    expect(
      flagged(
        'CAR 5 (BOR) TIME 1:57.940 DELETED - TRACK LIMITS',
        'CAR 5 (BOR) TIME 1:57.940 WILL BE REINSTATED',
      ),
    ).toEqual([])
  })

  it('passes over deletions without a time, or with an absurd one (edge case 33)', () => {
    expect(
      flagged(
        'CAR 5 (BOR) LAP DELETED - TRACK LIMITS AT TURN 3 LAP 9 15:16:30 (PIT)',
        'CAR 5 (BOR) TIME 12:06.908 DELETED - X',
      ),
    ).toEqual([])
  })
})

describe('setSegments', () => {
  const segmentOf = (values: Partial<LapDraft>): LapDraft['segment'] => {
    const lap = aDraft(values)
    setSegments([{ number: '4', laps: [lap] }], [0, 1000, 2000], 3000)
    return lap.segment
  }

  it('goes by the start of the lap', () => {
    expect([500, 1500, 2500, 3500, null].map((startMs) => segmentOf({ startMs, endMs: 4000 }))).toEqual([
      'Q1',
      'Q2',
      'Q3',
      null,
      null,
    ])
  })

  it('counts an out-lap that begins before a part opens to that part', () => {
    expect(segmentOf({ startMs: 990, pitOutMs: 990, endMs: 1100 })).toBe('Q2')
    expect(segmentOf({ startMs: 990, endMs: 1100 })).toBe('Q1')
    expect(segmentOf({ startMs: 2990, pitOutMs: 2990, endMs: 3100 })).toBe('Q3')
  })

  it('takes each part from the driver who shows it first', () => {
    expect(earliestPartStarts([[0, 900], [0, 800, 2000], [0]])).toEqual([0, 800, 2000])
    expect(earliestPartStarts([])).toEqual([])
  })
})
