// What was asked for and could not be done: it stays until it is put away, for it may need an answer. What went well is
// said in passing, as a notice. A live region: what changes in it is read out.

import type { ErrorReport } from '@contract/errors'
import { WhatIsThis } from '../../ui/what-is-this'
import { WORDS } from '../../ui/words'
import { troubleHint, troubleMessage } from '../../ui/trouble-text'

interface OutcomeLineProps {
  readonly trouble: ErrorReport | null
  readonly onClose: () => void
}

export function OutcomeLine({ trouble, onClose }: OutcomeLineProps) {
  return (
    <output className="cache-outcome" data-kind={trouble === null ? undefined : 'failed'}>
      {trouble !== null && (
        <>
          <div>
            <p>{troubleMessage(trouble)}</p>
            <p className="quiet">
              {troubleHint(trouble)} <WhatIsThis code={trouble.code} />
            </p>
          </div>
          <button type="button" className="button small" onClick={onClose}>
            {WORDS.trouble.close}
          </button>
        </>
      )}
    </output>
  )
}
