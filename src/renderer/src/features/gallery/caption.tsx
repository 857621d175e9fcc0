// The museum label beside the plinth: who, where, when.

import { lapTime } from '../../ui/format'
import { compoundName } from '../../ui/tyre'
import { WORDS } from '../../ui/words'
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
      <p className="label-time">{header.lapTimeMs === null ? words.noTime : lapTime(header.lapTimeMs)}</p>
      <p className="label-line">
        {header.compound === null
          ? words.lap(header.lap)
          : words.lapOn(header.lap, compoundName(header.compound), header.tyreLife)}
      </p>
      <p className="label-inventory">
        {words.inventory} {exhibit.ticket.key}
      </p>
    </article>
  )
}
