// Which weekends are revealed, and how that changes. A weekend is hidden while the gallery is spoiler-free and nobody has
// revealed it. Pure.

import { MOST_OTHER_WEEKENDS, type Revealed, type Weekend } from '@contract/spoilers'

export function isRevealed({ upTo, others }: Revealed, weekend: Weekend): boolean {
  return isWithin(weekend, upTo) !== others.some((other) => isSame(other, weekend))
}

/** The same with that weekend revealed, or hidden. */
export function withWeekend(revealed: Revealed, weekend: Weekend, wish: 'revealed' | 'hidden'): Revealed {
  if (isRevealed(revealed, weekend) === (wish === 'revealed')) return revealed
  const { upTo, others } = revealed
  const { season, round } = weekend
  const rest = others.filter((other) => !isSame(other, weekend))
  const next = rest.length < others.length ? rest : [...others, { season, round }]
  return { upTo, others: next.slice(-MOST_OTHER_WEEKENDS) }
}

/** Everything up to that weekend revealed; what was revealed after it stays so. */
export function withAllUpTo(revealed: Revealed, mark: Weekend): Revealed {
  const later = revealed.others.filter((other) => !isWithin(other, mark) && isRevealed(revealed, other))
  return { upTo: { season: mark.season, round: mark.round }, others: later }
}

/** Weekends that were revealed, or hidden again, one by one. */
export function countOthers({ upTo, others }: Revealed): {
  readonly revealed: number
  readonly hidden: number
} {
  const hidden = others.filter((other) => isWithin(other, upTo)).length
  return { revealed: others.length - hidden, hidden }
}

function isWithin({ season, round }: Weekend, mark: Weekend | null): boolean {
  if (mark === null) return false
  return season < mark.season || (season === mark.season && round <= mark.round)
}

function isSame(a: Weekend, b: Weekend): boolean {
  return a.season === b.season && a.round === b.round
}
