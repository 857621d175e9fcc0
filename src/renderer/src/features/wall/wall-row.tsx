// One row of the wall: a group's heading with its large first card and those beside it, or further cards of a group.

import type { ReactNode } from 'react'
import { day } from '../../ui/format'
import { WORDS } from '../../ui/words'
import type { Thumbnails } from './start-thumbnails'
import { WallCard, type CardActions } from './wall-card'
import type { GroupSubject, WallGroup } from './wall-groups'
import type { GroupPart } from './wall-rows'
import { sessionKey } from '@contract/ids'

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
  const { title, hint } = headingOf(group.subject)
  return (
    <section className="hang" aria-labelledby={`${headingId} ${headingId}-hint`}>
      <header className="hang-head">
        <h2 id={headingId}>{title}</h2>
        <p className="quiet" id={`${headingId}-hint`}>
          {hint}
        </p>
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
    <ul className={className} role="list" data-columns={columns} aria-label={headingOf(group.subject).title}>
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

function headingOf(subject: GroupSubject): { readonly title: string; readonly hint: string } {
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
      return { title: subject.circuit, hint: groups.circuitHint }
  }
}
