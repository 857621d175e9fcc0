// What a click on a card would need, brought into the page and built while somebody still looks at it. Reads what is here
// and asks nobody for more: the network is for clicks.

import type { Sculpture } from '@contract/sculpture'
import type { WallItem } from '@contract/wall'

/**
 * Who passes over a card on the way to another is there for less than this, ms; who is about to click for longer: between
 * coming to rest on a thing and pressing lie some 200 ms.
 */
const REST_MS = 120
/** Some 300 KB each once they are decoded: the cards somebody hesitates between. */
const KEPT = 6

export interface PreparerParts {
  /** The bytes of a sculpture that is here, decoded, after whatever else is being fetched. */
  readonly load: (item: WallItem) => Promise<Sculpture>
  readonly pause: (ms: number) => Promise<void>
  /** Resolves when the page has nothing better to do. */
  readonly whenIdle: () => Promise<void>
}

/** Where a sculpture is built before it is shown. */
export interface PreparedStage {
  prepare(sculpture: Sculpture): void
}

export interface Preparer {
  /** The pointer or the keyboard rests on a card. */
  approach(item: WallItem): void
  /** It does so no longer. */
  leave(): void
  /** What has been prepared for a card, or is being prepared; null for any other. Rejects where it could not be had. */
  readonly at: (item: WallItem) => Promise<Sculpture> | null
  /** The stage there is now, if any. */
  readonly setStage: (stage: PreparedStage | null) => void
}

interface Prepared {
  readonly madeAt: number
  readonly sculpture: Promise<Sculpture>
}

export function createPreparer({ load, pause, whenIdle }: PreparerParts): Preparer {
  /** By source and key, least recently approached first. */
  const prepared = new Map<string, Prepared>()
  let approached: WallItem | null = null
  let stage: PreparedStage | null = null

  const placeOf = ({ id, key }: WallItem): string => `${id.source} ${key}`
  const at = (item: WallItem): Promise<Sculpture> | null => {
    const found = prepared.get(placeOf(item))
    return found?.madeAt === item.madeAt ? found.sculpture : null
  }
  const prepare = (item: WallItem): void => {
    const place = placeOf(item)
    const sculpture = at(item) ?? load(item)
    prepared.delete(place)
    prepared.set(place, { madeAt: item.madeAt, sculpture })
    build(item, sculpture).catch(() => {
      // Evicted meanwhile: the click makes it anew and says what goes wrong.
      if (prepared.get(place)?.sculpture === sculpture) prepared.delete(place)
    })
    for (const oldest of prepared.keys()) {
      if (prepared.size <= KEPT) break
      prepared.delete(oldest)
    }
  }

  const build = async (item: WallItem, sculpture: Promise<Sculpture>): Promise<void> => {
    const loaded = await sculpture
    await whenIdle()
    if (approached === item) stage?.prepare(loaded)
  }

  return {
    approach(item) {
      approached = item
      void pause(REST_MS).then(() => {
        if (approached === item) prepare(item)
      })
    },
    leave() {
      approached = null
    },
    at,
    setStage: (next) => {
      stage = next
    },
  }
}
