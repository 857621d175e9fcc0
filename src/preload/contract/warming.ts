// What is asked of the warming, what it plans, and what it reports.

import type { ClockChoice } from './appearance'
import type { ErrorReport } from './errors'
import type { SessionCode, SessionId, SourceKind } from './ids'
import type { DriverChoice } from './settings'

/** A one-off wish. What is left out is as the strategy has it. */
export type WarmRequest =
  | {
      readonly kind: 'recent'
      readonly source: SourceKind
      readonly season?: number
      readonly rounds?: number
      readonly sessions?: readonly SessionCode[]
      readonly drivers?: DriverChoice
    }
  | {
      readonly kind: 'race'
      readonly source: SourceKind
      readonly season: number
      readonly round: number
      readonly sessions?: readonly SessionCode[]
      readonly drivers?: DriverChoice
    }
  | {
      readonly kind: 'season'
      readonly source: SourceKind
      readonly season: number
      readonly sessions?: readonly SessionCode[]
      readonly drivers?: DriverChoice
    }

/** `warm`: here and fresh. `stale`: here, but to be checked. `cold`: to be made. */
export type Warmth = 'warm' | 'stale' | 'cold'

export interface PlannedSession {
  readonly id: SessionId
  /** `Mexico City Grand Prix`. */
  readonly eventName: string
  /** `Qualifying`. */
  readonly sessionName: string
  /** Of the laps and of all sculptures that are wanted of it: the coldest. */
  readonly warmth: Warmth
  /** Codes of the drivers wanted; null: all who have a lap, who they are is known once the session is read. */
  readonly drivers: readonly string[] | null
  /** Sculptures wanted that are warm already. */
  readonly warm: number
  /** Sculptures wanted that are stale or cold; estimated while the session has not been read. */
  readonly toDo: number
  /** Estimates from this machine's own record (see `core/warming/own-record`). */
  readonly bytes: number
  readonly durationMs: number
}

/** Something the plan cannot have, known before it begins. */
export interface PlanGap {
  /** A session's or sculpture's key, or the season as text. */
  readonly subject: string
  readonly error: ErrorReport
  /**
   * Whether it was asked for by name: then the run has failed in part. What the strategy merely would have taken
   * (a practice that a sprint weekend does not have) is skipped.
   */
  readonly wasNamed: boolean
}

export interface WarmPlan {
  readonly request: WarmRequest
  readonly season: number
  readonly rounds: readonly number[]
  /** In the order in which they are made: newest round first, the session most asked for first. */
  readonly sessions: readonly PlannedSession[]
  readonly gaps: readonly PlanGap[]
  readonly totals: {
    readonly sculptures: number
    readonly warm: number
    readonly toDo: number
    readonly bytes: number
    readonly durationMs: number
  }
  /** True when the estimates come from what this machine has done, false when they are the defaults. */
  readonly isFromOwnRecord: boolean
}

export type WarmItemState = 'waiting' | 'active' | 'warmed' | 'already-warm' | 'skipped' | 'failed'

export interface WarmItem {
  /** Of a sculpture; of a session, where its drivers never became known; the season, where it has no sessions. */
  readonly key: string
  readonly state: WarmItemState
  readonly error: ErrorReport | null
}

/** Names as in the guide of the original. */
export interface WarmSummary {
  /** Grands Prix that were looked at. */
  readonly rounds: number
  readonly sessions: number
  /** Sculptures that were made, or checked and found unchanged. */
  readonly warmed: number
  readonly alreadyWarm: number
  readonly skipped: number
  readonly failed: number
  /** Received over the network. */
  readonly bytes: number
  readonly durationMs: number
}

/** What had a run begin. */
export const RUN_TRIGGERS = ['asked', 'schedule', 'catch-up', 'session-ended'] as const
export type RunTrigger = (typeof RUN_TRIGGERS)[number]

/** Why a run that could go on does not. */
export type HoldReason = 'paused' | 'offline' | 'disk' | 'battery' | 'metered' | 'live-session' | 'other-run'

export interface RunReport {
  readonly trigger: RunTrigger
  readonly request: WarmRequest
  readonly summary: WarmSummary
  /** `partly-failed`: it went through, and something that was asked for by name is not there. */
  readonly outcome: 'running' | 'complete' | 'partly-failed' | 'failed'
  /** It took longer than the setting allows without a word. */
  readonly isOverdue: boolean
}

/**
 * Why what was due did not run. `expired`: it waited longer than it may, and a newer one was due. `superseded`: a newer
 * one was due. `catch-up-off`: it was missed, and what is missed is not made up for. `schedule-off`, `rule-changed`: it
 * waited when the schedule was switched off, or got another rule. `stopped`: by a person. `interrupted`: twice begun,
 * and twice the application ended. `not-in-archive`: a day after its end the archive did not have the session.
 */
export const SKIP_REASONS = [
  'expired',
  'superseded',
  'catch-up-off',
  'schedule-off',
  'rule-changed',
  'stopped',
  'interrupted',
  'not-in-archive',
] as const
export type SkipReason = (typeof SKIP_REASONS)[number]

/** One instant at which a run was due, and what became of it. */
export interface ScheduleEntry {
  /** Epoch ms, as the rule or the end of the session says; without this installation's delay. */
  readonly dueAt: number
  readonly decidedAt: number
  readonly trigger: RunTrigger
  /** Keys of the sessions whose end called for it; empty where the rule did. */
  readonly sessions: readonly string[]
  readonly outcome: 'ran' | 'skipped'
  /** Null for a run, and for one that was skipped the reason. */
  readonly reason: SkipReason | null
  readonly runId: string | null
}

export interface ScheduleStatus {
  readonly isOn: boolean
  readonly rule: string
  readonly zone: string
  /** What is wrong with the rule or its zone: then nothing runs by it. Null when it can be read. */
  readonly problem: ErrorReport | null
  /** Epoch ms of the next instants by the rule, this installation's delay included. */
  readonly next: readonly number[]
  /** A run that is due and held back, or null. */
  readonly held: { readonly dueAt: number; readonly reason: HoldReason } | null
  /** Epoch ms of the last run that came to its end; null before the first. */
  readonly lastRunAt: number | null
  /** Newest first. */
  readonly history: readonly ScheduleEntry[]
}

/** A rule as it is typed, with the zone it is read in, and the clock by which its words tell times. */
export interface RuleText {
  readonly rule: string
  readonly zone: string
  readonly clock: ClockChoice
}

/** What a rule that can be read comes to. */
export interface RulePreview {
  /** Null where nothing puts it in words. */
  readonly words: string | null
  /** Epoch ms, without any installation's delay. */
  readonly next: readonly number[]
}

export interface WarmingStatus {
  /** The run that is going on; the next ones wait as tasks. */
  readonly runId: string | null
  /** Epoch ms until which no work begins; `until-resumed`; null: not paused. */
  readonly paused: number | 'until-resumed' | null
  readonly schedule: ScheduleStatus
}
