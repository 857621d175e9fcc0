// How the last thing that was asked for went. A live region: what changes in it is read out.

import { bytes } from '../../ui/format'
import { WORDS } from '../../ui/words'
import { CACHE_WORDS } from '../../ui/words-cache'
import type { NameOf } from './cache-room'
import type { Outcome } from './cache-state'
import { scopeName } from './scope-name'
import { troubleHint, troubleMessage } from '../../ui/trouble-text'

interface OutcomeLineProps {
  readonly outcome: Outcome | null
  readonly nameOf: NameOf
  readonly onClose: () => void
}

export function OutcomeLine({ outcome, nameOf, onClose }: OutcomeLineProps) {
  return (
    <output className="cache-outcome" data-kind={outcome?.kind}>
      {outcome !== null && (
        <>
          <div>
            <p>{outcomeText(outcome, nameOf)}</p>
            {outcome.kind === 'failed' && <p className="quiet">{troubleHint(outcome.report)}</p>}
          </div>
          <button type="button" className="button small" onClick={onClose}>
            {WORDS.trouble.close}
          </button>
        </>
      )}
    </output>
  )
}

function outcomeText(outcome: Outcome, nameOf: NameOf): string {
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
    case 'failed':
      return troubleMessage(outcome.report)
  }
}
