// The room of the warming: what it is, and its pages. It is there only while it is visited; what was chosen in it is
// kept by its store.

import { useEffect, useRef } from 'react'
import { WARMING_PAGES, type WarmingPage } from '@contract/showing'
import { useValue } from '../../ui/use-value'
import { WORDS } from '../../ui/words'
import type { GalleryState } from '../gallery/gallery-state'
import type { GalleryStore } from '../gallery/gallery-store'
import { Masthead } from '../rooms/masthead'
import { HealthPage } from './health-page'
import { NowPage } from './now-page'
import { PlanPage } from './plan-page'
import { SchedulePage } from './schedule-page'
import { TasksPage } from './tasks-page'
import type { WarmingRoomStore } from './warming-room-store'

interface WarmingRoomProps {
  readonly state: GalleryState
  readonly store: GalleryStore
  readonly room: WarmingRoomStore
  /** Where the schedule is changed. */
  readonly onSettings: () => void
}

export function WarmingRoom({ state, store, room, onSettings }: WarmingRoomProps) {
  const words = WORDS.warming
  const page = useValue(room.page)
  const main = useRef<HTMLElement>(null)
  useNames(room)
  useEffect(() => {
    void room.enter()
    main.current?.focus({ preventScroll: true })
  }, [room])
  return (
    <div className="warming-room">
      <Masthead
        room="warming"
        state={state}
        store={store}
        feed={room.feed}
        onWarming={() => room.page.change(() => 'now')}
      />
      <main id="warming" ref={main} tabIndex={-1} aria-label={words.landmark} className="warming">
        <p className="warming-about">{words.about}</p>
        <PageNav room={room} page={page} />
        <Page page={page} room={room} state={state} onSettings={onSettings} />
      </main>
      <footer className="colophon">{WORDS.notAffiliated}</footer>
    </div>
  )
}

function PageNav({ room, page }: { readonly room: WarmingRoomStore; readonly page: WarmingPage }) {
  const words = WORDS.warming
  return (
    <nav aria-label={words.pagesName}>
      <ul className="page-nav">
        {WARMING_PAGES.map((each) => (
          <li key={each}>
            <button
              type="button"
              aria-current={each === page ? 'true' : undefined}
              onClick={() => room.page.change(() => each)}
            >
              {words.pages[each]}
            </button>
          </li>
        ))}
      </ul>
    </nav>
  )
}

interface PageProps extends Pick<WarmingRoomProps, 'room' | 'state' | 'onSettings'> {
  readonly page: WarmingPage
}

function Page({ page, room, state, onSettings }: PageProps) {
  switch (page) {
    case 'now':
      return <NowPage room={room} source={state.source} onSettings={onSettings} />
    case 'plan':
      return <PlanPage room={room} gallery={state} />
    case 'schedule':
      return <SchedulePage room={room} onSettings={onSettings} />
    case 'tasks':
      return <TasksPage room={room} />
    case 'health':
      return <HealthPage room={room} />
  }
}

/** The calendars that name the tasks on show. */
function useNames({ names, feed }: WarmingRoomStore): void {
  const tasks = useValue(feed.tasks)
  useEffect(() => {
    if (tasks !== null) void names.wantFor(tasks)
  }, [names, tasks])
}
