// What a gallery that has just been opened shows: recorded sessions if there is any way to them, else the demo.

import type { StartPlan } from '@contract/calls'
import type { SourceKind } from '@contract/ids'
import type { SourceChoice } from '@contract/settings'
import { AppError } from '../app-error'
import type { TieredCache } from '../cache/tiered-cache'
import type { Gallery } from './gallery'

/** Nobody looks at an empty window longer than this; a slow network still works once it answers. */
export const PROBE_MS = 4_000

export type SourceWish =
  | { readonly kind: 'remembered' }
  /** Remembered from now on. */
  | { readonly kind: 'chosen'; readonly source: SourceChoice }
  /** Shown now, because a link leads there; the next start is as if nobody had been there. */
  | { readonly kind: 'visited'; readonly source: SourceKind }

/**
 * @param chosen the user's own choice, which is obeyed without asking; null: find out.
 * @param signal ends the probe of the network (after PROBE_MS, say); an unanswered probe means offline.
 */
export async function planStart(
  chosen: SourceKind | null,
  galleries: Readonly<Record<SourceKind, Gallery>>,
  archiveCache: TieredCache,
  signal: AbortSignal,
): Promise<StartPlan> {
  const plan = (source: SourceKind, reason: StartPlan['reason']): StartPlan => ({
    source,
    reason,
    seasons: galleries[source].source.seasons(),
  })
  if (chosen !== null) return plan(chosen, 'chosen')
  if ((await archiveCache.keys()).length > 0) return plan('archive', 'cached')
  const newest = galleries.archive.source.seasons()[0]
  if (newest === undefined) return plan('demo', 'offline')
  try {
    await galleries.archive.loadSeason(newest, signal)
    return plan('archive', 'network')
  } catch (error) {
    // Before its first race a season may not be published yet; a host that says so can be reached.
    const answered = error instanceof AppError && error.code === 'source/not-available'
    return answered ? plan('archive', 'network') : plan('demo', 'offline')
  }
}
