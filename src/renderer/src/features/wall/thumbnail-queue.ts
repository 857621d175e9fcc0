// Pictures for the wall, made one at a time while nothing else is going on: cards in sight first, then those that
// hang further down. Keeps so many pictures and no more. Knows neither three.js nor React; its parts are given.

import type { Sculpture } from '@contract/sculpture'
import type { WallItem } from '@contract/wall'

export interface ThumbnailParts<Theme> {
  readonly load: (item: WallItem) => Promise<Sculpture>
  readonly draw: (sculpture: Sculpture, theme: Theme) => Promise<Blob>
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
}

/** One lap's picture: the same driver's fastest lap of a session may become another one. */
function pictureKey({ id, key, lap, lapTimeMs }: WallItem): string {
  return `${id.source} ${key} ${lap} ${lapTimeMs ?? ''}`
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
  const listeners = new Set<() => void>()
  let theme = initialTheme
  let state: 'running' | 'paused' | 'disposed' = 'running'
  let isWorking = false
  let rest = (): void => undefined
  const hasRested = new Promise<void>((resolve) => {
    rest = resolve
  })

  const notify = (): void => {
    for (const listener of listeners) listener()
  }

  const next = (): Job | null => {
    let later: Job | null = null
    for (const [key, { item, sight }] of wanted) {
      const picture = pictures.get(key)
      if (picture?.theme === theme || failed.has(key)) continue
      if (sight === 'visible') return { key, item }
      // What is out of sight must not push out what others will come back to.
      if (picture !== undefined || pictures.size < parts.limit) later ??= { key, item }
    }
    return later
  }

  const keep = (key: string, picture: Picture<Theme>): void => {
    const former = pictures.get(key)
    pictures.delete(key)
    pictures.set(key, picture)
    if (former !== undefined) parts.revokeUrl(former.url)
    for (const [oldest, { url }] of pictures) {
      if (pictures.size <= parts.limit) break
      if (wanted.get(oldest)?.sight === 'visible') continue
      pictures.delete(oldest)
      parts.revokeUrl(url)
    }
    notify()
  }

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
        if (pictures.size >= parts.restAfter || (pictures.size > 0 && next() === null)) rest()
      }
    } finally {
      isWorking = false
    }
  }

  const drawOne = async (key: string, item: WallItem): Promise<void> => {
    const drawnIn = theme
    try {
      const picture = await parts.draw(await parts.load(item), drawnIn)
      if (state !== 'disposed') keep(key, { url: parts.createUrl(picture), theme: drawnIn })
    } catch {
      // Evicted meanwhile, or the graphics context is lost: the card keeps its plan.
      failed.add(key)
    }
  }

  return {
    hasRested,
    urlOf: (item) => pictures.get(pictureKey(item))?.url ?? null,
    subscribe(listener) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    want(item, sight) {
      const key = pictureKey(item)
      wanted.set(key, { item, sight })
      if (sight === 'visible') {
        failed.delete(key)
        const picture = pictures.get(key)
        if (picture !== undefined) {
          pictures.delete(key)
          pictures.set(key, picture)
        }
      }
      void work()
    },
    unwant(item) {
      wanted.delete(pictureKey(item))
    },
    setTheme(chosen) {
      theme = chosen
      void work()
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
