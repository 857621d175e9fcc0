// Asks before a link has something fetched. A modal `dialog`: the browser keeps the focus in it, closes it on Escape and
// gives the focus back.

import { useEffect, useRef } from 'react'
import { bytes, duration } from '../../ui/format'
import { useValue } from '../../ui/use-value'
import { LINK_WORDS } from '../../ui/words'
import type { LinkQuestion, LinkStore } from './link-store'

export function LinkDialog({ store }: { readonly store: LinkStore }) {
  const question = useValue(store.question)
  if (question === null) return null
  return <Question key={JSON.stringify(question.id)} question={question} store={store} />
}

interface QuestionProps {
  readonly question: LinkQuestion
  readonly store: LinkStore
}

function Question({ question: { id, cost }, store }: QuestionProps) {
  const dialog = useRef<HTMLDialogElement>(null)
  useEffect(() => {
    dialog.current?.showModal()
  }, [])
  return (
    <dialog ref={dialog} className="asking" aria-labelledby="link-title" onClose={() => store.decline()}>
      <h2 id="link-title">{LINK_WORDS.title}</h2>
      <p>{LINK_WORDS.leadsTo(id)}</p>
      <p>{cost === null ? LINK_WORDS.costUnknown : LINK_WORDS.cost(bytes(cost.bytes))}</p>
      {cost?.isOwn === true && <p className="quiet">{LINK_WORDS.ownRecord(duration(cost.durationMs))}</p>}
      <p className="quiet">{LINK_WORDS.origin}</p>
      <div className="buttons">
        {/* First, and so with the focus: nothing is fetched by an Enter that was meant for something else. */}
        <button type="button" className="button" onClick={() => dialog.current?.close()}>
          {LINK_WORDS.decline}
        </button>
        <button type="button" className="button primary" onClick={() => store.agree()}>
          {LINK_WORDS.agree}
        </button>
      </div>
    </dialog>
  )
}
