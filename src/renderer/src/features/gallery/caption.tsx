// The museum label beside the plinth: who, where, when, and how it was made.

import type { Season } from '@contract/calendar'
import type { SculptureHeader } from '@contract/sculpture'
import { day } from '../../ui/format'
import { isVeiled, toldTime } from '../../ui/told-time'
import { compoundName } from '../../ui/tyre'
import { WORDS } from '../../ui/words'
import { weekendOf } from '../spoilers/hidden-places'
import { RevealButton } from '../spoilers/reveal-button'
import { computationOf } from './computation'
import type { Exhibit, Place } from './exhibit'

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
      <p className="label-time">{toldTime(header.lapTimeMs)}</p>
      <p className="label-line">{lapLine(header)}</p>
      <p className="label-line">{WORDS.views.label.computed[computationOf(exhibit.sculpture.header)]}</p>
      <p className="label-inventory">
        {words.inventory} {exhibit.ticket.key}
      </p>
      <RevealButton weekend={weekendOf(place)} />
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

/** In qualifying the number of a lap, and the age of its tyres, tell how far its driver came. */
function lapLine({ compound, lap, lapTimeMs, tyreLife }: SculptureHeader): string {
  const words = WORDS.caption
  if (isVeiled(lapTimeMs)) return compound === null ? '' : WORDS.spoilers.tyres(compoundName(compound))
  return compound === null ? words.lap(lap) : words.lapOn(lap, compoundName(compound), tyreLife)
}
