// The first room: everything that is warm, hung by Grand Prix and session, and what is said while nothing hangs yet.

import { useEffect, useMemo, useRef, useState, type KeyboardEvent, type RefObject } from 'react'
import type { TaskSnapshot } from '@contract/tasks'
import type { WallItem } from '@contract/wall'
import { WORDS } from '../../ui/words'
import type { GalleryState } from '../gallery/gallery-state'
import type { GalleryStore } from '../gallery/gallery-store'
import { Masthead } from '../rooms/masthead'
import type { WarmingFeed } from '../warming/warming-feed'
import { nextCard } from './card-keys'
import { EmptyWall } from './empty-wall'
import type { Thumbnails } from './start-thumbnails'
import { WallGroupView } from './wall-group'
import { columnsFor, groupWall } from './wall-groups'
import type { WallState } from './wall-state'
import { WallStatusLine } from './wall-status-line'
import type { WallStore } from './wall-store'

interface WallViewProps {
  readonly state: GalleryState
  readonly store: GalleryStore
  readonly wall: WallState
  readonly wallStore: WallStore
  readonly tasks: readonly TaskSnapshot[]
  readonly thumbnails: Thumbnails | null
  readonly feed: WarmingFeed
  readonly onWarming: () => void
}

export function WallView(props: WallViewProps) {
  const { state, store, wall, wallStore, tasks, thumbnails, feed, onWarming } = props
  const words = WORDS.wall
  const room = useRef<HTMLDivElement>(null)
  const columns = useColumns(room)
  const groups = useMemo(() => groupWall(wall.items ?? []), [wall.items])
  const isHung = groups.length > 0
  const opened = useRef<string | null>(null)
  useFocusBack(room, state.view, opened)

  const open = (item: WallItem): void => {
    opened.current = item.key
    void store.openItem(item)
  }

  return (
    <div className="wall" ref={room} inert={state.view !== 'wall'}>
      <Masthead room="wall" state={state} store={store} feed={feed} onWarming={onWarming} />
      <WallStatusLine state={state} store={store} wall={wall} tasks={tasks} />
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- hears the keys of the buttons inside */}
      <main id="wall" tabIndex={-1} aria-label={words.landmark} className="hangs" onKeyDown={moveFocus}>
        {groups.map((group, index) => (
          <WallGroupView
            key={group.key}
            group={group}
            place={index === 0 ? 'first' : 'later'}
            columns={columns}
            thumbnails={thumbnails}
            onOpen={open}
          />
        ))}
        {!isHung && (
          <EmptyWall
            state={state}
            store={store}
            wall={wall}
            wallStore={wallStore}
            tasks={tasks}
            columns={columns}
          />
        )}
        {wall.items !== null && wall.items.length < wall.total && (
          <button type="button" className="button older" onClick={() => void wallStore.showMore()}>
            {words.older}
          </button>
        )}
      </main>
      <footer className="colophon">{WORDS.notAffiliated}</footer>
    </div>
  )
}

/** Arrow keys walk from card to card; Tab goes through them as through any buttons. */
function moveFocus(event: KeyboardEvent<HTMLElement>): void {
  if (event.altKey || event.ctrlKey || event.metaKey) return
  const cards = [...event.currentTarget.querySelectorAll<HTMLButtonElement>('.piece')]
  const current = cards.findIndex((card) => card === document.activeElement)
  if (current === -1) return
  const boxes = cards.map((card) => card.getBoundingClientRect())
  const next = nextCard(boxes, current, event.key)
  if (next === null) return
  event.preventDefault()
  cards[next]?.focus()
}

/** The card one came from has the focus again when one is back, and nothing scrolls. */
function useFocusBack(
  room: RefObject<HTMLDivElement | null>,
  view: GalleryState['view'],
  opened: RefObject<string | null>,
): void {
  const lastView = useRef(view)
  useEffect(() => {
    const isBack = view === 'wall' && lastView.current === 'plinth'
    lastView.current = view
    if (!isBack) return
    const cards = room.current?.querySelectorAll<HTMLButtonElement>('.piece') ?? []
    for (const card of cards) if (card.dataset['key'] === opened.current) card.focus({ preventScroll: true })
  }, [room, view, opened])
}

/** How many cards fit side by side, also after the window or the size of its letters has changed. */
function useColumns(room: RefObject<HTMLDivElement | null>): number {
  const [columns, setColumns] = useState(5)
  useEffect(() => {
    const element = room.current
    if (element === null) return
    const observer = new ResizeObserver(() => {
      const hangs = element.querySelector('.hangs')
      if (hangs === null) return
      const remPx = Number.parseFloat(getComputedStyle(document.documentElement).fontSize)
      setColumns(columnsFor(hangs.clientWidth / remPx))
    })
    observer.observe(element)
    return () => observer.disconnect()
  }, [room])
  return columns
}
