// Whether a weekend is hidden, as this page knows it. One answer for all, as with units: whatever writes a time asks here,
// wherever it stands, and `App` draws anew when the answer may be another.

import type { SourceKind } from '@contract/ids'
import { NOTHING_REVEALED, type Revealed, type Weekend } from '@contract/spoilers'
import { pageSettings } from '../../ui/page-settings'
import { createValue, type Value } from '../../ui/value'
import { isRevealed } from './weekends'

export interface WeekendOf extends Weekend {
  readonly source: SourceKind
}

/** Nobody waits for the result of a simulated race: what is revealed of them is forgotten with the page. */
const simulated = createValue<Revealed>(NOTHING_REVEALED)

export const simulatedRevealed: Value<Revealed> = simulated

export function takeSimulatedRevealed(by: (known: Revealed) => Revealed): void {
  simulated.change(by)
}

export function isHidden({ source, season, round }: WeekendOf): boolean {
  const { isSpoilerFree, revealed } = pageSettings.get()
  if (!isSpoilerFree) return false
  return !isRevealed(source === 'demo' ? simulated.get() : revealed, { season, round })
}
