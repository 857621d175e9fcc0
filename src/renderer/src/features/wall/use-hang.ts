// Which rows of the wall exist: those in sight, some above and below them, and the one in which the keyboard is, so that
// it is never lost by scrolling.

import { useCallback, useEffect, useState, type RefObject } from 'react'
import { defaultRangeExtractor, useVirtualizer, type Range, type Virtualizer } from '@tanstack/react-virtual'
import { rowOf, type WallRow } from './wall-rows'

export type HangVirtualizer = Virtualizer<HTMLDivElement, Element>

/** Rows above and below what is in sight: the next press of an arrow key finds its card there. */
const ROWS_BEYOND = 2
/** In rem, as wall.css and hang.css draw them; what has been seen once is measured. */
const PLAQUE_REM = 7.55
const HEAD_REM = 3.4
const BETWEEN_GROUPS_REM = 3.2
const GAP_REM = 1.6
const ROUND_REM = 6
const NICHE_RATIO = 2 / 3

interface HangParts {
  readonly room: RefObject<HTMLDivElement | null>
  readonly list: RefObject<HTMLDivElement | null>
  readonly rows: readonly WallRow[]
  readonly columns: number
  /** Of the card that had the keyboard last, as WallItem.key. */
  readonly activeKey: string | null
}

/** Rows are to be placed at `start - options.scrollMargin` of the list. */
export function useHang({ room, list, rows, columns, activeKey }: HangParts): HangVirtualizer {
  const { marginPx, widthPx } = usePlace(room, list)
  const active = activeKey === null ? -1 : rowOf(rows, activeKey)
  const rangeExtractor = useCallback(
    (range: Range) => {
      const seen = defaultRangeExtractor(range)
      return active === -1 || seen.includes(active) ? seen : [...seen, active].sort((a, b) => a - b)
    },
    [active],
  )
  // oxlint-disable-next-line react/incompatible-library -- it is the compiler's warning, and there is no compiler here
  return useVirtualizer<HTMLDivElement, Element>({
    count: rows.length,
    getScrollElement: () => room.current,
    estimateSize: (index) => estimatedPx(rows[index], index, columns, widthPx),
    getItemKey: (index) => `${columns} ${rows[index]?.key ?? ''}`,
    overscan: ROWS_BEYOND,
    scrollMargin: marginPx,
    rangeExtractor,
    // Rows come with the next frame: made within the event they would hold the scrolling up.
    useFlushSync: false,
  })
}

/** Where the list begins in what is scrolled, and how wide it is. */
function usePlace(
  room: RefObject<HTMLDivElement | null>,
  list: RefObject<HTMLDivElement | null>,
): { readonly marginPx: number; readonly widthPx: number } {
  const [place, setPlace] = useState({ marginPx: 0, widthPx: 1_000 })
  useEffect(() => {
    const element = list.current
    const scrolled = room.current
    if (element === null || scrolled === null) return
    const observer = new ResizeObserver(() => {
      const marginPx = element.offsetTop
      const widthPx = element.clientWidth
      setPlace((known) =>
        known.marginPx === marginPx && known.widthPx === widthPx ? known : { marginPx, widthPx },
      )
    })
    // What stands above the list grows and shrinks with what it says.
    for (const each of scrolled.children) observer.observe(each)
    return () => observer.disconnect()
  }, [room, list])
  return place
}

function estimatedPx(row: WallRow | undefined, index: number, columns: number, widthPx: number): number {
  const remPx = 14
  const gapPx = GAP_REM * remPx
  const cardPx = ((widthPx - gapPx * (columns - 1)) / columns) * NICHE_RATIO + PLAQUE_REM * remPx
  switch (row?.kind) {
    case 'lead': {
      const above = (index === 0 ? 0 : BETWEEN_GROUPS_REM) + HEAD_REM
      const widePx = widthPx * NICHE_RATIO + PLAQUE_REM * remPx
      const blockPx = columns >= 3 ? 2 * cardPx : widePx
      return above * remPx + blockPx
    }
    case 'cards':
      return cardPx
    case 'season':
      return (BETWEEN_GROUPS_REM + HEAD_REM) * remPx
    case 'round':
    case undefined:
      return ROUND_REM * remPx
  }
}
