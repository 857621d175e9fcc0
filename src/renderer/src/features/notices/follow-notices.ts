// Turns what happens in the stores into notices: how what was asked of the cache went, whether the disk takes what is
// written, and runs of the warming that ended. What must be answered where it was asked stays there.

import type { CacheStatus, DiskState } from '@contract/cache'
import { endedRuns, outcomeOf } from '@contract/runs'
import type { TaskSnapshot } from '@contract/tasks'
import type { WallItem } from '@contract/wall'
import { CACHE_WORDS, NOTICE_WORDS } from '../../ui/words'
import type { Value } from '../../ui/value'
import { namesOf, type CacheState } from '../cache/cache-state'
import { outcomeText } from '../cache/outcome-text'
import { sessionNames } from '../cache/scope-name'
import type { Notices } from './notices'

interface FollowedStores {
  readonly cache: Value<CacheState>
  /** Null until the first word. */
  readonly tasks: Value<readonly TaskSnapshot[] | null>
  /** Of what hangs: it lends its names. */
  readonly items: () => readonly WallItem[]
}

/** @returns the function that ends it. */
export function followNotices({ cache, tasks, items }: FollowedStores, notices: Notices): () => void {
  let outcome = cache.get().outcome
  let disk: Disk | null = null
  const followCache = (): void => {
    const known = cache.get()
    if (known.outcome !== outcome) {
      outcome = known.outcome
      if (outcome !== null && outcome.kind !== 'failed')
        notices.tell(outcomeText(outcome, sessionNames(namesOf(items()))))
    }
    const next = diskOf(known)
    if (next !== null) {
      const told = diskNotice(disk, next)
      disk = next
      if (told !== null) notices.tell(told.text, told.tone)
    }
  }

  /** Runs that had ended before this page began are no news. Null until it is known which. */
  let ended: Set<string> | null = null
  const followTasks = (): void => {
    const known = tasks.get()
    if (known === null) return
    const runs = endedRuns(known)
    const news = ended === null ? [] : runs.filter(({ id }) => ended?.has(id) !== true)
    ended = new Set(runs.map(({ id }) => id))
    for (const run of news) {
      const kind = outcomeOf(run)
      if (kind !== 'running')
        notices.tell(NOTICE_WORDS.runs[kind](run.run.summary.warmed), kind === 'failed' ? 'trouble' : 'plain')
    }
  }
  followCache()
  followTasks()
  const ends = [cache.subscribe(followCache), tasks.subscribe(followTasks)]
  return () => {
    for (const end of ends.splice(0)) end()
  }
}

interface Disk {
  /** Each source has a cache of its own; one of them in trouble says nothing of the other. */
  readonly source: CacheState['source']
  readonly state: CacheStatus['health']['state']
}

function diskOf({ source, status }: CacheState): Disk | null {
  return status === null ? null : { source, state: status.health.state }
}

/** What there is to say of a disk that was so and is now so; null: nothing. */
function diskNotice(
  before: Disk | null,
  now: Disk,
): { readonly text: string; readonly tone: 'plain' | 'trouble' } | null {
  const stateBefore: DiskState = before?.source === now.source ? before.state : 'ok'
  if (stateBefore === now.state) return null
  return now.state === 'ok'
    ? { text: NOTICE_WORDS.diskAgain, tone: 'plain' }
    : { text: CACHE_WORDS.health[now.state].title, tone: 'trouble' }
}
