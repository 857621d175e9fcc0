// The picture of what uses the space. One stop of the keyboard: the arrow keys walk from session to session, and the line
// below reads the one that is pointed at.

import { useEffect, useId, useMemo, useRef, useState, type KeyboardEvent, type ReactNode } from 'react'
import type { CacheUsage } from '@contract/cache'
import { bytes } from '../../ui/format'
import { CACHE_WORDS } from '../../ui/words'
import { nextCard } from '../wall/card-keys'
import type { NameOf } from './scope-name'
import { sumOf, totalsOf } from './cache-state'
import { BAND_KINDS, drawUsage, type Band, type Cell, type Strip } from './usage-picture'

interface UsageChartProps {
  readonly usage: CacheUsage
  readonly nameOf: NameOf
  readonly note: ReactNode
}

/** Left of the strips, for the names of the seasons; px. */
const GUTTER = 52
/** Lower than this a strip has no room for a name, px. */
const LOWEST_NAMED = 16
/** Room that a short name such as `20 Q` takes in a band, px. */
const NAMED = { width: 44, height: 22 }

export function UsageChart({ usage, nameOf, note }: UsageChartProps) {
  const words = CACHE_WORDS.picture
  const figure = useRef<HTMLElement>(null)
  const titleId = useId()
  const width = useWidth(figure)
  const height = Math.round(Math.min(420, Math.max(220, width * 0.38)))
  const strips = useMemo(
    () => drawUsage(usage, { left: GUTTER, top: 0, width: Math.max(1, width - GUTTER), height }),
    [usage, width, height],
  )
  const cells = useMemo(() => strips.flatMap((strip) => strip.cells), [strips])
  const [walked, setWalked] = useState(0)
  const [pointed, setPointed] = useState<string | null>(null)
  const stop = Math.min(walked, cells.length - 1)
  const read = cells.find((cell) => keyOf(cell) === pointed) ?? null
  const totals = totalsOf(usage)

  const walk = (event: KeyboardEvent<SVGSVGElement>): void => {
    if (event.altKey || event.ctrlKey || event.metaKey) return
    const next = nextCard(cells, stop, event.key)
    if (next === null) return
    event.preventDefault()
    setWalked(next)
    event.currentTarget.querySelectorAll<SVGGElement>('.cell')[next]?.focus()
  }

  return (
    <figure className="usage-chart" ref={figure} aria-labelledby={titleId}>
      <figcaption>
        <h2 id={titleId}>{words.title}</h2>
        <strong className="usage-total">{bytes(sumOf(totals))}</strong>
        {note}
      </figcaption>
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- hears the keys of the cells inside */}
      <svg
        viewBox={`0 0 ${width} ${height}`}
        width={width}
        height={height}
        role="group"
        aria-label={words.name(bytes(sumOf(totals)))}
        onKeyDown={walk}
        onMouseLeave={() => setPointed(null)}
      >
        {strips.map((strip) => (
          <SeasonName key={strip.season} strip={strip} />
        ))}
        {cells.map((cell, i) => (
          <CellView
            key={keyOf(cell)}
            cell={cell}
            name={nameOfCell(cell, nameOf)}
            isStop={i === stop}
            onRead={() => {
              setWalked(i)
              setPointed(keyOf(cell))
            }}
            onPoint={() => setPointed(keyOf(cell))}
          />
        ))}
      </svg>
      <ul className="usage-legend">
        {BAND_KINDS.map((kind) => (
          <li key={kind} title={words.kindsHint[kind]}>
            <svg className="usage-swatch" viewBox="0 0 1 1" aria-hidden="true">
              <rect className="band" data-kind={kind} width="1" height="1" />
            </svg>
            {words.part(words.kinds[kind], bytes(totals[kind]))}
          </li>
        ))}
      </ul>
      <p className="usage-read">
        {read === null ? (
          <span className="quiet">{words.hint}</span>
        ) : (
          <>
            <strong>{nameOfCell(read, nameOf)}</strong> <span>{partsOf(read)}</span>
          </>
        )}
      </p>
    </figure>
  )
}

interface CellViewProps {
  readonly cell: Cell
  readonly name: string
  readonly isStop: boolean
  readonly onRead: () => void
  readonly onPoint: () => void
}

function CellView({ cell, name, isStop, onRead, onPoint }: CellViewProps) {
  const short =
    cell.session === null ? CACHE_WORDS.picture.seasonShort : `${cell.session.round} ${cell.session.session}`
  const place = cell.bands.toSorted((a, b) => b.bytes - a.bytes)[0]
  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- the stop of the keyboard walks, as in a grid
    <g
      className="cell"
      role="img"
      aria-label={CACHE_WORDS.picture.cell(name, partsOf(cell))}
      tabIndex={isStop ? 0 : -1}
      onFocus={onRead}
      onMouseEnter={onPoint}
    >
      {cell.bands.map((band) => (
        <rect key={band.kind} className="band" data-kind={band.kind} {...rectOf(band)} />
      ))}
      <rect className="cell-edge" {...rectOf(cell)} />
      {place !== undefined && place.width >= NAMED.width && place.height >= NAMED.height && (
        <text className="cell-name" data-on={place.kind} x={place.left + 7} y={place.top + 16}>
          {short}
        </text>
      )}
    </g>
  )
}

function SeasonName({ strip }: { readonly strip: Strip }) {
  if (strip.height < LOWEST_NAMED) return null
  return (
    <text className="season-name" x={0} y={strip.top + 14} aria-hidden="true">
      {strip.season}
    </text>
  )
}

function rectOf({ left, top, width, height }: Band | Cell) {
  return { x: left, y: top, width, height }
}

function keyOf({ season, session }: Cell): string {
  return session === null ? String(season) : `${season} ${session.round} ${session.session}`
}

function nameOfCell({ season, session }: Cell, nameOf: NameOf): string {
  return session === null
    ? CACHE_WORDS.picture.ofSeason(String(season))
    : CACHE_WORDS.picture.ofSession(String(season), nameOf(season, session))
}

function partsOf({ bytes: all, bands }: Cell): string {
  const { kinds, part } = CACHE_WORDS.picture
  return [bytes(all), ...bands.map((band) => part(kinds[band.kind], bytes(band.bytes)))].join(' · ')
}

/** Of the element, px; some width until it is known. */
function useWidth(element: React.RefObject<HTMLElement | null>): number {
  const [width, setWidth] = useState(800)
  useEffect(() => {
    const target = element.current
    if (target === null) return
    const observer = new ResizeObserver(([entry]) => {
      if (entry !== undefined) setWidth(Math.max(1, Math.floor(entry.contentRect.width)))
    })
    observer.observe(target)
    return () => observer.disconnect()
  }, [element])
  return width
}
