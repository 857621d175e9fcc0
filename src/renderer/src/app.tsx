// The rooms: the wall with everything that is warm, and the plinth with one sculpture: catalogue on its left, label on
// its right. Both stay where they are, so that one comes back to them as one left them. Those of the warming and of the
// cache are built anew at each visit, from stores that stay.

import { useEffect, useRef, useState, useSyncExternalStore } from 'react'
import type { TaskSnapshot } from '@contract/tasks'
import type { WallItem } from '@contract/wall'
import { CachePanel } from './features/cache/cache-panel'
import { CacheRoom } from './features/cache/cache-room'
import type { CacheStore } from './features/cache/cache-store'
import { Catalogue } from './features/calendar/catalogue'
import { Caption } from './features/gallery/caption'
import type { GalleryState } from './features/gallery/gallery-state'
import type { GalleryStore } from './features/gallery/gallery-store'
import { LapPeaks } from './features/gallery/lap-peaks'
import { Room } from './features/gallery/room'
import { Statistics } from './features/gallery/statistics'
import { useLook } from './features/gallery/use-look'
import { Masthead } from './features/rooms/masthead'
import { SharePanel } from './features/share/share-panel'
import { mergeTasks } from './features/tasks/task-feed'
import type { Thumbnails } from './features/wall/start-thumbnails'
import { useThumbnailPause } from './features/wall/use-thumbnails'
import { useWayBack } from './features/wall/use-way-back'
import { WarmingRoom } from './features/warming/warming-room'
import type { WarmingRoomStore } from './features/warming/warming-room-store'
import type { WallStore } from './features/wall/wall-store'
import { WallView } from './features/wall/wall-view'
import type { GalleryClient } from './ipc/client'
import { usePushed } from './ipc/use-pushed'
import type { SculptureView } from './three/scene'
import { useValue } from './ui/use-value'
import { WORDS } from './ui/words'

interface AppProps {
  readonly store: GalleryStore
  readonly wallStore: WallStore
  readonly cacheStore: CacheStore
  readonly warmingRoom: WarmingRoomStore
  /** Null where there is no WebGL 2. */
  readonly thumbnails: Thumbnails | null
  readonly client: GalleryClient
}

export function App({ store, wallStore, cacheStore, warmingRoom, thumbnails, client }: AppProps) {
  const state = useSyncExternalStore(store.subscribe, store.getState)
  const wall = useSyncExternalStore(wallStore.subscribe, wallStore.getState)
  const tasks = usePushed(client, 'tasks:changed', mergeTasks) ?? NO_TASKS
  const { view, reason, source } = state
  useThumbnailPause(thumbnails, view)
  const isPlinthNear = useNearness(view, thumbnails?.hasRested)
  useWayBack(view, store.show)

  useEffect(() => {
    // Until the plan is there, the source is only a guess.
    if (reason === null) return
    void wallStore.show(source)
    void cacheStore.show(source)
  }, [wallStore, cacheStore, reason, source])

  const showWarming = (): void => {
    warmingRoom.page.change(() => 'now')
    store.show('warming')
  }

  return (
    <>
      <WallView
        state={state}
        store={store}
        wall={wall}
        wallStore={wallStore}
        tasks={tasks}
        thumbnails={thumbnails}
        feed={warmingRoom.feed}
        onWarming={showWarming}
      />
      {view === 'warming' && <WarmingRoom state={state} store={store} room={warmingRoom} />}
      {view === 'cache' && (
        <CacheRoom
          head={
            <Masthead
              room="cache"
              state={state}
              store={store}
              feed={warmingRoom.feed}
              onWarming={showWarming}
            />
          }
          store={cacheStore}
          source={source}
          items={wall.items ?? NO_ITEMS}
          tasks={tasks}
          onWall={() => store.show('wall')}
        />
      )}
      {isPlinthNear && (
        <PlinthRoom state={state} store={store} cacheStore={cacheStore} client={client} tasks={tasks} />
      )}
    </>
  )
}

interface PlinthRoomProps extends Pick<AppProps, 'store' | 'cacheStore' | 'client'> {
  readonly state: GalleryState
  readonly tasks: readonly TaskSnapshot[]
}

function PlinthRoom({ state, store, cacheStore, client, tasks }: PlinthRoomProps) {
  const cache = useValue(cacheStore.state)
  const { exhibit, view } = state
  const choice = useLook()
  const [sculptureView, setSculptureView] = useState<SculptureView | null>(null)
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
      />
      <aside className="label-wall" aria-label={WORDS.caption.landmark}>
        {exhibit !== null && (
          <>
            <Caption exhibit={exhibit} />
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

/**
 * The plinth's room is furnished when it is entered, or before that as soon as the wall has its first pictures: then
 * the first click finds a canvas with its shaders compiled, and the pictures have not had to wait for it.
 */
function useNearness(view: GalleryState['view'], rested: Promise<void> | undefined): boolean {
  const [isNear, setNear] = useState(false)
  useEffect(() => {
    let isGone = false
    void rested?.then(() => {
      if (!isGone) setNear(true)
    })
    return () => {
      isGone = true
    }
  }, [rested])
  if (view === 'plinth' && !isNear) setNear(true)
  return isNear
}

const NO_TASKS: readonly TaskSnapshot[] = []
const NO_ITEMS: readonly WallItem[] = []
