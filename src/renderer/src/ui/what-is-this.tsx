// "What does this mean?" beside an error, wherever one is shown: the way to what the help says of it.

import { createContext, useContext } from 'react'
import type { ErrorCode } from '@contract/errors'
import { troubleTitle } from './trouble-text'
import { TROUBLE_WORDS } from './words'

/** Opens the help at an error. Null where there is no help to go to. */
export const ExplainError = createContext<((code: ErrorCode) => void) | null>(null)

export function WhatIsThis({ code }: { readonly code: ErrorCode }) {
  const explain = useContext(ExplainError)
  if (explain === null) return null
  return (
    <button
      type="button"
      className="link what-is-this"
      aria-label={TROUBLE_WORDS.whatIsThisName(troubleTitle(code))}
      onClick={(event) => {
        // Left open, a dialog would go on blocking the page from a room out of sight.
        event.currentTarget.closest('dialog')?.close()
        explain(code)
      }}
    >
      {TROUBLE_WORDS.whatIsThis}
    </button>
  )
}
