// Whether a run that has ended is worth a notification: one for each run, none for what was watched or changed nothing.

import { outcomeOf, type RunTask } from '@contract/runs'
import type { Settings } from '@contract/settings'

export interface RunNotice {
  readonly kind: 'warmed' | 'partly-failed' | 'failed'
  readonly warmed: number
  readonly failed: number
}

/** Whether anything is told outside of the window. Who does not want to learn results by accident is told nothing. */
export function wantsNotices({
  desktop,
  isSpoilerFree,
}: Pick<Settings, 'desktop' | 'isSpoilerFree'>): boolean {
  return desktop.notifications && !isSpoilerFree
}

export interface Onlookers {
  /** As `wantsNotices` says. */
  readonly isWanted: boolean
  /** The window is in sight and in use: the page tells it already. */
  readonly isWatched: boolean
}

/** @returns null where nothing is to be said. What a person stopped, that person knows. */
export function noticeOfRun(run: RunTask, { isWanted, isWatched }: Onlookers): RunNotice | null {
  if (!isWanted || isWatched) return null
  const { warmed, failed } = run.run.summary
  switch (outcomeOf(run)) {
    case 'complete':
      return warmed === 0 ? null : { kind: 'warmed', warmed, failed }
    case 'partly-failed':
      return { kind: 'partly-failed', warmed, failed }
    case 'failed':
      return { kind: 'failed', warmed, failed }
    case 'running':
    case 'cancelled':
      return null
  }
}
