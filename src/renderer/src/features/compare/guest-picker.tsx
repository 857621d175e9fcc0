// A lap of another session of the circuit, chosen out of what is in the cache already.

import { useState } from 'react'
import { sessionKey } from '@contract/ids'
import { WALL_LIMIT, type WallItem } from '@contract/wall'
import type { GalleryClient } from '../../ipc/client'
import { toldTime } from '../../ui/told-time'
import { WORDS } from '../../ui/words'
import { placesLeft, type BesideLaps } from '../gallery/beside'
import { exhibitId, type Exhibit } from '../gallery/exhibit'
import { veiledItems } from '../spoilers/veil'
import { namedItem } from '../wall/named-item'
import { ofSameCircuit } from './same-circuit'

interface GuestPickerProps {
  readonly exhibit: Exhibit
  readonly client: GalleryClient
  readonly beside: BesideLaps
  readonly onAdd: (item: WallItem) => void
}

export function GuestPicker({ exhibit, client, beside, onAdd }: GuestPickerProps) {
  const words = WORDS.compare.guests
  /** Null before anybody asked, and while the answer is on its way. */
  const [items, setItems] = useState<readonly WallItem[] | null>(null)
  const [key, setKey] = useState('')
  const { source } = exhibit.place.id

  const look = async (): Promise<void> => {
    setItems(null)
    // A list that cannot be had is an empty one here: the wall itself says why.
    const list = await client.call('wall:list', { source, from: 0, limit: WALL_LIMIT }).catch(() => null)
    setItems(list?.items.map(namedItem) ?? [])
  }
  const choices = items === null ? [] : ofSameCircuit(veiledItems(items), exhibitId(exhibit))
  const chosen = choices.find((item) => item.key === key) ?? choices[0]

  return (
    <details
      className="guests"
      onToggle={(event) => {
        if (event.currentTarget.open) void look()
      }}
    >
      <summary>{words.title}</summary>
      {items === null ? (
        <p className="quiet small">{words.looking}</p>
      ) : chosen === undefined ? (
        <p className="quiet small">{words.none}</p>
      ) : (
        <div className="guest-choice">
          <select
            aria-label={words.choose}
            value={chosen.key}
            onChange={(event) => setKey(event.target.value)}
          >
            {groupsOf(choices).map((group) => (
              <optgroup key={group.key} label={group.name}>
                {group.items.map((item) => (
                  <option key={item.key} value={item.key}>
                    {words.option(item.driverName, toldTime(item.lapTimeMs))}
                  </option>
                ))}
              </optgroup>
            ))}
          </select>
          <button
            type="button"
            className="button small"
            disabled={placesLeft(beside) <= 0}
            onClick={() => onAdd(chosen)}
          >
            {words.add}
          </button>
        </div>
      )}
    </details>
  )
}

interface Group {
  readonly key: string
  readonly name: string
  readonly items: WallItem[]
}

/** By session, in the order of the wall. */
function groupsOf(items: readonly WallItem[]): readonly Group[] {
  const groups = new Map<string, Group>()
  for (const item of items) {
    const key = sessionKey(item.id)
    const name = WORDS.compare.guests.group(item.eventName, item.id.season, item.sessionName)
    const group = groups.get(key) ?? { key, name, items: [] }
    group.items.push(item)
    groups.set(key, group)
  }
  return [...groups.values()]
}
