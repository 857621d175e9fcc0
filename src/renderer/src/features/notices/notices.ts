// What the gallery says in passing. Each notice is seen for a while, at most three at once, and all are kept for the
// visit, so that who was looking elsewhere can read them again. No React, no clock of its own.

import { createValue, type Value } from '../../ui/value'

/** `trouble` stays until it is put away: it may need an answer. */
export type NoticeTone = 'plain' | 'trouble'

export interface Notice {
  readonly id: number
  readonly text: string
  readonly tone: NoticeTone
  /** Epoch ms. */
  readonly at: number
}

export interface Notices {
  /** Newest first. */
  readonly kept: Value<readonly Notice[]>
  /** On show, oldest first. */
  readonly shown: Value<readonly Notice[]>
  /** Kept, and not read in the list since. */
  readonly unread: Value<number>
  /** Shows it for a while and keeps it. */
  readonly tell: (text: string, tone?: NoticeTone) => void
  /** Keeps what has been said where the person is looking. */
  readonly note: (text: string) => void
  readonly dismiss: (id: number) => void
  /** Somebody reads: none of them goes away meanwhile. */
  readonly hold: () => void
  readonly letGo: () => void
  /** The list has been read. */
  readonly read: () => void
  readonly forget: () => void
  readonly close: () => void
}

export interface NoticesParts {
  /** Epoch ms. */
  readonly now: () => number
  /** @returns the function that calls it off. */
  readonly after: (ms: number, work: () => void) => () => void
}

/** So many are read at a glance; a fourth takes the place of the oldest. */
export const SHOWN_AT_ONCE = 3
/** Two lines are read in half of it. */
export const SHOWN_FOR_MS = 7000
/** More than a visit brings; one that never ends does not fill the memory. */
export const KEPT_AT_MOST = 100

export function createNotices({ now, after }: NoticesParts): Notices {
  const kept = createValue<readonly Notice[]>([])
  const shown = createValue<readonly Notice[]>([])
  const unread = createValue(0)
  const timers = new Map<number, () => void>()
  let isHeld = false
  let lastId = 0

  const stop = (id: number): void => {
    timers.get(id)?.()
    timers.delete(id)
  }
  const dismiss = (id: number): void => {
    stop(id)
    shown.change((known) =>
      known.some((each) => each.id === id) ? known.filter((each) => each.id !== id) : known,
    )
  }
  const start = ({ id, tone }: Notice): void => {
    if (isHeld || tone === 'trouble' || timers.has(id)) return
    timers.set(
      id,
      after(SHOWN_FOR_MS, () => dismiss(id)),
    )
  }
  const keep = (text: string, tone: NoticeTone): Notice => {
    lastId += 1
    const notice: Notice = { id: lastId, text, tone, at: now() }
    kept.change((known) => [notice, ...known].slice(0, KEPT_AT_MOST))
    unread.change((count) => count + 1)
    return notice
  }
  return {
    kept,
    shown,
    unread,
    tell: (text, tone = 'plain') => {
      const notice = keep(text, tone)
      // Said again it would only push others away.
      for (const each of shown.get()) if (each.text === text) dismiss(each.id)
      for (const each of shown.get().slice(0, Math.max(0, shown.get().length + 1 - SHOWN_AT_ONCE)))
        dismiss(each.id)
      shown.change((known) => [...known, notice])
      start(notice)
    },
    note: (text) => void keep(text, 'plain'),
    dismiss,
    hold: () => {
      isHeld = true
      for (const id of timers.keys()) stop(id)
    },
    letGo: () => {
      isHeld = false
      for (const notice of shown.get()) start(notice)
    },
    read: () => unread.change(() => 0),
    forget: () => {
      kept.change(() => [])
      unread.change(() => 0)
    },
    close: () => {
      for (const id of timers.keys()) stop(id)
    },
  }
}
