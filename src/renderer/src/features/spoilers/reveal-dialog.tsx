// The one question before a weekend is revealed: what has been read cannot be unread. A modal `dialog`: the browser keeps
// the focus in it, closes it on Escape and gives the focus back.

import { useEffect, useRef } from 'react'
import { useValue } from '../../ui/use-value'
import { WORDS } from '../../ui/words'
import type { NamedWeekend, SpoilersStore } from './spoilers-store'

export function RevealDialog({ store }: { readonly store: SpoilersStore }) {
  const weekend = useValue(store.asked)
  return weekend === null ? null : <Question weekend={weekend} store={store} />
}

interface QuestionProps {
  readonly weekend: NamedWeekend
  readonly store: SpoilersStore
}

function Question({ weekend, store }: QuestionProps) {
  const words = WORDS.spoilers
  const dialog = useRef<HTMLDialogElement>(null)
  useEffect(() => {
    dialog.current?.showModal()
    return giveFocusBack
  }, [])
  return (
    <dialog
      ref={dialog}
      className="asking reveal-question"
      aria-labelledby="reveal-title"
      onClose={() => store.decline()}
    >
      <h2 id="reveal-title">{words.ask(weekend.eventName, weekend.season)}</h2>
      <p>{words.askMeans}</p>
      <div className="buttons">
        {/* First, and so with the focus: what cannot be unread is not what Enter does. */}
        <button type="button" className="button" onClick={() => dialog.current?.close()}>
          {words.decline}
        </button>
        <button
          type="button"
          className="button primary"
          onClick={() => {
            // It is taken up before the closing would decline it.
            store.agree()
            dialog.current?.close()
          }}
        >
          {words.agree}
        </button>
      </div>
    </dialog>
  )
}

/** An offer goes away with what it offered; without this the keyboard would start at the top again. */
function giveFocusBack(): void {
  requestAnimationFrame(() => {
    if (document.activeElement === document.body) document.getElementById('sculpture')?.focus()
  })
}
