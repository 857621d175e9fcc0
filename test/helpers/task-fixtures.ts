// Tasks as they are listed, and a queue for tests that are not about it.
import type { TaskProgress, TaskSnapshot } from '@contract/tasks'
import type { RunReport } from '@contract/warming'
import { TaskQueue, type TaskQueueOptions } from '@main/core/tasks/task-queue'
import { fakeClock } from './fake-clock'
import { fakeSleep } from './fake-sleep'

/** Running, and part of nothing. */
export function aTask(change: Partial<TaskSnapshot> = {}): TaskSnapshot {
  return {
    id: 't1',
    kind: 'open-session',
    source: 'archive',
    subject: 'f1:session:2025:20:Q',
    state: 'active',
    runId: null,
    urgency: 'interactive',
    attempt: 1,
    maxAttempts: 1,
    delay: null,
    progress: someProgress(),
    stages: [],
    createdAt: 1,
    startedAt: 1,
    finishedAt: null,
    error: null,
    run: null,
    ...change,
  }
}

export function someProgress(change: Partial<TaskProgress> = {}): TaskProgress {
  return { stage: 'downloading', done: 0, total: 0, bytes: 0, remainingMs: null, ...change }
}

/** Four slots for people and four for the rest; waiting takes no time. */
export function aTaskQueue(change: Partial<TaskQueueOptions> = {}): TaskQueue {
  const clock = fakeClock()
  return new TaskQueue({
    clock,
    sleep: fakeSleep(clock).sleep,
    slots: { interactive: 4, rest: 4 },
    ...change,
  })
}

export function aRunReport(change: Partial<RunReport> = {}): RunReport {
  const counts = { rounds: 1, sessions: 2, warmed: 20, alreadyWarm: 10, skipped: 0, failed: 0 }
  return {
    trigger: 'asked',
    request: { kind: 'recent', source: 'archive' },
    summary: { ...counts, bytes: 1_000, durationMs: 5_000 },
    outcome: 'running',
    isOverdue: false,
    ...change,
  }
}
