// Main to renderer, unasked: the newest state, about ten times a second at most.

import type { PushName, Pushes } from '@contract/pushes'

const PUSH_CHANNEL = 'gallery:push'

/** The part of a window's WebContents that is needed here. */
export interface PushTarget {
  isDestroyed(): boolean
  send(channel: string, message: unknown): void
}

/** @param targets the windows of ours that are alive now. */
export function push<N extends PushName>(targets: Iterable<PushTarget>, name: N, value: Pushes[N]): void {
  for (const target of targets) if (!target.isDestroyed()) target.send(PUSH_CHANNEL, { name, value })
}
