// What is asked before something is cleared or moved, with what it comes to. A modal `dialog`: the browser keeps the focus
// in it, closes it on Escape and gives the focus back.

import { useEffect, useRef, type ReactNode } from 'react'
import type { ChosenFolder, Clearing, ClearScope } from '@contract/cache'
import { bytes } from '../../ui/format'
import { CACHE_WORDS } from '../../ui/words'
import type { NameOf } from './scope-name'
import type { Asking } from './cache-state'
import type { CacheStore } from './cache-store'
import { scopeName } from './scope-name'
import { troubleHint, troubleMessage } from '../../ui/trouble-text'

interface AskingDialogProps {
  readonly asking: Asking
  readonly store: CacheStore
  readonly nameOf: NameOf
}

export function AskingDialog({ asking, store, nameOf }: AskingDialogProps) {
  switch (asking.kind) {
    case 'clear':
      return <ClearDialog {...asking} store={store} nameOf={nameOf} />
    case 'move':
      return <MoveDialog chosen={asking.chosen} store={store} />
  }
}

interface ClearDialogProps extends Omit<AskingDialogProps, 'asking'> {
  readonly scope: ClearScope
  readonly clearing: Clearing
}

function ClearDialog({ scope, clearing, store, nameOf }: ClearDialogProps) {
  const words = CACHE_WORDS.clear
  const size = bytes(clearing.bytes.results + clearing.bytes.raw)
  const isNothing = clearing.entries === 0
  return (
    <Question
      title={words.ask(scopeName(scope, nameOf))}
      agree={words.agree(size)}
      decline={words.keep}
      canAgree={!isNothing}
      store={store}
    >
      <p>{isNothing ? words.freesNothing : words.frees(size, clearing.entries)}</p>
      {clearing.pinned > 0 && <p className="asking-warning">{words.pinned(clearing.pinned)}</p>}
      {!isNothing && <p className="quiet">{words.lost[scope.kind]}</p>}
    </Question>
  )
}

function MoveDialog({ chosen, store }: { readonly chosen: ChosenFolder; readonly store: CacheStore }) {
  const words = CACHE_WORDS.folder
  const { name, bytes: size, freeBytes, trouble } = chosen
  return (
    <Question
      title={words.ask}
      agree={words.agree}
      decline={words.stay}
      canAgree={trouble === null}
      store={store}
    >
      <p className="folder-path">{name}</p>
      {trouble === null ? (
        <>
          <p>
            {freeBytes === null
              ? words.takesUnknown(bytes(size))
              : words.takes(bytes(size), bytes(freeBytes))}
          </p>
          <p className="quiet">{words.safe}</p>
        </>
      ) : (
        <div className="asking-warning">
          <p>{troubleMessage(trouble)}</p>
          <p className="quiet">{troubleHint(trouble)}</p>
        </div>
      )}
    </Question>
  )
}

interface QuestionProps {
  readonly title: string
  readonly agree: string
  readonly decline: string
  readonly canAgree: boolean
  readonly store: CacheStore
  readonly children: ReactNode
}

function Question({ title, agree, decline, canAgree, store, children }: QuestionProps) {
  const dialog = useRef<HTMLDialogElement>(null)
  useEffect(() => {
    dialog.current?.showModal()
  }, [])
  return (
    <dialog ref={dialog} className="asking" aria-labelledby="asking-title" onClose={() => store.decline()}>
      <h2 id="asking-title">{title}</h2>
      {children}
      <div className="buttons">
        {/* First, and so with the focus: what cannot be undone is not what Enter does. */}
        <button type="button" className="button" onClick={() => dialog.current?.close()}>
          {decline}
        </button>
        {canAgree && (
          <button
            type="button"
            className="button primary"
            onClick={() => {
              // It is taken up before the closing would decline it.
              void store.agree()
              dialog.current?.close()
            }}
          >
            {agree}
          </button>
        )}
      </div>
    </dialog>
  )
}
