import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { ERROR_WORDS, type ErrorReport } from '@contract/errors'
import { sculptureKey, type SculptureId } from '@contract/ids'
import {
  besideOf,
  candidates,
  changePlaces,
  lapsOnShow,
  mayStandBeside,
  placesLeft,
  reduceBeside,
  type BesideEvent,
  type BesideLaps,
  type BesideWish,
} from '@renderer/features/gallery/beside'
import type { Exhibit, Place } from '@renderer/features/gallery/exhibit'
import { MOST_LAPS } from '@renderer/three/hall-layout'
import type { Sculpture } from '@contract/sculpture'
import { aDriver, aHeader, aSculpture, someLaps } from '../../../../helpers/builders'

const PLACE: Place = {
  id: { source: 'archive', season: 2025, round: 2, session: 'Q' },
  eventName: 'Grand Prix 2',
  sessionName: 'Qualifying',
}
const ELSEWHERE: Place = { ...PLACE, id: { ...PLACE.id, round: 3 } }
const SIMULATED: Place = { ...PLACE, id: { ...PLACE.id, source: 'demo' } }
const REPORT: ErrorReport = {
  code: 'sculpture/too-few-samples',
  message: '',
  ...ERROR_WORDS['source/no-data'],
}

function wish(driver: string, ask: number, place: Place = PLACE): BesideWish {
  return { place, id: { ...place.id, driver, lap: 'fastest' }, ask }
}

function anExhibit(driver: string, place: Place = PLACE, sculpture = aSculpture({ driver })): Exhibit {
  const key = sculptureKey({ ...place.id, driver, lap: 'fastest' })
  return {
    ticket: {
      key,
      path: `/${key}`,
      header: aHeader({ driver }),
      servedFrom: 'memory',
      freshness: 'fresh',
      elapsedMs: 1,
      bytes: 1,
    },
    sculpture,
    place,
    askedAtMs: 0,
  }
}

/** A circuit twice as long. */
const anotherCircuit = () => aSculpture({ stepM: 6 })

function after(...events: readonly BesideEvent[]): BesideLaps {
  return events.reduce((laps, event) => reduceBeside(laps, event, PLACE), [] as BesideLaps)
}

const asked = (...wishes: readonly BesideWish[]): BesideEvent => ({ type: 'beside-asked', wishes })
const answered = (driver: string, ask: number): BesideEvent => ({
  type: 'beside-answered',
  ask,
  exhibit: anExhibit(driver),
})
const lapOf = (driver: string): SculptureId => ({ ...PLACE.id, driver, lap: 'fastest' })
const codes = (laps: BesideLaps): readonly string[] => laps.map(({ id }) => id.driver)

describe('the laps beside the main one', () => {
  it('stand in the order in which they were asked for, whichever arrives first', () => {
    const laps = after(asked(wish('NOR', 1), wish('LEC', 2)), answered('LEC', 2), answered('NOR', 1))
    expect(codes(laps)).toEqual(['NOR', 'LEC'])
    expect(laps.every(({ status }) => status.kind === 'standing')).toBe(true)
  })

  it('fail alone: the others neither move nor wait for them', () => {
    const before = after(asked(wish('NOR', 1), wish('LEC', 2)), answered('NOR', 1))
    const laps = reduceBeside(before, { type: 'beside-failed', ask: 2, report: REPORT }, PLACE)
    expect(besideOf(laps, lapOf('NOR'))).toBe(besideOf(before, lapOf('NOR')))
    expect(besideOf(laps, lapOf('LEC'))?.status).toEqual({ kind: 'failed', report: REPORT })
  })

  it('are asked for again when they have failed, and only then', () => {
    const failed = after(asked(wish('NOR', 1)), { type: 'beside-failed', ask: 1, report: REPORT })
    expect(besideOf(reduceBeside(failed, asked(wish('NOR', 2)), PLACE), lapOf('NOR'))?.ask).toBe(2)
    const waiting = after(asked(wish('NOR', 1)))
    expect(reduceBeside(waiting, asked(wish('NOR', 2)), PLACE)).toBe(waiting)
  })

  it('are not disturbed by answers for what has been taken away, or asked for anew since', () => {
    const takeAway = { type: 'beside-taken-away', id: wish('NOR', 1).id } as const
    const gone = after(asked(wish('NOR', 1)), takeAway)
    expect(reduceBeside(gone, answered('NOR', 1), PLACE)).toBe(gone)
    const anew = after(asked(wish('NOR', 1)), takeAway, asked(wish('NOR', 2)))
    expect(reduceBeside(anew, answered('NOR', 1), PLACE)).toBe(anew)
    expect(reduceBeside(anew, { type: 'beside-failed', ask: 1, report: REPORT }, PLACE)).toBe(anew)
  })

  it('are simulated only beside a simulated one, and none at all before there is a main one', () => {
    expect(after(asked(wish('NOR', 1, SIMULATED)))).toEqual([])
    expect(reduceBeside([], asked(wish('NOR', 1)), null)).toEqual([])
    expect(codes(after(asked(wish('NOR', 1, ELSEWHERE))))).toEqual(['NOR'])
  })

  it('are told from other laps of the same driver', () => {
    const other = { ...wish('NOR', 2), id: { ...lapOf('NOR'), lap: 12 } }
    const laps = after(asked(wish('NOR', 1), other))
    expect(laps).toHaveLength(2)
    expect(besideOf(laps, lapOf('NOR'))?.ask).toBe(1)
    expect(besideOf(laps, other.id)?.ask).toBe(2)
  })

  it('never are more than the hall holds, each at most once, whatever is asked, answered and taken away', () => {
    const driver = fc.integer({ min: 0, max: 30 }).map((n) => `D${n}`)
    const event = fc.oneof(
      fc.array(driver, { maxLength: 30 }).map((drivers) => ({ ask: drivers })),
      driver.map((code) => ({ takeAway: code })),
      fc.nat(60).map((ask) => ({ answer: ask })),
      fc.nat(60).map((ask) => ({ fail: ask })),
    )
    fc.assert(
      fc.property(fc.array(event, { maxLength: 40 }), (events) => {
        let asks = 0
        let laps: BesideLaps = []
        for (const each of events) {
          if ('ask' in each) laps = reduceBeside(laps, asked(...each.ask.map((d) => wish(d, asks++))), PLACE)
          else if ('takeAway' in each)
            laps = reduceBeside(laps, { type: 'beside-taken-away', id: wish(each.takeAway, 0).id }, PLACE)
          else if ('answer' in each) {
            const of = laps.find(({ ask }) => ask === each.answer)
            laps = reduceBeside(laps, answered(of?.id.driver ?? 'D0', each.answer), PLACE)
          } else laps = reduceBeside(laps, { type: 'beside-failed', ask: each.fail, report: REPORT }, PLACE)
          expect(new Set(codes(laps)).size).toBe(laps.length)
          expect(lapsOnShow(anExhibit('MAIN'), laps, PLACE).length).toBeLessThanOrEqual(MOST_LAPS)
          expect(placesLeft(laps)).toBeGreaterThanOrEqual(0)
        }
      }),
    )
  })
})

describe('a lap of the set that becomes the main one', () => {
  it('changes places with the former, so that the set stays together', () => {
    const laps = after(asked(wish('LEC', 1), wish('HAM', 2)), answered('LEC', 1), answered('HAM', 2))
    const changed = changePlaces(laps, anExhibit('NOR'), anExhibit('LEC'))
    expect(codes(changed)).toEqual(['NOR', 'HAM'])
    expect(lapsOnShow(anExhibit('LEC'), changed, PLACE).map((lap) => lap?.ticket.header.driver)).toEqual([
      'LEC',
      'NOR',
      'HAM',
    ])
  })

  it('leaves the set as it is when it was not in it', () => {
    const laps = after(asked(wish('LEC', 1)))
    expect(changePlaces(laps, anExhibit('NOR'), anExhibit('VER'))).toBe(laps)
  })

  it('takes no lap of another circuit into the set', () => {
    const laps = after(asked(wish('LEC', 1)), answered('LEC', 1))
    expect(changePlaces(laps, anExhibit('NOR', ELSEWHERE, anotherCircuit()), anExhibit('LEC'))).toEqual([])
  })
})

describe('what is on show', () => {
  it('keeps a place for a lap on its way, and none for one that failed', () => {
    const laps = after(asked(wish('LEC', 1), wish('HAM', 2)), {
      type: 'beside-failed',
      ask: 1,
      report: REPORT,
    })
    const [main, ...others] = lapsOnShow(anExhibit('NOR'), laps, PLACE)
    expect(main.ticket.header.driver).toBe('NOR')
    expect(others).toEqual([null])
  })

  it('is one lap once, and waits while the main lap is still that of another session', () => {
    const laps = after(asked(wish('LEC', 1)), answered('LEC', 1))
    expect(lapsOnShow(anExhibit('LEC'), laps, PLACE)).toHaveLength(1)
    expect(lapsOnShow(anExhibit('NOR', ELSEWHERE), laps, PLACE)).toHaveLength(1)
  })

  it('may be of another session of the circuit, and is never of another circuit or layout', () => {
    const guest = wish('LEC', 1, ELSEWHERE)
    const standing = (sculpture: Sculpture): BesideLaps =>
      after(asked(guest), {
        type: 'beside-answered',
        ask: 1,
        exhibit: anExhibit('LEC', ELSEWHERE, sculpture),
      })
    expect(lapsOnShow(anExhibit('NOR'), standing(aSculpture()), PLACE)).toHaveLength(2)
    expect(lapsOnShow(anExhibit('NOR'), standing(anotherCircuit()), PLACE)).toHaveLength(1)
    expect(mayStandBeside(anExhibit('NOR'), anExhibit('LEC', SIMULATED))).toBe(false)
  })

  it('can be all drivers with a counted lap but the one on the plinth, fastest first', () => {
    const drivers = [
      aDriver({ code: 'NOR' }),
      aDriver({ code: 'LEC' }),
      aDriver({ code: 'STR', fastest: null }),
      aDriver({ code: 'HAM' }),
    ]
    expect(candidates(someLaps({ drivers }), 'NOR').map(({ code }) => code)).toEqual(['LEC', 'HAM'])
  })
})
