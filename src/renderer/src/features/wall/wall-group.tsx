// One session on the wall: its heading, its fastest lap large, the others beside it, and the rest on request.

import { useState } from 'react'
import type { WallItem } from '@contract/wall'
import { day } from '../../ui/format'
import { WORDS } from '../../ui/words'
import { WallCard } from './wall-card'
import { cardsShown, type WallGroup } from './wall-groups'
import type { Thumbnails } from './start-thumbnails'

interface WallGroupProps {
  readonly group: WallGroup
  readonly place: 'first' | 'later'
  readonly columns: number
  readonly thumbnails: Thumbnails | null
  readonly onOpen: (item: WallItem) => void
}

export function WallGroupView({ group, place, columns, thumbnails, onOpen }: WallGroupProps) {
  const words = WORDS.wall
  const [isUnfolded, setUnfolded] = useState(false)
  const folded = cardsShown(columns, place)
  const shown = isUnfolded ? group.items : group.items.slice(0, folded)
  const headingId = `wall-${group.key}`
  const listId = `${headingId}-list`
  return (
    <section className="hang" aria-labelledby={headingId}>
      <header className="hang-head">
        <h2 id={headingId}>{group.eventName}</h2>
        <p className="quiet">{words.session(group.sessionName, day(group.sessionAt))}</p>
        {group.items.length > folded && (
          <button
            type="button"
            className="button small"
            aria-expanded={isUnfolded}
            aria-controls={listId}
            onClick={() => setUnfolded(!isUnfolded)}
          >
            {isUnfolded ? words.fold : words.unfold(group.items.length)}
          </button>
        )}
      </header>
      <ul className="hang-grid" id={listId} data-columns={columns}>
        {shown.map((item) => (
          <li key={item.key}>
            <WallCard item={item} thumbnails={thumbnails} onOpen={onOpen} />
          </li>
        ))}
      </ul>
    </section>
  )
}
