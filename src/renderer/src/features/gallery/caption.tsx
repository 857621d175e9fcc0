// The museum label beside the plinth: who, where, when.

import type { SculptureHeader } from '@contract/sculpture'
import { isVeiled, toldTime } from '../../ui/told-time'
import { compoundName } from '../../ui/tyre'
import { WORDS } from '../../ui/words'
import { weekendOf } from '../spoilers/hidden-places'
import { RevealButton } from '../spoilers/reveal-button'
import type { Exhibit } from './gallery-state'

export function Caption({ exhibit }: { readonly exhibit: Exhibit }) {
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
      <p className="label-team">{header.team}</p>
      <p className="label-work">
        <cite>{words.work(place.eventName, place.sessionName)}</cite>, {header.season}
      </p>
      <p className="label-time">{toldTime(header.lapTimeMs)}</p>
      <p className="label-line">{lapLine(header)}</p>
      <p className="label-inventory">
        {words.inventory} {exhibit.ticket.key}
      </p>
      <RevealButton weekend={weekendOf(place)} />
    </article>
  )
}

/** In qualifying the number of a lap, and the age of its tyres, tell how far its driver came. */
function lapLine({ compound, lap, lapTimeMs, tyreLife }: SculptureHeader): string {
  const words = WORDS.caption
  if (isVeiled(lapTimeMs)) return compound === null ? '' : WORDS.spoilers.tyres(compoundName(compound))
  return compound === null ? words.lap(lap) : words.lapOn(lap, compoundName(compound), tyreLife)
}
