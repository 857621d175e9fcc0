// The head of every room but the plinth's: the name of the gallery, where laps come from, the ways to the other rooms,
// and how the warming is.

import { useEffect, useRef } from 'react'
import { SourceSwitch } from '../../ui/source-switch'
import { WORDS } from '../../ui/words'
import type { GalleryState } from '../gallery/gallery-state'
import type { GalleryStore } from '../gallery/gallery-store'
import { NoticesBell } from '../notices/notices-bell'
import { StatusLine } from '../warming/status-line'
import type { WarmingFeed } from '../warming/warming-feed'
import { ROOMS } from './rooms'

type Room = (typeof ROOMS)[number]

interface MastheadProps {
  /** The room this is the head of. */
  readonly room: Room
  readonly state: GalleryState
  readonly store: GalleryStore
  readonly feed: WarmingFeed
  /** The line about the warming was clicked. */
  readonly onWarming: () => void
}

export function Masthead({ room, state, store, feed, onWarming }: MastheadProps) {
  return (
    <>
      <header className="wall-head">
        <div className="masthead">
          <h1>{WORDS.title}</h1>
          <p>{WORDS.subtitle}</p>
        </div>
        <SourceSwitch
          name={`${room}-source`}
          source={state.source}
          onChoose={(source) => void store.chooseSource(source)}
        />
      </header>
      <div className="room-bar">
        <RoomNav room={room} view={state.view} onGo={store.show} />
        <div className="room-bar-side">
          <StatusLine feed={feed} onOpen={onWarming} />
          <NoticesBell />
        </div>
      </div>
    </>
  )
}

interface RoomNavProps {
  readonly room: Room
  readonly view: GalleryState['view']
  readonly onGo: (room: Room) => void
}

function RoomNav({ room, view, onGo }: RoomNavProps) {
  const here = useRef<HTMLButtonElement>(null)
  useFocusOnReturn(here, view === room)
  return (
    <nav aria-label={WORDS.rooms.landmark}>
      <ul className="room-nav">
        {ROOMS.map((each) => (
          <li key={each}>
            <button
              type="button"
              ref={each === room ? here : undefined}
              aria-current={each === room ? 'page' : undefined}
              onClick={() => onGo(each)}
            >
              {WORDS.rooms.names[each]}
            </button>
          </li>
        ))}
      </ul>
    </nav>
  )
}

/** Who comes back to a room finds the keyboard at its name, unless the room itself knows a better place. */
function useFocusOnReturn(here: React.RefObject<HTMLButtonElement | null>, isShown: boolean): void {
  const wasShown = useRef(isShown)
  useEffect(() => {
    const isBack = isShown && !wasShown.current
    wasShown.current = isShown
    if (isBack && document.activeElement === document.body) here.current?.focus({ preventScroll: true })
  }, [here, isShown])
}
