// Pictures for the wall: those that were drawn before are looked up at once, many together; the others are drawn one at
// a time while nothing else is going on, cards in sight first, then those that hang further down. Keeps so many and no
// more. Knows neither three.js nor React; its parts are given.

import type { Sculpture } from '@contract/sculpture'
import type { WallItem } from '@contract/wall'

export interface ThumbnailParts<Theme> {
  readonly load: (item: WallItem) => Promise<Sculpture>
  readonly draw: (sculpture: Sculpture, theme: Theme) => Promise<Blob>
  /** Pictures that were drawn before, at an earlier start perhaps. Never rejects. */
  readonly recall: (items: readonly WallItem[], theme: Theme) => Promise<ReadonlyMap<WallItem, Blob>>
  /** A picture has been drawn. */
  readonly store: (item: WallItem, theme: Theme, picture: Blob) => void
  readonly createUrl: (picture: Blob) => string
  readonly revokeUrl: (url: string) => void
  /** Resolves when the page has nothing better to do. */
  readonly whenIdle: () => Promise<void>
  /** Most pictures kept. Cards in sight keep theirs even beyond it. */
  readonly limit: number
  /** So many pictures count as a wall, see `hasRested`. */
  readonly restAfter: number
}

export type Sight = 'visible' | 'hung'

export interface ThumbnailQueue<Theme> {
  /** The picture of an item, or null while it has none. The same address until it changes. */
  readonly urlOf: (item: WallItem) => string | null
  readonly subscribe: (listener: () => void) => () => void
  /** Resolves when `restAfter` pictures are there, or as many as there are cards. */
  readonly hasRested: Promise<void>
  /** A card hangs, or has come into or gone out of sight. */
  want(item: WallItem, sight: Sight): void
  /** The card is gone; its picture is kept while there is room. */
  unwant(item: WallItem): void
  /** Pictures of another theme are made anew; until then the old ones stay. */
  setTheme(theme: Theme): void
  /** Draws nothing more until `resume`. */
  pause(): void
  resume(): void
  /** Gives every address back and draws nothing more. May be called twice. */
  dispose(): void
}

interface Job {
  readonly key: string
  readonly item: WallItem
}

interface Picture<Theme> {
  readonly url: string
  readonly theme: Theme
  readonly madeAt: number
}

/** What has been made anew takes the place of its former picture, which stays until then. */
function pictureKey({ id, key }: WallItem): string {
  return `${id.source} ${key}`
}

export function createThumbnailQueue<Theme>(
  parts: ThumbnailParts<Theme>,
  initialTheme: Theme,
): ThumbnailQueue<Theme> {
  /** Least recently used first. */
  const pictures = new Map<string, Picture<Theme>>()
  const wanted = new Map<string, { readonly item: WallItem; readonly sight: Sight }>()
  /** Laps that could not be drawn; asked for again when their card comes back into sight. */
  const failed = new Set<string>()
  /** Sculptures whose picture in this theme is not among those that were drawn before. */
  const unknown = new Set<WallItem>()
  const listeners = new Set<() => void>()
  let theme = initialTheme
  let state: 'running' | 'paused' | 'disposed' = 'running'
  let isWorking = false
  let isRecalling = false
  let rest = (): void => undefined
  const hasRested = new Promise<void>((resolve) => {
    rest = resolve
  })

  const notify = (): void => {
    for (const listener of listeners) listener()
  }

  const isCurrent = (key: string, { madeAt }: WallItem): boolean => {
    const picture = pictures.get(key)
    return picture?.theme === theme && picture.madeAt === madeAt
  }

  const next = (): Job | null => {
    let later: Job | null = null
    for (const [key, { item, sight }] of wanted) {
      if (!unknown.has(item) || failed.has(key)) continue
      if (sight === 'visible') return { key, item }
      // What is out of sight must not push out what others will come back to.
      if (pictures.has(key) || pictures.size < parts.limit) later ??= { key, item }
    }
    return later
  }

  const hang = (key: string, item: WallItem, picture: Blob, drawnIn: Theme): void => {
    const former = pictures.get(key)
    pictures.delete(key)
    pictures.set(key, { url: parts.createUrl(picture), theme: drawnIn, madeAt: item.madeAt })
    if (drawnIn === theme) unknown.delete(item)
    if (former !== undefined) parts.revokeUrl(former.url)
    for (const [oldest, { url }] of pictures) {
      if (pictures.size <= parts.limit) break
      if (wanted.get(oldest)?.sight === 'visible') continue
      pictures.delete(oldest)
      parts.revokeUrl(url)
    }
    if (pictures.size >= parts.restAfter) rest()
  }

  const restIfDone = (): void => {
    if (pictures.size > 0 && next() === null) rest()
  }

  /** Looks up what nobody has looked up yet; all cards that come at one time go together. */
  const recall = async (): Promise<void> => {
    if (isRecalling) return
    isRecalling = true
    await Promise.resolve()
    for (;;) {
      const recalledIn = theme
      const items = [...wanted].flatMap(([key, { item }]) =>
        isCurrent(key, item) || unknown.has(item) ? [] : [item],
      )
      if (items.length === 0 || state === 'disposed') break
      const recalled = await parts.recall(items, recalledIn)
      if (isGone()) break
      // Somebody has turned the lights on or off meanwhile.
      if (recalledIn !== theme) continue
      for (const item of items) {
        const picture = recalled.get(item)
        if (picture === undefined) unknown.add(item)
        else hang(pictureKey(item), item, picture, recalledIn)
      }
      if (recalled.size > 0) notify()
    }
    isRecalling = false
    restIfDone()
    void work()
  }
  // Behind a function: the compiler takes what was true before an `await` to be true after it.
  const isGone = (): boolean => state === 'disposed'

  const work = async (): Promise<void> => {
    if (isWorking) return
    isWorking = true
    try {
      for (;;) {
        if (state !== 'running' || next() === null) return
        await parts.whenIdle()
        // Asked again after the wait: another card may be in sight by now.
        const job = state === 'running' ? next() : null
        if (job !== null) await drawOne(job.key, job.item)
        restIfDone()
      }
    } finally {
      isWorking = false
    }
  }

  const drawOne = async (key: string, item: WallItem): Promise<void> => {
    const drawnIn = theme
    try {
      const picture = await parts.draw(await parts.load(item), drawnIn)
      if (state === 'disposed') return
      hang(key, item, picture, drawnIn)
      notify()
      parts.store(item, drawnIn, picture)
    } catch {
      // Evicted meanwhile, or the graphics context is lost: the card keeps its plan.
      failed.add(key)
    }
  }

  return {
    hasRested,
    urlOf(item) {
      const picture = pictures.get(pictureKey(item))
      // One with other lights would hang among cards of this theme for seconds; the plan beneath it has these lights.
      return picture?.theme === theme ? picture.url : null
    },
    subscribe(listener) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    want(item, sight) {
      const key = pictureKey(item)
      const former = wanted.get(key)
      if (former !== undefined && former.item !== item) unknown.delete(former.item)
      wanted.set(key, { item, sight })
      if (sight === 'visible') {
        failed.delete(key)
        const picture = pictures.get(key)
        if (picture !== undefined) {
          pictures.delete(key)
          pictures.set(key, picture)
        }
      }
      void recall()
    },
    unwant(item) {
      wanted.delete(pictureKey(item))
      // Looked up again when it comes back: its picture may have been kept by then, and this list cannot grow.
      unknown.delete(item)
    },
    setTheme(chosen) {
      theme = chosen
      unknown.clear()
      notify()
      void recall()
    },
    pause() {
      if (state === 'running') state = 'paused'
    },
    resume() {
      if (state !== 'paused') return
      state = 'running'
      void work()
    },
    dispose() {
      state = 'disposed'
      for (const { url } of pictures.values()) parts.revokeUrl(url)
      pictures.clear()
      wanted.clear()
      listeners.clear()
    },
  }
}
