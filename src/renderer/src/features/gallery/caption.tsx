// The museum label beside the plinth: who, where, when, and how it was made.

import type { Season } from '@contract/calendar'
import { day, lapTime } from '../../ui/format'
import { compoundName } from '../../ui/tyre'
import { WORDS } from '../../ui/words'
import { computationOf } from './computation'
import type { Exhibit, Place } from './gallery-state'

interface CaptionProps {
  readonly exhibit: Exhibit
  /** Of the catalogue, which may have moved on to another season. */
  readonly calendar: Season | null
}

export function Caption({ exhibit, calendar }: CaptionProps) {
  const words = WORDS.caption
  const { header } = exhibit.ticket
  const { place } = exhibit
  return (
    <article className="label" aria-labelledby="label-title">
      <svg className="label-edge" preserveAspectRatio="none" viewBox="0 0 1 1" aria-hidden="true">
        <rect width="1" height="1" fill={header.teamColour ?? 'currentColor'} />
      </svg>
      {header.source === 'demo' && (
        <p className="label-simulated">
          <span className="badge">{words.simulated}</span> {words.simulatedHint}
        </p>
      )}
      <h2 id="label-title">{header.driverName}</h2>
      <p className="label-team">
        <span className="label-number">{WORDS.views.label.number(header.driverNumber)}</span> {header.team}
      </p>
      <p className="label-work">
        <cite>{words.work(place.eventName, place.sessionName)}</cite>,{' '}
        <span className="label-day">{dayOf(place, calendar) ?? header.season}</span>
      </p>
      <p className="label-time">{header.lapTimeMs === null ? words.noTime : lapTime(header.lapTimeMs)}</p>
      <p className="label-line">
        {header.compound === null
          ? words.lap(header.lap)
          : words.lapOn(header.lap, compoundName(header.compound), header.tyreLife)}
      </p>
      <p className="label-line">{WORDS.views.label.computed[computationOf(exhibit.sculpture.header)]}</p>
      <p className="label-inventory">
        {words.inventory} {exhibit.ticket.key}
      </p>
    </article>
  )
}

/** The day on which it was driven, by the circuit's clock; null where the calendar at hand is another season's. */
function dayOf({ id }: Place, calendar: Season | null): string | null {
  const round =
    calendar?.season === id.season ? calendar.rounds.find((each) => each.round === id.round) : undefined
  const session = round?.sessions.find(({ code }) => code === id.session)
  if (session === undefined) return null
  const { startAt, gmtOffsetMs } = session
  return gmtOffsetMs === null ? day(startAt) : day(startAt + gmtOffsetMs, 'UTC')
}
