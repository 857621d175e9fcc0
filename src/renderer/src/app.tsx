// The room: catalogue on the left, plinth in the middle, label on the right.

import { useSyncExternalStore } from 'react'
import type { CacheStatus } from '@contract/cache'
import type { TaskSnapshot } from '@contract/tasks'
import { CachePanel } from './features/cache/cache-panel'
import { Catalogue } from './features/calendar/catalogue'
import { Caption } from './features/gallery/caption'
import type { GalleryStore } from './features/gallery/gallery-store'
import { LapPeaks } from './features/gallery/lap-peaks'
import { Room } from './features/gallery/room'
import { Statistics } from './features/gallery/statistics'
import { mergeTasks } from './features/tasks/task-feed'
import type { GalleryClient } from './ipc/client'
import { usePushed } from './ipc/use-pushed'
import { WORDS } from './ui/words'

interface AppProps {
  readonly store: GalleryStore
  readonly client: GalleryClient
}

export function App({ store, client }: AppProps) {
  const state = useSyncExternalStore(store.subscribe, store.getState)
  const tasks = usePushed(client, 'tasks:changed', mergeTasks) ?? NO_TASKS
  const cache = usePushed(client, 'cache:changed', latest)
  const { exhibit } = state

  return (
    <div className="gallery">
      <a className="skip" href="#sculpture">
        {WORDS.skip}
      </a>
      <Catalogue state={state} store={store} />
      <Room state={state} store={store} tasks={tasks} />
      <aside className="label-wall" aria-label={WORDS.caption.landmark}>
        {exhibit !== null && (
          <>
            <Caption exhibit={exhibit} />
            <Statistics sculpture={exhibit.sculpture} />
            <LapPeaks sculpture={exhibit.sculpture} />
          </>
        )}
        <CachePanel status={cache} ticket={exhibit?.ticket ?? null} />
        <footer className="colophon">{WORDS.notAffiliated}</footer>
      </aside>
    </div>
  )
}

const NO_TASKS: readonly TaskSnapshot[] = []

function latest(_known: CacheStatus | null, next: CacheStatus): CacheStatus {
  return next
}
