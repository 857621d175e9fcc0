// What stands beside the lap on the plinth, in one line: how many, all of them, none of them.

import type { SculptureId } from '@contract/ids'
import { MOST_LAPS } from '../../three/hall-layout'
import { WORDS } from '../../ui/words'
import { placesLeft, type BesideLap, type BesideLaps } from '../gallery/beside'

export interface BesideChoice {
  readonly laps: BesideLaps
  /** The fastest lap of a driver of the open session in the set. */
  readonly lapOf: (driver: string) => BesideLap | undefined
  readonly set: (driver: string) => void
  readonly setAll: () => void
  readonly takeAway: (id: SculptureId) => void
  readonly clear: () => void
}

interface BesideBarProps {
  readonly choice: BesideChoice
  /** Laps that could be set beside and are not. */
  readonly more: number
  /** Whether the order of the session is hidden. */
  readonly isVeiled: boolean
}

export function BesideBar({ choice, more, isVeiled }: BesideBarProps) {
  const words = WORDS.beside
  const { laps } = choice
  const room = Math.min(more, placesLeft(laps))
  return (
    <div className="beside-bar" role="group" aria-label={words.landmark}>
      <output className="quiet small">{besideSentence(laps)}</output>
      <button
        type="button"
        className="button small"
        aria-label={isVeiled ? WORDS.spoilers.besideAll(room) : words.allName(room)}
        disabled={room <= 0}
        onClick={choice.setAll}
      >
        {words.all}
      </button>
      <button
        type="button"
        className="button small"
        aria-label={words.clearName}
        disabled={laps.length === 0}
        onClick={choice.clear}
      >
        {words.clear}
      </button>
    </div>
  )
}

function besideSentence(laps: BesideLaps): string {
  const words = WORDS.beside
  const standing = laps.filter(({ status }) => status.kind === 'standing').length
  const wanted = laps.filter(({ status }) => status.kind !== 'failed').length
  if (wanted === 0) return words.hint
  if (standing < wanted) return words.coming(standing, wanted)
  return placesLeft(laps) === 0 ? words.full(MOST_LAPS) : words.standing(standing)
}
