// The gallery: its rooms, and what may appear over any of them. Wall and plinth stay where they are, so that one comes back
// to them as one left them; the others are built anew at each visit, from stores that stay.

import { useCallback, useEffect, useMemo, useState, useSyncExternalStore, type ReactNode } from 'react'
import type { TaskSnapshot } from '@contract/tasks'
import type { WallItem } from '@contract/wall'
import { CacheRoom } from './features/cache/cache-room'
import type { GalleryState } from './features/gallery/gallery-state'
import { HelpRoom } from './features/help/help-room'
import { useHelpKey } from './features/help/use-help-key'
import { LinkDialog } from './features/links/link-dialog'
import { NoticesContext } from './features/notices/notices-context'
import { Toasts } from './features/notices/toasts'
import { Masthead } from './features/rooms/masthead'
import type { ROOMS } from './features/rooms/rooms'
import { MendedNote } from './features/settings/mended-note'
import type { SettingsSection } from './features/settings/sections'
import { SettingsRoom } from './features/settings/settings-room'
import { simulatedRevealed } from './features/spoilers/hidden-weekends'
import { RevealDialog } from './features/spoilers/reveal-dialog'
import { SpoilersContext } from './features/spoilers/spoilers-context'
import { veiledGallery, veiledWall } from './features/spoilers/veil'
import { mergeTasks } from './features/tasks/task-feed'
import type { GalleryStore } from './features/gallery/gallery-store'
import type { WallState } from './features/wall/wall-state'
import type { WallStore } from './features/wall/wall-store'
import type { Thumbnails } from './features/wall/start-thumbnails'
import { useThumbnailPause } from './features/wall/use-thumbnails'
import { useWayBack } from './features/wall/use-way-back'
import { WallView } from './features/wall/wall-view'
import { WarmingRoom } from './features/warming/warming-room'
import type { GalleryClient } from './ipc/client'
import { usePushed } from './ipc/use-pushed'
import { PlinthRoom } from './plinth-room'
import type { Stores } from './stores'
import { pageSettings } from './ui/page-settings'
import { useValue } from './ui/use-value'
import { ExplainError } from './ui/what-is-this'

interface AppProps {
  readonly stores: Stores
  /** Null where there is no WebGL 2. */
  readonly thumbnails: Thumbnails | null
  readonly client: GalleryClient
}

export function App({ stores, thumbnails, client }: AppProps) {
  const { gallery, help, warming, settings } = stores
  const [state, wall] = useVeiled(gallery, stores.wall)
  const tasks = usePushed(client, 'tasks:changed', mergeTasks) ?? NO_TASKS
  const { view, reason, source } = state
  const { mended } = useValue(settings.settings.state)
  useThumbnailPause(thumbnails, view)
  const isPlinthNear = useNearness(view, thumbnails?.hasRested)
  const goBack = useCallback(
    (to: GalleryState['view']) => (view === 'help' ? help.leave() : gallery.show(to)),
    [view, help, gallery],
  )
  useWayBack(view, goBack)
  useHelpKey(help)

  useEffect(() => {
    // Until the plan is there, the source is only a guess.
    if (reason === null) return
    void stores.wall.show(source)
    void stores.cache.show(source)
  }, [stores, reason, source])

  const showWarming = (): void => {
    warming.page.change(() => 'now')
    gallery.show('warming')
  }
  const showSettings = (section: SettingsSection | null): void => {
    settings.wanted.change(() => section)
    gallery.show('settings')
  }
  const headOf = (room: (typeof ROOMS)[number]): ReactNode => (
    <Masthead room={room} state={state} store={gallery} feed={warming.feed} onWarming={showWarming} />
  )

  return (
    <ExplainError value={help.explain}>
      <NoticesContext value={stores.notices}>
        <SpoilersContext value={stores.spoilers}>
          <WallView
            state={state}
            store={gallery}
            wall={wall}
            wallStore={stores.wall}
            tools={stores.wallTools}
            tasks={tasks}
            thumbnails={thumbnails}
            feed={warming.feed}
            onWarming={showWarming}
          />
          {view === 'warming' && (
            <WarmingRoom
              state={state}
              store={gallery}
              room={warming}
              onSettings={() => showSettings('schedule')}
            />
          )}
          {view === 'cache' && (
            <CacheRoom
              head={headOf('cache')}
              store={stores.cache}
              source={source}
              items={wall.items ?? NO_ITEMS}
              tasks={tasks}
              onWall={() => gallery.show('wall')}
            />
          )}
          {view === 'settings' && (
            <SettingsRoom
              head={headOf('settings')}
              room={settings}
              cacheStore={stores.cache}
              seasons={state.seasons}
              onChooseSource={(choice) => void gallery.chooseSource(choice)}
              onWarming={() => {
                warming.page.change(() => 'schedule')
                gallery.show('warming')
              }}
              onCache={() => gallery.show('cache')}
            />
          )}
          {view === 'help' && (
            <HelpRoom head={headOf('help')} help={help} isMac={navigator.userAgent.includes('Mac')} />
          )}
          {isPlinthNear && <PlinthRoom stores={stores} client={client} state={state} tasks={tasks} />}
          {mended !== null && (
            <MendedNote
              mended={mended}
              onOpen={() => {
                settings.settings.closeMended()
                showSettings(null)
              }}
              onClose={() => settings.settings.closeMended()}
            />
          )}
          <RevealDialog store={stores.spoilers} />
          <LinkDialog store={stores.links} />
          <Toasts notices={stores.notices} />
        </SpoilersContext>
      </NoticesContext>
    </ExplainError>
  )
}

/** What the views may see of gallery and wall, drawn anew with every setting of how to see and read. */
function useVeiled(gallery: GalleryStore, wallStore: WallStore): readonly [GalleryState, WallState] {
  const state = useSyncExternalStore(gallery.subscribe, gallery.getState)
  const wall = useSyncExternalStore(wallStore.subscribe, wallStore.getState)
  // Units, clock and locale are read by the functions that write; all that is on show is written anew.
  const { isSpoilerFree, revealed } = useValue(pageSettings)
  const simulated = useValue(simulatedRevealed)
  // What is hidden is read by the functions that veil.
  // oxlint-disable-next-line react-hooks/exhaustive-deps -- as above
  const shown = useMemo(() => veiledGallery(state), [state, isSpoilerFree, revealed, simulated])
  // oxlint-disable-next-line react-hooks/exhaustive-deps -- as above
  const hung = useMemo(() => veiledWall(wall), [wall, isSpoilerFree, revealed, simulated])
  return [shown, hung]
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
