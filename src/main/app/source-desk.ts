// Which source is on screen: the one that is remembered, one that a person chose, or one that is only visited. The
// simulated season fills its wall while it is the one.

import { setTimeout } from 'node:timers/promises'
import type { StartPlan } from '@contract/calls'
import type { SourceKind } from '@contract/ids'
import type { Settings } from '@contract/settings'
import { planStart, PROBE_MS, type SourceWish } from '../core/gallery/start-plan'
import { WallFiller } from '../core/gallery/wall-filler'
import type { Logger } from '../core/ports'
import type { SourceHandlers } from '../ipc/handlers'
import type { Composition } from './compose'

/**
 * Between two sessions made for the wall. On two cores the page needs them to draw the pictures of the first session,
 * which in software takes some two seconds.
 */
const WALL_PAUSE_MS = 3_000

export interface SourceDesk extends SourceHandlers {
  current(): SourceKind
  /** The plan that the page will ask for first is made while the page is still opening. */
  planAhead(): void
  close(): void
}

export interface SourceDeskOptions {
  readonly parts: Pick<Composition, 'galleries' | 'caches' | 'tasks'>
  readonly settings: {
    get(name: 'source'): Settings['source']
    set(name: 'source', source: Settings['source']): void
  }
  readonly logger: Logger
  /** A person has chosen one, and it is remembered. */
  readonly onChosen: () => void
  readonly onChange: () => void
  readonly onWallChange: () => void
}

export function openSourceDesk({
  parts,
  settings,
  logger,
  onChosen,
  onChange,
  onWallChange,
}: SourceDeskOptions): SourceDesk {
  const { galleries, caches, tasks } = parts
  // The simulated season alone: what is recorded is fetched from other people's hosts, and only when it is asked for.
  const filler = new WallFiller({
    gallery: galleries.demo,
    tasks,
    logger,
    pause: () => setTimeout(WALL_PAUSE_MS, undefined, { ref: false }),
    onChange: onWallChange,
  })
  let current: SourceKind = 'archive'
  let ahead: Promise<StartPlan> | null = null

  const plan = async (wish: SourceWish): Promise<StartPlan> => {
    if (wish.kind === 'chosen') {
      settings.set('source', wish.source)
      onChosen()
    }
    const source = wish.kind === 'visited' ? wish.source : settings.get('source')
    const made = await planStart(
      source === 'auto' ? null : source,
      galleries,
      caches.archive,
      AbortSignal.timeout(PROBE_MS),
    )
    current = made.source
    onChange()
    if (made.source === 'demo') void filler.start()
    else filler.stop()
    return made
  }
  return {
    current: () => current,
    show: (wish) => {
      const made = wish.kind === 'remembered' && ahead !== null ? ahead : plan(wish)
      ahead = null
      return made
    },
    planAhead: () => {
      ahead = plan({ kind: 'remembered' })
      // Whoever takes it is told of its failure; until then it must not pass for one that nobody handles.
      ahead.catch(() => {})
    },
    wallStatus: (source) => ({
      source,
      revision: caches[source].revision,
      filling: source === 'demo' ? filler.filling : null,
    }),
    close: () => filler.stop(),
  }
}
