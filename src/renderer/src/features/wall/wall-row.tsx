// One row of the wall: a group's heading with its large first card and those beside it, or further cards of a group.

import type { ReactNode } from 'react'
import { sessionKey } from '@contract/ids'
import type { WallItem } from '@contract/wall'
import { day } from '../../ui/format'
import { isVeiled } from '../../ui/told-time'
import { WORDS } from '../../ui/words'
import { weekendOf } from '../spoilers/hidden-places'
import { RevealButton } from '../spoilers/reveal-button'
import type { Thumbnails } from './start-thumbnails'
import { WallCard, type CardActions } from './wall-card'
import type { WallGroup } from './wall-groups'
import type { GroupPart } from './wall-rows'

/** What every card has to know beside its sculpture. */
export interface HangContext {
  readonly columns: number
  readonly thumbnails: Thumbnails | null
  /** Codes. */
  readonly favourites: readonly string[]
  /** Keys of sessions. */
  readonly making: ReadonlySet<string>
  readonly actions: CardActions
}

interface GroupLeadProps {
  readonly part: GroupPart
  /** How many are seen while it is folded; null where it cannot be. */
  readonly folded: number | null
  readonly isUnfolded: boolean
  readonly onFold: (group: WallGroup) => void
  readonly hang: HangContext
}

export function GroupLead({ part, folded, isUnfolded, onFold, hang }: GroupLeadProps) {
  const { group } = part
  const words = WORDS.hang.groups
  const headingId = `wall-${group.key.replaceAll(' ', '-')}`
  const { title, hint } = headingOf(group)
  const first = group.items[0]
  return (
    <section className="hang" aria-labelledby={`${headingId} ${headingId}-hint`}>
      <header className="hang-head">
        <h2 id={headingId}>{title}</h2>
        <p className="quiet" id={`${headingId}-hint`}>
          {hint}
        </p>
        {group.subject.kind === 'session' && first !== undefined && (
          <RevealButton weekend={weekendOf({ id: first.id, eventName: first.eventName })} />
        )}
        {folded !== null ? (
          <button
            type="button"
            className="button small"
            aria-expanded={isUnfolded}
            onClick={() => onFold(group)}
          >
            {isUnfolded ? WORDS.wall.fold : words.unfold(group.items.length)}
          </button>
        ) : (
          group.subject.kind !== 'session' && (
            <p className="quiet hang-count">{words.count(group.items.length)}</p>
          )
        )}
      </header>
      <Cards part={part} hang={hang} className="hang-grid hang-lead" />
    </section>
  )
}

export function GroupCards({ part, hang }: { readonly part: GroupPart; readonly hang: HangContext }) {
  return <Cards part={part} hang={hang} className="hang-grid" />
}

interface CardsProps {
  readonly part: GroupPart
  readonly hang: HangContext
  readonly className: string
}

/** A part of the group's list: the places are counted through all of it, whichever of its rows exist. */
function Cards({ part, hang, className }: CardsProps): ReactNode {
  const { group, items, from } = part
  const { columns, thumbnails, favourites, making, actions } = hang
  return (
    // oxlint-disable-next-line jsx-a11y/no-redundant-roles -- lists without bullets are none to some screen readers
    <ul className={className} role="list" data-columns={columns} aria-label={headingOf(group).title}>
      {items.map((item, i) => (
        <li key={item.key} aria-setsize={group.items.length} aria-posinset={from + i + 1}>
          <WallCard
            item={item}
            under={group.subject.kind}
            isFavourite={favourites.includes(item.id.driver)}
            isBeingMade={making.has(sessionKey(item.id))}
            thumbnails={thumbnails}
            actions={actions}
          />
        </li>
      ))}
    </ul>
  )
}

function headingOf({ subject, items }: WallGroup): { readonly title: string; readonly hint: string } {
  const { groups } = WORDS.hang
  switch (subject.kind) {
    case 'session':
      return {
        title: subject.eventName,
        hint: WORDS.wall.session(subject.sessionName, day(subject.sessionAt)),
      }
    case 'season':
      return { title: groups.season(subject.season), hint: '' }
    case 'driver':
      return { title: subject.driverName, hint: subject.team }
    case 'event':
      return { title: subject.eventName, hint: '' }
    case 'circuit':
      return {
        title: subject.circuit,
        hint: hasVeiled(items) ? WORDS.spoilers.circuitHint : groups.circuitHint,
      }
  }
}

function hasVeiled(items: readonly WallItem[]): boolean {
  return items.some(({ lapTimeMs }) => isVeiled(lapTimeMs))
}
