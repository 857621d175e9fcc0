// What the tray says of the gallery: one state out of many facts, most urgent first. Pure; the words are elsewhere.

import { endedRuns, holdOf, outcomeOf, runRatio, taskOf, type RunOutcome } from '@contract/runs'
import type { CacheStatus } from '@contract/cache'
import type { TaskSnapshot } from '@contract/tasks'
import type { HoldReason, WarmingStatus } from '@contract/warming'

export const TRAY_STATES = ['warm', 'warming', 'paused', 'offline', 'attention'] as const
export type TrayState = (typeof TRAY_STATES)[number]

export interface RunSoFar {
  /** Part that is done, 0..1, and sculptures; null while the plan is being made. */
  readonly ratio: number | null
  readonly done: number
  readonly total: number
}

export type TrayMatter =
  | { readonly state: 'warm' }
  | { readonly state: 'warming'; readonly hold: HoldReason | 'next-attempt' | null }
  /** Epoch ms, or until somebody resumes it; `isEnding`: what had begun is still being finished. */
  | {
      readonly state: 'paused'
      readonly until: number | 'until-resumed'
      readonly isEnding: boolean
    }
  | { readonly state: 'offline' }
  | {
      readonly state: 'attention'
      readonly why: 'disk' | 'rule' | 'last-run-failed' | 'last-run-partly-failed'
    }

/** Why a run cannot begin now; null: it can. */
export type WarmNowObstacle = 'going-on' | 'paused' | 'offline' | 'disk'

export interface TrayStatus {
  readonly matter: TrayMatter
  /** The run that goes on, held or not. */
  readonly run: RunSoFar | null
  readonly obstacle: WarmNowObstacle | null
  readonly isPaused: boolean
  /** Epoch ms of its end. */
  readonly lastRun: { readonly endedAt: number; readonly outcome: RunOutcome; readonly warmed: number } | null
  /** Epoch ms; null where no run is planned. */
  readonly nextRunAt: number | null
  readonly cache: { readonly keys: number; readonly hitRate: number } | null
}

export interface TrayFacts {
  readonly warming: WarmingStatus
  readonly tasks: readonly TaskSnapshot[]
  /** Null while it could not be read yet. */
  readonly cache: CacheStatus | null
  readonly isOnline: boolean
  /** Whether what is on screen comes over the network at all. */
  readonly needsNetwork: boolean
}

export function trayStatus(facts: TrayFacts): TrayStatus {
  const { warming, tasks, cache } = facts
  const run = taskOf(tasks, warming.runId)
  const [last] = endedRuns(tasks)
  return {
    matter: matterOf(facts, run),
    run: warming.runId === null ? null : soFar(run),
    obstacle: obstacleOf(facts),
    isPaused: warming.paused !== null,
    lastRun:
      last === undefined
        ? null
        : { endedAt: last.finishedAt ?? 0, outcome: outcomeOf(last), warmed: last.run.summary.warmed },
    nextRunAt: warming.schedule.isOn ? (warming.schedule.next[0] ?? null) : null,
    cache: cache === null ? null : { keys: cache.total_keys, hitRate: cache.hitRate },
  }
}

function matterOf(facts: TrayFacts, run: TaskSnapshot | null): TrayMatter {
  const { warming, tasks } = facts
  if (isDiskInTrouble(facts)) return { state: 'attention', why: 'disk' }
  const hold = run === null ? null : holdOf(run, warming.paused, tasks)
  if (warming.paused !== null)
    return { state: 'paused', until: warming.paused, isEnding: warming.runId !== null && hold === 'ending' }
  if (isOffline(facts)) return { state: 'offline' }
  if (warming.runId !== null)
    return { state: 'warming', hold: hold === null || hold === 'ending' ? null : hold.reason }
  const [last] = endedRuns(tasks)
  const outcome = last === undefined ? null : outcomeOf(last)
  if (outcome === 'failed') return { state: 'attention', why: 'last-run-failed' }
  if (outcome === 'partly-failed') return { state: 'attention', why: 'last-run-partly-failed' }
  return warming.schedule.problem === null ? { state: 'warm' } : { state: 'attention', why: 'rule' }
}

function soFar(run: TaskSnapshot | null): RunSoFar {
  const ratio = run === null ? null : runRatio(run)
  if (run === null || ratio === null) return { ratio: null, done: 0, total: 0 }
  const { done, total } = run.progress
  return { ratio, done, total }
}

function obstacleOf(facts: TrayFacts): WarmNowObstacle | null {
  if (facts.warming.runId !== null) return 'going-on'
  if (facts.warming.paused !== null) return 'paused'
  if (isDiskInTrouble(facts)) return 'disk'
  return isOffline(facts) ? 'offline' : null
}

function isDiskInTrouble({ cache }: TrayFacts): boolean {
  return cache !== null && cache.health.state !== 'ok'
}

function isOffline({ needsNetwork, isOnline }: TrayFacts): boolean {
  return needsNetwork && !isOnline
}
