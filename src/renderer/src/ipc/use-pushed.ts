// A value the main process keeps telling. The page listens first and asks for a snapshot then, so that nothing falls
// between the two; a push that overtakes the snapshot is newer and wins.

import { useEffect, useState } from 'react'
import type { Pushes } from '@contract/pushes'
import type { GalleryClient } from './client'

/** Pushes of a state that can be asked for as well; the others tell of events. */
const SNAPSHOT_CALLS = { 'tasks:changed': 'tasks:list' } as const

type StatePush = keyof typeof SNAPSHOT_CALLS

/**
 * @param merge what is known and what has just come, to what is known now; defined outside of components, or every
 *   drawing would subscribe anew.
 * @returns null until the first value. A snapshot that fails is left to the next push.
 */
export function usePushed<N extends StatePush>(
  client: GalleryClient,
  push: N,
  merge: (known: Pushes[N] | null, next: Pushes[N]) => Pushes[N],
): Pushes[N] | null {
  const [value, setValue] = useState<Pushes[N] | null>(null)
  useEffect(() => {
    const unsubscribe = client.subscribe(push, (next) => setValue((known) => merge(known, next)))
    client
      .call<(typeof SNAPSHOT_CALLS)[StatePush]>(SNAPSHOT_CALLS[push])
      .then((snapshot) => setValue((known) => known ?? merge(null, snapshot)))
      .catch(() => {
        // The next push brings the value; there is nothing a person could do about it.
      })
    return unsubscribe
  }, [client, push, merge])
  return value
}
