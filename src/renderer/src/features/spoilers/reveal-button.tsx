// Reveals a weekend, or hides it again: one button that stays where it is, so the keyboard stays on it. Nothing while
// the gallery is not spoiler-free.

import { useContext } from 'react'
import { pageSettings } from '../../ui/page-settings'
import { WORDS } from '../../ui/words'
import { isHidden } from './hidden-weekends'
import { SpoilersContext } from './spoilers-context'
import type { NamedWeekend } from './spoilers-store'

export function RevealButton({ weekend }: { readonly weekend: NamedWeekend }) {
  const spoilers = useContext(SpoilersContext)
  const words = WORDS.spoilers
  if (spoilers === null || !pageSettings.get().isSpoilerFree) return null
  const { eventName, season } = weekend
  const isVeiled = isHidden(weekend)
  return (
    <button
      type="button"
      className="button small reveal"
      aria-label={isVeiled ? words.revealName(eventName, season) : words.hideName(eventName, season)}
      onClick={() => (isVeiled ? spoilers.ask(weekend) : spoilers.hide(weekend))}
    >
      {isVeiled ? words.reveal : words.hide}
    </button>
  )
}

interface RevealOfferProps {
  /** What cannot be shown before. */
  readonly text: string
  readonly weekends: readonly NamedWeekend[]
}

/** In the place of what would tell the order. */
export function RevealOffer({ text, weekends }: RevealOfferProps) {
  return (
    <div className="reveal-offer">
      <p>{text}</p>
      {weekends.map((weekend) => (
        <p key={`${weekend.season} ${weekend.round}`}>
          <span className="quiet">{WORDS.spoilers.weekend(weekend.eventName, weekend.season)}</span>{' '}
          <RevealButton weekend={weekend} />
        </p>
      ))}
    </div>
  )
}
