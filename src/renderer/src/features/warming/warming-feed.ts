// How the warming is and what tasks there are, kept up to date from the start of the page: the status line is seen
// from every room. A push that overtakes the first answer is newer and wins.

import type { TaskSnapshot } from '@contract/tasks'
import type { WarmingStatus } from '@contract/warming'
import type { GalleryClient } from '../../ipc/client'
import { createValue, type ChangeableValue, type Value } from '../../ui/value'

export interface WarmingFeed {
  /** Null until the first word. */
  readonly status: ChangeableValue<WarmingStatus | null>
  /** Oldest first, as they came. Null until the first word. */
  readonly tasks: Value<readonly TaskSnapshot[] | null>
  /** Asks for what is so far. A failure is left to the next push. */
  start(): Promise<void>
  close(): void
}

export function createWarmingFeed(client: GalleryClient): WarmingFeed {
  const status = createValue<WarmingStatus | null>(null)
  const tasks = createValue<readonly TaskSnapshot[] | null>(null)
  const unsubscribes = [
    client.subscribe('warming:changed', (next) => status.change(() => next)),
    client.subscribe('tasks:changed', (next) => tasks.change(() => next)),
  ]
  return {
    status,
    tasks,
    start: async () => {
      await Promise.allSettled([
        client.call('warming:getStatus').then((answer) => status.change((known) => known ?? answer)),
        client.call('tasks:list').then((answer) => tasks.change((known) => known ?? answer)),
      ])
    },
    close: () => {
      for (const unsubscribe of unsubscribes.splice(0)) unsubscribe()
    },
  }
}
