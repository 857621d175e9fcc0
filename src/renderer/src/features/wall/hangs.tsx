// Everything that hangs, row by row, of which only those near what is seen exist; and the keyboard's way through them.

import { memo, useEffect, useImperativeHandle, useRef, useState, type Ref, type RefObject } from 'react'
import { nextCard } from './card-keys'
import { SeasonHead, SeasonRoundView, type SeasonActions } from './season-round'
import { useHang } from './use-hang'
import type { WallGroup } from './wall-groups'
import { GroupCards, GroupLead, type HangContext } from './wall-row'
import { rowOf, type WallRow } from './wall-rows'

export interface HangsHandle {
  /** Gives the keyboard to a card, as WallItem.key, wherever it hangs. */
  focusCard(key: string): void
  /** Gives the keyboard to the first card. @returns false where there is none. */
  focusFirst(): boolean
}

interface HangsProps {
  readonly handle: Ref<HangsHandle>
  /** What is scrolled. */
  readonly room: RefObject<HTMLDivElement | null>
  readonly rows: readonly WallRow[]
  readonly unfolded: ReadonlySet<string>
  readonly hang: HangContext
  readonly season: SeasonActions
  /** What came of what was asked for last in the season. */
  readonly said: string
  readonly onFold: (group: WallGroup) => void
  /** Keys as WallItem.key. */
  readonly onFavourite: (key: string) => void
}

export function Hangs(props: HangsProps) {
  const { handle, room, rows, unfolded, hang, season, said, onFold, onFavourite } = props
  const list = useRef<HTMLDivElement>(null)
  const [activeKey, setActiveKey] = useState<string | null>(null)
  /** A card that is to have the keyboard as soon as it exists. */
  const awaited = useRef<string | null>(null)
  const virtual = useHang({ room, list, rows, columns: hang.columns, activeKey })

  const focusCard = (key: string): void => {
    const row = rowOf(rows, key)
    if (row === -1) return
    const card = cardOf(list.current, key)
    if (card !== null) {
      card.focus({ preventScroll: activeKey === key })
      return
    }
    awaited.current = key
    virtual.scrollToIndex(row, { align: 'center' })
  }
  const focusFirst = (): boolean => {
    const first = endOf(rows, 'Home')
    if (first !== null) focusCard(first)
    return first !== null
  }
  useImperativeHandle(handle, () => ({ focusCard, focusFirst }))
  useEffect(() => {
    if (awaited.current === null) return
    const card = cardOf(list.current, awaited.current)
    if (card === null) return
    awaited.current = null
    card.focus()
  })

  /** Arrow keys walk from card to card; Tab goes through them as through any buttons. */
  const walk = (event: React.KeyboardEvent<HTMLElement>): void => {
    if (event.altKey || event.ctrlKey || event.metaKey) return
    const cards = [...event.currentTarget.querySelectorAll<HTMLButtonElement>('button.piece')]
    const current = cards.findIndex((card) => card === document.activeElement)
    const key = cards[current]?.dataset['key']
    if (key === undefined) return
    if (event.key === 'f' || event.key === 'F') {
      event.preventDefault()
      onFavourite(key)
      return
    }
    const end = endOf(rows, event.key)
    if (end !== null) {
      event.preventDefault()
      focusCard(end)
      return
    }
    const boxes = cards.map((card) => card.getBoundingClientRect())
    const next = nextCard(boxes, current, event.key)
    if (next === null) return
    event.preventDefault()
    cards[next]?.focus()
  }

  return (
    // oxlint-disable-next-line jsx-a11y/no-static-element-interactions -- hears the keys of the buttons inside
    <div
      ref={list}
      className="hang-rows"
      style={{ height: `${virtual.getTotalSize()}px` }}
      onKeyDown={walk}
      onFocus={({ target }) => {
        const key = target.dataset['key']
        if (key !== undefined) setActiveKey(key)
      }}
    >
      {virtual.getVirtualItems().map(({ key, index, start }) => {
        const row = rows[index]
        return row === undefined ? null : (
          <div
            key={key}
            ref={virtual.measureElement}
            data-index={index}
            className="hang-row"
            data-first={index === 0}
            data-kind={row.kind}
            style={{ transform: `translateY(${start - virtual.options.scrollMargin}px)` }}
          >
            <Row row={row} {...{ unfolded, hang, season, said, onFold }} />
          </div>
        )
      })}
    </div>
  )
}

type RowProps = Pick<HangsProps, 'unfolded' | 'hang' | 'season' | 'said' | 'onFold'> & {
  readonly row: WallRow
}

/** Every step of scrolling looks at all rows there are; only what is new is drawn. */
const Row = memo(function Row({ row, unfolded, hang, season, said, onFold }: RowProps) {
  switch (row.kind) {
    case 'lead':
      return (
        <GroupLead
          part={row}
          folded={row.folded}
          isUnfolded={unfolded.has(row.key)}
          onFold={onFold}
          hang={hang}
        />
      )
    case 'cards':
      return <GroupCards part={row} hang={hang} />
    case 'season':
      return <SeasonHead season={row.season} actions={season} said={said} />
    case 'round':
      return <SeasonRoundView round={row.round} actions={season} />
  }
})

function cardOf(list: HTMLElement | null, key: string): HTMLButtonElement | null {
  return list?.querySelector<HTMLButtonElement>(`button.piece[data-key="${CSS.escape(key)}"]`) ?? null
}

/** The first or the last card of the wall, which need not exist yet. @param pressed as KeyboardEvent.key. */
function endOf(rows: readonly WallRow[], pressed: string): string | null {
  const withCards = rows.flatMap((row) => ('items' in row ? [row] : []))
  if (pressed === 'Home') return withCards[0]?.items[0]?.key ?? null
  if (pressed === 'End') return withCards.at(-1)?.items.at(-1)?.key ?? null
  return null
}
