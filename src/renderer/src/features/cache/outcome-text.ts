// How the last thing that was asked for went, in words.

import { bytes } from '../../ui/format'
import { CACHE_WORDS } from '../../ui/words'
import type { NameOf } from './scope-name'
import type { Outcome } from './cache-state'
import { scopeName } from './scope-name'

/** What came of it as it was asked; a failure has words of its own. */
export type GoodOutcome = Exclude<Outcome, { readonly kind: 'failed' }>

export function outcomeText(outcome: GoodOutcome, nameOf: NameOf): string {
  const words = CACHE_WORDS.outcome
  switch (outcome.kind) {
    case 'cleared': {
      const { entries, bytes: freed } = outcome.clearing
      return words.cleared(bytes(freed.results + freed.raw), entries)
    }
    case 'pinned':
      return words.pinned(scopeName(outcome.scope, nameOf))
    case 'unpinned':
      return words.unpinned(scopeName(outcome.scope, nameOf))
    case 'moved':
      return words.moved(outcome.folder)
    case 'move-cancelled':
      return words.moveCancelled
    case 'settings-saved':
      return words.saved
  }
}
