import { renderToStaticMarkup } from 'react-dom/server'
import { describe, expect, it } from 'vitest'
import type { DriverLaps } from '@contract/laps'
import type { BesideChoice } from '@renderer/features/calendar/beside-bar'
import { DriverList } from '@renderer/features/calendar/driver-list'
import { missingReason } from '@renderer/features/calendar/driver-reason'
import { SessionList, sessionWhen } from '@renderer/features/calendar/session-list'
import { reduceBeside, type BesideLaps } from '@renderer/features/gallery/beside'
import type { Place } from '@renderer/features/gallery/exhibit'
import { MOST_LAPS } from '@renderer/three/hall-layout'
import { dateTime, timeThere } from '@renderer/ui/format'
import { aDriver, aLap, someLaps } from '../../../../helpers/builders'
import { aCalendarSession } from '../gallery/fake-client'

const nothing = (): void => undefined

function choiceOf(laps: BesideLaps = []): BesideChoice {
  return {
    laps,
    lapOf: (driver) => laps.find(({ id }) => id.driver === driver),
    set: nothing,
    setAll: nothing,
    takeAway: nothing,
    clear: nothing,
  }
}

describe('the list of sessions', () => {
  it('lets one open completed sessions only', () => {
    const markup = renderToStaticMarkup(
      <SessionList
        sessions={[
          aCalendarSession('FP1'),
          aCalendarSession('Q'),
          aCalendarSession('R', 'future'),
          aCalendarSession('S', 'live'),
        ]}
        chosen="Q"
        onOpen={nothing}
      />,
    )
    const buttons = markup.match(/<button[^>]*>.*?<\/button>/g) ?? []
    expect(buttons.map((button) => button.includes('disabled'))).toEqual([false, false, true, true])
    expect(buttons.map((button) => button.includes('aria-current="true"'))).toEqual([
      false,
      true,
      false,
      false,
    ])
  })

  it('says when a future session begins, in the time of the reader', () => {
    const session = aCalendarSession('R', 'future', Date.UTC(2025, 9, 26, 20))
    expect(sessionWhen(session)).toContain(dateTime(session.startAt))
    expect(sessionWhen(session)).toContain('your time')
    expect(sessionWhen(aCalendarSession('R', 'cancelled'))).toBe('cancelled')
  })

  it('says what the clock at the circuit shows where that is another time, and only there', () => {
    const session = aCalendarSession('R', 'completed', Date.UTC(2025, 9, 26, 20))
    const hereOffsetMs = -new Date(session.startAt).getTimezoneOffset() * 60_000
    const elsewhere = { ...session, gmtOffsetMs: hereOffsetMs - 6 * 3_600_000 }
    expect(sessionWhen(elsewhere)).toContain(timeThere(session.startAt, elsewhere.gmtOffsetMs))
    expect(sessionWhen(elsewhere)).toContain('at the circuit')
    expect(sessionWhen({ ...session, gmtOffsetMs: hereOffsetMs })).not.toContain('at the circuit')
  })

  it('does not call a session running that may be over', () => {
    expect(sessionWhen(aCalendarSession('S', 'live'))).toMatch(/running, or not in the archive yet/)
  })
})

describe('the list of drivers', () => {
  const drivers: readonly DriverLaps[] = [
    aDriver({
      code: 'NOR',
      number: '4',
      fastest: { lap: 2, lapTimeMs: 75_586 },
      laps: [aLap(), aLap({ lap: 2, compound: 'MEDIUM' })],
    }),
    aDriver({ code: 'ALB', number: '23', fastest: null, laps: [aLap({ deleted: true })] }),
    aDriver({ code: 'STR', number: '18', fastest: null, laps: [] }),
  ]
  const rows =
    renderToStaticMarkup(
      <DriverList
        session={someLaps({ drivers })}
        heading={null}
        chosen="NOR"
        isWaiting={false}
        onOpen={nothing}
        beside={choiceOf()}
      />,
    ).match(/<label.*?<\/label>/g) ?? []

  it('shows time and tyre of the fastest lap', () => {
    expect(rows[0]).toContain('1:15.586')
    expect(rows[0]).toContain('Medium')
    expect(rows[0]).toContain('checked')
  })

  it('disables drivers without a time and says why', () => {
    expect(rows.map((row) => row.includes('disabled'))).toEqual([false, true, true])
    expect(rows[1]).toContain('lap times deleted')
    expect(rows[2]).toContain('did not run')
  })

  it('tells a driver who set no time from one who lost it', () => {
    expect(missingReason(aDriver({ fastest: null, laps: [aLap({ lapTimeMs: null })] }), true)).toBe(
      'noTimedLap',
    )
    expect(missingReason(aDriver(), true)).toBeNull()
  })

  it('does not say that drivers did not run when it is the laps that were not recorded', () => {
    const unrecorded = someLaps({
      drivers: [aDriver({ fastest: null, laps: [] })],
      warnings: ['Lap times were not recorded.'],
    })
    const list = renderToStaticMarkup(
      <DriverList
        session={unrecorded}
        heading={null}
        chosen={null}
        isWaiting={false}
        onOpen={nothing}
        beside={choiceOf()}
      />,
    )
    expect(list).not.toContain('did not run')
    expect(list.indexOf('Lap times were not recorded.')).toBeLessThan(list.indexOf('<label'))
  })
})

describe('the boxes that set laps beside', () => {
  const place: Place = {
    id: { source: 'demo', season: 2026, round: 1, session: 'Q' },
    eventName: 'Grand Prix',
    sessionName: 'Qualifying',
  }
  const code = (i: number): string => `D${i}`
  const session = someLaps({
    drivers: [
      ...Array.from({ length: MOST_LAPS + 2 }, (_, i) =>
        aDriver({ code: code(i), number: String(i), name: `Driver ${i}` }),
      ),
      aDriver({ code: 'STR', number: '99', name: 'Stroll', fastest: null, laps: [] }),
    ],
  })
  const asked = (drivers: readonly number[]): BesideLaps => {
    const wishes = drivers.map((i) => ({
      place,
      id: { ...place.id, driver: code(i), lap: 'fastest' as const },
      ask: i,
    }))
    return reduceBeside([], { type: 'beside-asked', wishes }, place)
  }
  const markupOf = (laps: BesideLaps): string =>
    renderToStaticMarkup(
      <DriverList
        session={session}
        heading={null}
        chosen={code(0)}
        isWaiting={false}
        onOpen={nothing}
        beside={choiceOf(laps)}
      />,
    )
  const boxes = (markup: string): readonly string[] => markup.match(/<input type="checkbox"[^>]*>/g) ?? []

  it('are named after their drivers, one for each with a lap but the one on the plinth', () => {
    const found = boxes(markupOf([]))
    expect(found).toHaveLength(MOST_LAPS + 1)
    expect(found[0]).toContain('Set the lap of Driver 1 beside')
    expect(found.join()).not.toContain('Stroll')
  })

  it('say what is on its way, and how many stand', () => {
    const markup = markupOf(asked([2, 3]))
    expect(boxes(markup).filter((box) => box.includes('checked'))).toHaveLength(2)
    expect(boxes(markup).filter((box) => box.includes('aria-busy="true"'))).toHaveLength(2)
    expect(markup).toContain('0 of 2 laps stand beside.')
  })

  it('show a failure in the row of its driver, with a way to ask again', () => {
    const report = { code: 'source/unreachable', message: 'Gone astray.', hint: '', retry: 'later' } as const
    const failed = reduceBeside(asked([2, 3]), { type: 'beside-failed', ask: 2, report }, place)
    const markup = markupOf(failed)
    expect(markup.split('class="driver-place"')[3]).toContain('Gone astray.')
    expect(markup.split('class="driver-place"')[3]).toContain('Try again')
    expect(markup.split('class="driver-place"')[4]).not.toContain('role="alert"')
  })

  it('close when the hall is full, which is said, and can still be emptied', () => {
    const all = asked(Array.from({ length: MOST_LAPS + 1 }, (_, i) => i + 1))
    const markup = markupOf(all)
    const empty = boxes(markup).filter((box) => !box.includes('checked'))
    expect(empty).toHaveLength(2)
    for (const box of empty) expect(box).toContain('disabled')
    for (const box of boxes(markup).filter((each) => each.includes('checked')))
      expect(box).not.toContain('disabled')
    const exhibit = {} as never
    const standing = all.reduce(
      (laps, { ask }) => reduceBeside(laps, { type: 'beside-answered', ask, exhibit }, place),
      all,
    )
    expect(markupOf(standing)).toContain(`${MOST_LAPS} laps stand here: the hall is full.`)
  })
})
