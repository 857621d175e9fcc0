// What the schedule remembers from one start of the application to the next: its shape, and how it begins.

import { z } from 'zod'
import { SESSION_CODES, SOURCE_KINDS, type SessionId } from '@contract/ids'
import { RUN_TRIGGERS, SKIP_REASONS, type RunTrigger, type ScheduleEntry } from '@contract/warming'

/** Two years of Mondays: as much as a person will scroll through. */
const HISTORY_LENGTH = 100

/**
 * Instants that a wall clock set back may bring again. Five days of the most frequent rule there is, ten years of a
 * weekly one; a clock that is set back by more than that has runs repeated.
 */
const RAN_LENGTH = 500

/** A season has up to 120 sessions; none is looked for longer than a week. */
const SETTLED_LENGTH = 120

/** A run that is due, and has not begun. */
export interface PendingRun {
  /** Epoch ms, as the rule says. */
  readonly dueAt: number
  /** `catch-up`: nobody was here, or awake, when it was due. */
  readonly trigger: 'schedule' | 'catch-up'
  /** 1, or 2 after the application ended in the middle of the first. */
  readonly attempt: number
  /** Whether anything but its turn has kept it from beginning: then lateness is no fault of its own. */
  readonly wasHeld: boolean
}

export interface RunOrder {
  readonly trigger: Exclude<RunTrigger, 'asked'>
  /** Epoch ms; of several sessions, that of the first. */
  readonly dueAt: number
  /** The sessions whose end called for it. Empty: the strategy as it stands. */
  readonly sessions: readonly SessionId[]
}

export interface BegunRun {
  readonly order: RunOrder
  readonly attempt: number
  readonly begunAt: number
}

/** A session that is over, and that the archive is asked for until it has it. */
export interface AwaitedSession {
  readonly id: SessionId
  readonly dueAt: number
  /** Attempts that have begun. */
  readonly attempts: number
  /** Epoch ms of the first attempt, or null. */
  readonly firstAt: number | null
  /** Epoch ms of the next attempt. */
  readonly nextAt: number
}

export interface ScheduleState {
  readonly version: 1
  /** 0..2³²−1, thrown once per installation: what its delays come from. */
  readonly seed: number
  /** Rule and zone by which `handledThrough` counts; null while there is none. */
  readonly countedBy: string | null
  /** Epoch ms up to which every instant of the rule has run, waits in `pending`, or has been skipped. */
  readonly handledThrough: number
  readonly pending: PendingRun | null
  /** Set before a run begins and cleared after its end: what is found here at a start was cut off. */
  readonly begun: BegunRun | null
  /** Instants of the rule for which a run has begun, oldest first. */
  readonly ran: readonly number[]
  /** Epoch ms; sessions that were over before are none of ours. Null while nothing runs after sessions. */
  readonly sessionsFrom: number | null
  readonly awaited: readonly AwaitedSession[]
  /** Keys of sessions that have been warmed or given up, oldest first. */
  readonly settled: readonly string[]
  /** Epoch ms of the end of the last run that came to one. */
  readonly lastRunAt: number | null
  /** Newest first. */
  readonly history: readonly ScheduleEntry[]
}

export interface ScheduleStore {
  /** @returns null when there is nothing, or nothing readable: then the schedule begins as at the first start. */
  load(): ScheduleState | null
  /** @throws whatever the disk says. */
  save(state: ScheduleState): Promise<void>
}

/** Before anything has been counted: the first decision makes `now` the beginning, so nothing is made up for. */
export function firstState(seed: number): ScheduleState {
  return {
    version: 1,
    seed,
    countedBy: null,
    handledThrough: 0,
    pending: null,
    begun: null,
    ran: [],
    sessionsFrom: null,
    awaited: [],
    settled: [],
    lastRunAt: null,
    history: [],
  }
}

export function withEntry(state: ScheduleState, entry: ScheduleEntry): ScheduleState {
  return { ...state, history: [entry, ...state.history].slice(0, HISTORY_LENGTH) }
}

export function withRan(state: ScheduleState, dueAt: number): ScheduleState {
  return { ...state, ran: [...state.ran.filter((at) => at !== dueAt), dueAt].slice(-RAN_LENGTH) }
}

export function withSettled(state: ScheduleState, key: string): ScheduleState {
  return { ...state, settled: [...state.settled, key].slice(-SETTLED_LENGTH) }
}

const epochMs = z.number().nonnegative()
const text = z.string().max(200)
const sessionId = z.object({
  source: z.enum(SOURCE_KINDS),
  season: z.int(),
  round: z.int(),
  session: z.enum(SESSION_CODES),
})
const count = z.int().nonnegative()

/** Of the stored form. Another version is read as nothing. */
export const scheduleStateSchema: z.ZodType<ScheduleState> = z.object({
  version: z.literal(1),
  seed: count.max(0xff_ff_ff_ff),
  countedBy: text.nullable(),
  handledThrough: epochMs,
  pending: z
    .object({
      dueAt: epochMs,
      trigger: z.enum(['schedule', 'catch-up']),
      attempt: count,
      wasHeld: z.boolean(),
    })
    .nullable(),
  begun: z
    .object({
      order: z.object({
        trigger: z.enum(['schedule', 'catch-up', 'session-ended']),
        dueAt: epochMs,
        sessions: z.array(sessionId).max(SETTLED_LENGTH),
      }),
      attempt: count,
      begunAt: epochMs,
    })
    .nullable(),
  ran: z.array(epochMs).max(RAN_LENGTH),
  sessionsFrom: epochMs.nullable(),
  awaited: z
    .array(
      z.object({
        id: sessionId,
        dueAt: epochMs,
        attempts: count,
        firstAt: epochMs.nullable(),
        nextAt: epochMs,
      }),
    )
    .max(SETTLED_LENGTH),
  settled: z.array(text).max(SETTLED_LENGTH),
  lastRunAt: epochMs.nullable(),
  history: z
    .array(
      z.object({
        dueAt: epochMs,
        decidedAt: epochMs,
        trigger: z.enum(RUN_TRIGGERS),
        sessions: z.array(text).max(SETTLED_LENGTH),
        outcome: z.enum(['ran', 'skipped']),
        reason: z.enum(SKIP_REASONS).nullable(),
        runId: text.nullable(),
      }),
    )
    .max(HISTORY_LENGTH),
})
