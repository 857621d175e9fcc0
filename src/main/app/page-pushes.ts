// What the page is told unasked, each no oftener than anybody could read it.

import type { PushName, Pushes } from '@contract/pushes'
import { coalesce, type Coalesced } from '../adapters/coalesce'
import { push } from '../ipc/push'
import { pagesAlive } from './windows'

/** Often enough to look alive, seldom enough to cost nothing. */
const PUSH_INTERVAL_MS = 100

/** All sculptures of a session are stored within this time: the page asks for the list once, not twenty times. */
const WALL_PUSH_INTERVAL_MS = 150

/** Pushes that describe a state: of many in a row only the newest matters. */
type StatePush = 'logs:appended' | 'warming:changed' | 'tasks:changed' | 'cache:changed' | 'wall:changed'

/** What is told when its time has come; null: nothing, because it cannot be said now. */
export type StateReaders = {
  readonly [N in StatePush]: () => Pushes[N] | null | Promise<Pushes[N] | null>
}

export interface PagePushes {
  /** The state has changed: the page is told it at once or soon. */
  request(name: StatePush): void
  /** Something that is no state, told at once. */
  tell<N extends Exclude<PushName, StatePush>>(name: N, value: Pushes[N]): void
  close(): void
}

/** @param read must not throw; called when a push is due. */
export function openPagePushes(read: StateReaders): PagePushes {
  const send = async (name: StatePush): Promise<void> => {
    const value = await read[name]()
    if (value !== null) push(pagesAlive(), name, value)
  }
  const coalesced = Object.fromEntries(
    Object.keys(read).map((name) => [
      name,
      coalesce(
        () => void send(name as StatePush),
        name === 'wall:changed' ? WALL_PUSH_INTERVAL_MS : PUSH_INTERVAL_MS,
      ),
    ]),
  ) as Record<StatePush, Coalesced>
  return {
    request: (name) => coalesced[name].request(),
    tell: (name, value) => push(pagesAlive(), name, value),
    close: () => {
      for (const each of Object.values(coalesced)) each.close()
    },
  }
}
