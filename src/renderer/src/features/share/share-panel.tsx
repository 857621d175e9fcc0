// "Print and share" beside the label: the way to the export dialog, a picture or a link on the clipboard, and how it went.

import { useEffect, useEffectEvent, useState } from 'react'
import type { SculptureLook } from '@contract/sculpture-look'
import type { TaskSnapshot } from '@contract/tasks'
import type { GalleryClient } from '../../ipc/client'
import type { SculptureView } from '../../three/scene'
import { WORDS } from '../../ui/words'
import type { Exhibit } from '../gallery/exhibit'
import { ExportDialog } from './export-dialog'
import { shareCommand } from './share-state'
import { ShareOutcome } from './share-outcome'
import { useShare } from './use-share'

interface SharePanelProps {
  readonly exhibit: Exhibit
  /** Null where there is no WebGL 2. */
  readonly view: SculptureView | null
  /** On stage; a model is made in it. */
  readonly look: SculptureLook
  /** Whether the plinth is: the keys are heard by the whole page, and on the wall there is no lap they could mean. */
  readonly isOnShow: boolean
  readonly client: GalleryClient
  readonly tasks: readonly TaskSnapshot[]
}

export function SharePanel({ exhibit, view, look, isOnShow, client, tasks }: SharePanelProps) {
  const words = WORDS.share
  const isMac = navigator.userAgent.includes('Mac')
  const share = useShare(client, exhibit, view)
  const [isOpen, setOpen] = useState(false)
  const isBusy = share.status.kind === 'busy'
  const keys = isMac ? words.keysMac : words.keys

  const onKeyDown = useEffectEvent((event: KeyboardEvent) => {
    const command = shareCommand(event, isMac)
    if (command === null) return
    event.preventDefault()
    if (command === 'open') setOpen(true)
    else if (command === 'link') share.copyLink()
    else if (view !== null) void share.copy()
  })
  useEffect(() => {
    if (!isOnShow) return undefined
    const listener = (event: KeyboardEvent): void => onKeyDown(event)
    document.addEventListener('keydown', listener)
    return () => document.removeEventListener('keydown', listener)
  }, [isOnShow])

  return (
    <section className="share" aria-labelledby="share-title">
      <h2 id="share-title">{words.title}</h2>
      <div className="buttons">
        <button type="button" className="button primary" title={keys.open} onClick={() => setOpen(true)}>
          {words.open}
        </button>
        <button
          type="button"
          className="button"
          title={view === null ? words.noView : keys.copy}
          disabled={isBusy || view === null}
          onClick={() => void share.copy()}
        >
          {words.copy}
        </button>
        <button
          type="button"
          className="button"
          title={isMac ? WORDS.views.link.keysMac : WORDS.views.link.keys}
          onClick={() => share.copyLink()}
        >
          {WORDS.views.link.copy}
        </button>
      </div>
      {!isOpen && <ShareOutcome share={share} />}
      {isOpen && (
        <ExportDialog
          exhibit={exhibit}
          look={look}
          hasView={view !== null}
          client={client}
          tasks={tasks}
          share={share}
          onClose={() => {
            setOpen(false)
            share.forget()
          }}
        />
      )}
    </section>
  )
}
