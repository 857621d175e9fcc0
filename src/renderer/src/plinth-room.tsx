// The room with one sculpture, or several side by side: catalogue on the left, label and measurements on the right.

import { useCallback, useDeferredValue, useEffect, useRef, useState } from 'react'
import type { ColourMap } from '@contract/sculpture-look'
import type { TaskSnapshot } from '@contract/tasks'
import { CachePanel } from './features/cache/cache-panel'
import { Catalogue } from './features/calendar/catalogue'
import { Caption } from './features/gallery/caption'
import type { GalleryState } from './features/gallery/gallery-state'
import { LapPeaks } from './features/gallery/lap-peaks'
import { Room } from './features/gallery/room'
import { Statistics } from './features/gallery/statistics'
import { useLook } from './features/gallery/use-look'
import { SharePanel } from './features/share/share-panel'
import type { GalleryClient } from './ipc/client'
import { veiledSculpture } from './features/spoilers/veil'
import type { Stores } from './stores'
import type { SculptureView } from './three/scene'
import { useValue } from './ui/use-value'
import { WORDS } from './ui/words'

interface PlinthRoomProps {
  readonly stores: Stores
  readonly client: GalleryClient
  readonly state: GalleryState
  readonly tasks: readonly TaskSnapshot[]
}

export function PlinthRoom({ stores, client, state, tasks }: PlinthRoomProps) {
  const { gallery: store, cache: cacheStore, help, settings: settingsRoom } = stores
  const cache = useValue(cacheStore.state)
  const { view } = state
  // The stage goes first: what is written beside it comes with the next frame.
  const exhibit = useDeferredValue(state.exhibit)
  const { settings } = settingsRoom
  const chooseMap = useCallback(
    (colourMap: ColourMap) => void settings.changeAppearance({ colourMap }),
    [settings],
  )
  const choice = useLook(chooseMap)
  const [sculptureView, setSculptureView] = useState<SculptureView | null>(null)
  const { preparer } = stores.wallTools
  useEffect(
    () =>
      // Built is what will be shown, or it would be built once more.
      preparer.setStage(
        sculptureView === null
          ? null
          : { prepare: (sculpture) => sculptureView.prepare(veiledSculpture(sculpture)) },
      ),
    [preparer, sculptureView],
  )
  const room = useRef<HTMLDivElement>(null)
  useEffect(() => {
    if (view === 'plinth')
      room.current?.querySelector<HTMLElement>('#sculpture')?.focus({ preventScroll: true })
  }, [view])

  return (
    <div className="gallery" ref={room} inert={view !== 'plinth'}>
      <a className="skip" href="#sculpture">
        {WORDS.skip}
      </a>
      <Catalogue state={state} store={store} />
      <Room
        state={state}
        store={store}
        client={client}
        tasks={tasks}
        choice={choice}
        onView={setSculptureView}
        onHelp={() => help.turnTo('sculpture')}
        isOnShow={view === 'plinth'}
        takeCamera={stores.links.takeCamera}
      />
      <aside className="label-wall" aria-label={WORDS.caption.landmark}>
        {exhibit !== null && (
          <>
            <Caption exhibit={exhibit} calendar={state.calendar} />
            <SharePanel
              exhibit={exhibit}
              view={sculptureView}
              look={choice.look}
              isOnShow={view === 'plinth'}
              client={client}
              tasks={tasks}
            />
            <Statistics sculpture={exhibit.sculpture} />
            <LapPeaks sculpture={exhibit.sculpture} />
          </>
        )}
        <CachePanel
          status={cache.status}
          ticket={exhibit?.ticket ?? null}
          onOpen={() => store.show('cache')}
        />
        <footer className="colophon">{WORDS.notAffiliated}</footer>
      </aside>
    </div>
  )
}
