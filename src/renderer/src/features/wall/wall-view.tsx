// The first room: everything that is warm, what one looks through it with, the season below, and what is said while
// nothing hangs yet.

import { useCallback, useDeferredValue, useEffect, useMemo, useRef, useState, type RefObject } from 'react'
import type { Season } from '@contract/calendar'
import type { TaskSnapshot } from '@contract/tasks'
import type { WallItem } from '@contract/wall'
import { troubleMessage } from '../../ui/trouble-text'
import { useValue } from '../../ui/use-value'
import { WORDS } from '../../ui/words'
import type { GalleryState } from '../gallery/gallery-state'
import type { GalleryStore } from '../gallery/gallery-store'
import { Masthead } from '../rooms/masthead'
import type { WarmingFeed } from '../warming/warming-feed'
import { EmptyWall } from './empty-wall'
import { Hangs, type HangsHandle } from './hangs'
import { NothingFound } from './nothing-found'
import { beingMade, seasonRounds } from './season-marks'
import type { Thumbnails } from './start-thumbnails'
import { useFindKeys } from './use-find-keys'
import { useSeasonActions } from './use-season-actions'
import type { CardActions } from './wall-card'
import { WallFinder } from './wall-finder'
import { columnsFor, groupWall, type WallGroup } from './wall-groups'
import { answering, facetOptions, facetsOf, isNarrow, WHOLE_WALL } from './wall-query'
import { seasonRows, wallRows } from './wall-rows'
import type { WallState } from './wall-state'
import { WallStatusLine } from './wall-status-line'
import type { WallStore } from './wall-store'
import type { WallTools } from './wall-tools'

interface WallViewProps {
  readonly state: GalleryState
  readonly store: GalleryStore
  readonly wall: WallState
  readonly wallStore: WallStore
  readonly tools: WallTools
  readonly tasks: readonly TaskSnapshot[]
  readonly thumbnails: Thumbnails | null
  readonly feed: WarmingFeed
  readonly onWarming: () => void
}

export function WallView(props: WallViewProps) {
  const { state, store, wall, wallStore, tools, tasks, thumbnails, feed, onWarming } = props
  const words = WORDS.wall
  const room = useRef<HTMLDivElement>(null)
  const search = useRef<HTMLInputElement>(null)
  const hangs = useRef<HangsHandle>(null)
  const opened = useRef<string | null>(null)
  const columns = useColumns(room)
  const query = useValue(tools.query)
  const favourites = useValue(tools.favourites.state)
  const [unfolded, setUnfolded] = useState<ReadonlySet<string>>(new Set())
  const items = wall.items ?? NO_ITEMS
  const making = useMaking(tasks, state.source)
  useFavouritesRead(tools, state.view)
  useFocusBack(hangs, state.view, opened)
  useFindKeys({ isOnShow: state.view === 'wall', query: tools.query, search })

  // What is typed is shown at once; the wall follows when there is time.
  const sought = useDeferredValue(query)
  const found = useMemo(() => answering(items, sought, favourites.codes), [items, sought, favourites.codes])
  const options = useMemo(
    () => facetOptions(items, sought, favourites.codes),
    [items, sought, favourites.codes],
  )
  const facets = useMemo(() => facetsOf(items), [items])
  const isFolding = !isNarrow(sought)
  const calendar = useLastCalendar(state)
  const rows = useMemo(() => {
    const rounds = calendar === null ? [] : seasonRounds(calendar, items, making, sought)
    return [
      ...wallRows(groupWall(found, sought.sort), { columns, unfolded, isFolding }),
      ...(calendar === null ? [] : seasonRows(calendar.season, rounds)),
    ]
  }, [found, sought, columns, unfolded, isFolding, calendar, items, making])
  const [season, said] = useSeasonActions(state, calendar, store, tools, room)

  const actions = useMemo(
    (): CardActions => ({
      open: (item) => {
        opened.current = item.key
        void store.openItem(item)
      },
      approach: (item) => tools.preparer.approach(item),
      leave: () => tools.preparer.leave(),
      toggleFavourite: ({ id }) => void tools.favourites.toggle(id.driver),
    }),
    [store, tools],
  )
  const isHung = items.length > 0
  const fold = useCallback(
    ({ key }: WallGroup): void =>
      setUnfolded((known) => {
        const next = new Set(known)
        if (!next.delete(key)) next.add(key)
        return next
      }),
    [],
  )
  const hang = useMemo(
    () => ({ columns, thumbnails, favourites: favourites.codes, making, actions }),
    [columns, thumbnails, favourites.codes, making, actions],
  )

  return (
    <div className="wall" ref={room} inert={state.view !== 'wall'}>
      <a
        className="skip"
        href="#wall"
        onClick={(event) => {
          // Without a card the link leads where it says: to what stands there instead.
          if (hangs.current?.focusFirst() === true) event.preventDefault()
        }}
      >
        {WORDS.hang.skip}
      </a>
      <Masthead room="wall" state={state} store={store} feed={feed} onWarming={onWarming} />
      <WallStatusLine state={state} store={store} wall={wall} tasks={tasks} />
      {isHung && (
        <WallFinder
          query={query}
          facets={facets}
          options={options}
          found={found.length}
          total={items.length}
          search={search}
          onChange={(next) => {
            tools.query.change(() => next)
          }}
        />
      )}
      <main id="wall" tabIndex={-1} aria-label={words.landmark} className="hangs">
        {isHung && found.length === 0 && (
          <NothingFound
            whose={sought.whose}
            hasFavourites={favourites.codes.length > 0}
            onClear={() => {
              tools.query.change((known) => ({ ...WHOLE_WALL, sort: known.sort }))
              search.current?.focus()
            }}
          />
        )}
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
        <Hangs
          handle={hangs}
          room={room}
          rows={isHung || state.source === 'archive' ? rows : NO_ROWS}
          unfolded={unfolded}
          hang={hang}
          season={season}
          said={favourites.trouble === null ? said : troubleMessage(favourites.trouble)}
          onFold={fold}
          onFavourite={(key) => {
            const item = items.find((each) => each.key === key)
            if (item !== undefined) actions.toggleFavourite(item)
          }}
        />
      </main>
      <footer className="colophon">{WORDS.notAffiliated}</footer>
    </div>
  )
}

const NO_ITEMS: readonly WallItem[] = []
const NO_ROWS: readonly never[] = []

/** While another season is being read the one before stays: what is below the wall does not jump. */
function useLastCalendar({ source, calendar }: GalleryState): Season | null {
  const [last, setLast] = useState({ source, calendar })
  if (calendar !== null && calendar !== last.calendar) setLast({ source, calendar })
  return calendar ?? (last.source === source ? last.calendar : null)
}

/** The same set while it holds the same: tasks are told of ten times a second. */
function useMaking(tasks: readonly TaskSnapshot[], source: GalleryState['source']): ReadonlySet<string> {
  const text = [...beingMade(tasks, source)].sort().join('\n')
  return useMemo(() => new Set(text === '' ? [] : text.split('\n')), [text])
}

/** Favourites are changed in other rooms too. */
function useFavouritesRead(tools: WallTools, view: GalleryState['view']): void {
  useEffect(() => {
    if (view === 'wall') void tools.favourites.load()
  }, [tools, view])
}

/** The card one came from has the focus again when one is back, and nothing scrolls. */
function useFocusBack(
  hangs: RefObject<HangsHandle | null>,
  view: GalleryState['view'],
  opened: RefObject<string | null>,
): void {
  const lastView = useRef(view)
  useEffect(() => {
    const isBack = view === 'wall' && lastView.current === 'plinth'
    lastView.current = view
    if (isBack && opened.current !== null) hangs.current?.focusCard(opened.current)
  }, [hangs, view, opened])
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
