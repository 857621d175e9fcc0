// The shape of the tasks that outlast the process, as it must be found in a file. Unknown fields are left out, so that
// a file of a later version can still be read if it has this shape.

import { z } from 'zod'
import { ERROR_CODES, type ErrorReport } from '@contract/errors'
import { SESSION_CODES, SOURCE_KINDS } from '@contract/ids'
import { TASK_KINDS, TASK_STAGES, TASK_STATES, URGENCIES, type TaskSnapshot } from '@contract/tasks'
import type { RunReport, WarmItem, WarmRequest } from '@contract/warming'
import type { TaskHistory } from './task-history'

/** Changes with the shape; a file of another version is not read. */
const VERSION = 1

const count = z.int().nonnegative()
const epochMs = z.number().nonnegative()
const ms = z.number().nonnegative()
const taskId = z.string().regex(/^t\d{1,9}$/)

const error: z.ZodType<ErrorReport> = z.object({
  code: z.enum(ERROR_CODES),
  message: z.string(),
  hint: z.string(),
  retry: z.enum(['now', 'later', 'never']),
  subject: z.string().exactOptional(),
  detail: z.string().exactOptional(),
  correlationId: z.string().exactOptional(),
})

const drivers = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('top'), count }),
  z.object({ kind: z.literal('list'), codes: z.array(z.string()) }),
  z.object({ kind: z.literal('all') }),
])
const wished = {
  source: z.enum(SOURCE_KINDS),
  sessions: z.array(z.enum(SESSION_CODES)).exactOptional(),
  drivers: drivers.exactOptional(),
}
const request: z.ZodType<WarmRequest> = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('recent'),
    ...wished,
    season: z.int().exactOptional(),
    rounds: count.exactOptional(),
  }),
  z.object({ kind: z.literal('race'), ...wished, season: z.int(), round: count }),
  z.object({ kind: z.literal('season'), ...wished, season: z.int() }),
])

const run: z.ZodType<RunReport> = z.object({
  trigger: z.enum(['asked', 'schedule', 'catch-up', 'session-ended']),
  request,
  summary: z.object({
    rounds: count,
    sessions: count,
    warmed: count,
    alreadyWarm: count,
    skipped: count,
    failed: count,
    bytes: count,
    durationMs: ms,
  }),
  outcome: z.enum(['running', 'complete', 'partly-failed', 'failed']),
  isOverdue: z.boolean(),
})

const item: z.ZodType<WarmItem> = z.object({
  key: z.string(),
  state: z.enum(['waiting', 'active', 'warmed', 'already-warm', 'skipped', 'failed']),
  error: error.nullable(),
})

const delay = z.object({
  reason: z.enum([
    'next-attempt',
    'paused',
    'offline',
    'disk',
    'battery',
    'metered',
    'live-session',
    'other-run',
  ]),
  untilAt: epochMs.nullable(),
})

const task: z.ZodType<TaskSnapshot> = z.object({
  id: taskId,
  kind: z.enum(TASK_KINDS),
  source: z.enum(SOURCE_KINDS),
  subject: z.string(),
  state: z.enum(TASK_STATES),
  runId: taskId.nullable(),
  urgency: z.enum(URGENCIES),
  attempt: count,
  maxAttempts: count,
  delay: delay.nullable(),
  progress: z.object({
    stage: z.enum(TASK_STAGES),
    done: z.number(),
    total: z.number(),
    bytes: z.number(),
    remainingMs: ms.nullable(),
  }),
  stages: z.array(z.object({ stage: z.enum(TASK_STAGES), durationMs: ms })),
  createdAt: epochMs,
  startedAt: epochMs.nullable(),
  finishedAt: epochMs.nullable(),
  error: error.nullable(),
  run: run.nullable(),
})

const file = z.object({
  version: z.literal(VERSION),
  lastNumber: count,
  savedAt: epochMs,
  tasks: z.array(task),
  items: z.record(taskId, z.array(item)),
})

export function encodeHistory(history: TaskHistory): string {
  return JSON.stringify({ version: VERSION, ...history })
}

/** @throws SyntaxError, ZodError for what is not a history of this version. */
export function decodeHistory(text: string): TaskHistory {
  const { version: _, ...history } = file.parse(JSON.parse(text))
  return history
}
