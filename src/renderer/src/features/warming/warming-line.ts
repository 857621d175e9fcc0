// What the one line says that is seen from the rooms: the state of the warming, most urgent first. Pure.

import { endedRuns, holdOf, outcomeOf, runRatio, taskOf } from '@contract/runs'
import type { TaskSnapshot } from '@contract/tasks'
import type { WarmingStatus } from '@contract/warming'
import { clockTime, dateTime, percent, relativeTime, timeLeft, whole } from '../../ui/format'
import { WORDS } from '../../ui/words'

export type LineKind = 'unknown' | 'idle' | 'warming' | 'held' | 'paused' | 'attention'

export interface WarmingLine {
  readonly kind: LineKind
  readonly text: string
  /** Part of the run that is done, 0..1; null where there is none or it is not known. */
  readonly ratio: number | null
}

const DAY_MS = 86_400_000

/** @param now epoch ms. */
export function warmingLine(
  status: WarmingStatus | null,
  tasks: readonly TaskSnapshot[],
  now: number,
): WarmingLine {
  const words = WORDS.warming.line
  if (status === null) return { kind: 'unknown', text: words.unknown, ratio: null }
  const { runId, paused, schedule } = status
  if (runId !== null) {
    const run = taskOf(tasks, runId)
    return runLine(run, run === null ? null : holdOf(run, paused, tasks))
  }
  if (paused !== null) return { kind: 'paused', text: pausedText(paused, now), ratio: null }
  if (schedule.held !== null) {
    return { kind: 'held', text: words.due(WORDS.warming.holds[schedule.held.reason]), ratio: null }
  }
  const trouble = lastTrouble(tasks)
  if (trouble !== null) return { kind: 'attention', text: trouble, ratio: null }
  if (schedule.problem !== null) return { kind: 'attention', text: words.rule, ratio: null }
  const [next] = schedule.next
  const text = !schedule.isOn
    ? words.off
    : next === undefined
      ? words.idle
      : words.next(relativeTime(Math.max(next, now), now))
  return { kind: 'idle', text, ratio: null }
}

function runLine(run: TaskSnapshot | null, hold: ReturnType<typeof holdOf>): WarmingLine {
  const words = WORDS.warming.line
  if (run === null) return { kind: 'warming', text: words.planning, ratio: null }
  const ratio = runRatio(run)
  if (hold === 'ending') return { kind: 'paused', text: words.pausing, ratio }
  if (hold !== null) return { kind: 'held', text: words.held(WORDS.warming.holds[hold.reason]), ratio }
  if (ratio === null) return { kind: 'warming', text: words.planning, ratio }
  const { done, total, remainingMs } = run.progress
  const counts = [whole(done), whole(total), percent(ratio)] as const
  return {
    kind: 'warming',
    text:
      remainingMs === null ? words.warming(...counts) : words.warmingLeft(...counts, timeLeft(remainingMs)),
    ratio,
  }
}

function pausedText(paused: number | 'until-resumed', now: number): string {
  const words = WORDS.warming.line
  return paused === 'until-resumed' ? words.paused : words.pausedUntil(clockOrDay(paused, now))
}

/** An instant (epoch ms) as briefly as it is clear: the time of day, with the day where it is not within one. */
export function clockOrDay(at: number, now: number): string {
  return Math.abs(at - now) < DAY_MS ? clockTime(at) : dateTime(at)
}

/** What the last run left to be looked at, or null. One that a person stopped has left nothing. */
function lastTrouble(tasks: readonly TaskSnapshot[]): string | null {
  const words = WORDS.warming.line
  const [last] = endedRuns(tasks)
  if (last === undefined) return null
  switch (outcomeOf(last)) {
    case 'failed':
      return words.failed
    case 'partly-failed':
      return words.partlyFailed(last.run.summary.failed, whole(last.run.summary.failed))
    case 'running':
    case 'complete':
    case 'cancelled':
      return null
  }
}
