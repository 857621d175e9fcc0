import { renderToStaticMarkup } from 'react-dom/server'
import { describe, expect, it } from 'vitest'
import type { DriverLaps } from '@contract/laps'
import { DriverList } from '@renderer/features/calendar/driver-list'
import { missingReason } from '@renderer/features/calendar/driver-reason'
import { SessionList, sessionWhen } from '@renderer/features/calendar/session-list'
import { dateTime, timeThere } from '@renderer/ui/format'
import { aDriver, aLap, someLaps } from '../../../../helpers/builders'
import { aCalendarSession } from '../gallery/fake-client'

const nothing = (): void => undefined

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
      <DriverList session={unrecorded} heading={null} chosen={null} isWaiting={false} onOpen={nothing} />,
    )
    expect(list).not.toContain('did not run')
    expect(list.indexOf('Lap times were not recorded.')).toBeLessThan(list.indexOf('<label'))
  })
})
