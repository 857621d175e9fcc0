// The calendars that name what the tasks are about: asked for once each, as tasks speak of them.

import type { SourceKind } from '@contract/ids'
import type { TaskSnapshot } from '@contract/tasks'
import type { GalleryClient } from '../../ipc/client'
import { createValue, type Value } from '../../ui/value'
import { calendarKey, seasonsIn, type Calendars } from './names'

export interface NamesStore {
  readonly calendars: Value<Calendars>
  /** Asks for a calendar unless it has been asked for. */
  want(source: SourceKind, season: number): Promise<void>
  wantFor(tasks: readonly TaskSnapshot[]): Promise<void>
  /** What could not be had may be asked for again: somebody has come back. */
  forgetFailures(): void
}

export function createNamesStore(client: GalleryClient): NamesStore {
  const calendars = createValue<Calendars>(new Map())
  const asked = new Set<string>()
  const failed = new Set<string>()
  const want = async (source: SourceKind, season: number): Promise<void> => {
    const key = calendarKey(source, season)
    if (asked.has(key)) return
    asked.add(key)
    try {
      const calendar = await client.call('calendar:getSeason', { source, season })
      calendars.change((known) => new Map(known).set(key, calendar))
    } catch {
      // GalleryError: the keys are said in words instead.
      failed.add(key)
    }
  }
  return {
    calendars,
    want,
    forgetFailures: () => {
      for (const key of failed) asked.delete(key)
      failed.clear()
    },
    wantFor: async (tasks) => {
      await Promise.all([...seasonsIn(tasks).values()].map(([source, season]) => want(source, season)))
    },
  }
}
