// One sculpture on the wall: its picture in a lit niche and the label under it. The whole of it is one button; the star
// that makes its driver a favourite is another, on its corner.

import { memo, useId } from 'react'
import type { WallItem } from '@contract/wall'
import { THUMBNAIL_SIZE } from '../../three/thumbnail-view'
import { toldTime } from '../../ui/told-time'
import { Tyre } from '../../ui/tyre'
import { WORDS } from '../../ui/words'
import { Mark, type MarkKind } from './mark'
import { Plan } from './plan'
import type { Thumbnails } from './start-thumbnails'
import { useThumbnail } from './use-thumbnails'
import type { GroupSubject } from './wall-groups'

export interface CardActions {
  readonly open: (item: WallItem) => void
  readonly approach: (item: WallItem) => void
  readonly leave: () => void
  readonly toggleFavourite: (item: WallItem) => void
}

interface WallCardProps {
  readonly item: WallItem
  /** What the heading above has said already. */
  readonly under: GroupSubject['kind']
  readonly isFavourite: boolean
  readonly isBeingMade: boolean
  readonly thumbnails: Thumbnails | null
  readonly actions: CardActions
}

export const WallCard = memo(function WallCard(props: WallCardProps) {
  const { item, under, isFavourite, isBeingMade, thumbnails, actions } = props
  const words = WORDS.wall
  const marksId = useId()
  const linesId = useId()
  const { url, frame } = useThumbnail(thumbnails, item)
  const time = toldTime(item.lapTimeMs)
  const isSimulated = item.id.source === 'demo'
  const marks = marksOf(item, isBeingMade)
  return (
    <>
      <button
        type="button"
        className="piece"
        data-key={item.key}
        aria-label={words.card(item.driverName, item.eventName, item.sessionName, time, isSimulated)}
        aria-describedby={marks.length > 0 ? `${linesId} ${marksId}` : linesId}
        aria-keyshortcuts="F"
        onClick={() => actions.open(item)}
        onPointerEnter={() => actions.approach(item)}
        onPointerLeave={actions.leave}
        onFocus={() => actions.approach(item)}
        onBlur={actions.leave}
      >
        <span className="niche" ref={frame}>
          {url === null ? (
            <Plan plan={item.plan} />
          ) : (
            <img
              src={url}
              alt=""
              width={THUMBNAIL_SIZE.width}
              height={THUMBNAIL_SIZE.height}
              decoding="async"
            />
          )}
          <span className="niche-marks" id={marksId} aria-hidden="true">
            {isSimulated && <span className="niche-badge">{WORDS.caption.simulated}</span>}
            {marks.map(({ kind, text, hint }) => (
              <span key={kind} className="niche-badge" data-mark={kind} title={hint}>
                <Mark kind={kind} />
                {text}
              </span>
            ))}
          </span>
        </span>
        <span className="plaque">
          <svg className="plaque-edge" preserveAspectRatio="none" viewBox="0 0 1 1" aria-hidden="true">
            <rect width="1" height="1" fill={item.teamColour ?? 'currentColor'} />
          </svg>
          <span className="plaque-name">{item.driverName}</span>
          {/* Read out as the description: what is seen and heard of a button otherwise has to be its name. */}
          <span className="plaque-lines" id={linesId} aria-hidden="true">
            <span className="plaque-team">{lineOf(item, under)}</span>
            <span className="plaque-lap">
              <span className="plaque-time">{time}</span>
              {item.id.lap !== 'fastest' && <span>{WORDS.caption.lap(item.lap)}</span>}
              {item.compound !== null && <Tyre compound={item.compound} />}
            </span>
          </span>
        </span>
      </button>
      <FavouriteStar
        name={item.driverName}
        isFavourite={isFavourite}
        onToggle={() => actions.toggleFavourite(item)}
      />
    </>
  )
})

interface FavouriteStarProps {
  readonly name: string
  readonly isFavourite: boolean
  readonly onToggle: () => void
}

/** By keyboard it is the key F on the card: as a stop of its own it would double the way through the wall. */
function FavouriteStar({ name, isFavourite, onToggle }: FavouriteStarProps) {
  const words = WORDS.hang.favourite
  return (
    <button
      type="button"
      className="star"
      tabIndex={-1}
      aria-pressed={isFavourite}
      aria-label={words.name(name)}
      title={isFavourite ? words.isOne(name) : words.makeOne(name)}
      onClick={onToggle}
    >
      <svg viewBox="0 0 24 24" aria-hidden="true">
        <path d="M12 2.8l2.83 5.9 6.47.82-4.75 4.45 1.22 6.43L12 17.3l-5.77 3.1 1.22-6.43L2.7 9.52l6.47-.82z" />
      </svg>
    </button>
  )
}

interface CardMark {
  readonly kind: MarkKind
  readonly text: string
  readonly hint: string
}

/** What is not as usual; nothing for a sculpture that is warm and whole. */
function marksOf({ isStale, gap }: WallItem, isBeingMade: boolean): readonly CardMark[] {
  const { marks, hints, gaps, gapHints } = WORDS.hang
  const state = isBeingMade ? 'warming' : isStale ? 'stale' : null
  const found: CardMark[] = []
  if (state !== null) found.push({ kind: state, text: marks[state], hint: hints[state] })
  if (gap !== null) found.push({ kind: 'gap', text: gaps[gap], hint: gapHints[gap] })
  return found
}

function lineOf({ team, eventName, sessionName, id }: WallItem, under: GroupSubject['kind']): string {
  const words = WORDS.hang.line
  switch (under) {
    case 'session':
      return team
    case 'season':
      return words.placeOfYear(eventName, sessionName)
    case 'driver':
      return words.place(eventName, sessionName, String(id.season))
    case 'event':
    case 'circuit':
      return words.team(team, sessionName, String(id.season))
  }
}
