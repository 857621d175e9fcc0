// A run as a task of the queue: what it tells goes there, and what its parts have cost is told from there.

import type { TaskSnapshot } from '@contract/tasks'
import type { TaskQueue } from '../tasks/task-queue'
import type { RunDesks } from './warming'

export function runDesksOf(tasks: TaskQueue): RunDesks {
  const partsOf = (id: string): readonly TaskSnapshot[] => tasks.list().filter(({ runId }) => runId === id)
  return {
    open: ({ again, ...order }, work) => {
      const { id, ended } = tasks.track({
        ...order,
        again,
        work: (context) =>
          work({
            id: context.id,
            signal: context.signal,
            report: (stage, done, total, remainingMs) => context.report(stage, done, total, remainingMs),
            receivedBytes: () => tasks.receivedBytes(context.id),
            costOf: (subject) => {
              const about = partsOf(context.id).filter((part) => part.subject === subject)
              return { bytes: sum(about, ({ progress }) => progress.bytes), durationMs: sum(about, tookMs) }
            },
            setRun: (run) => context.setRun(run),
            setItems: (items) => context.setItems(items),
            delay: (reason, untilAt) => context.delay(reason, untilAt),
            resume: () => context.resume(),
          }),
      })
      return { id, done: ended }
    },
  }
}

function tookMs({ startedAt, finishedAt }: TaskSnapshot): number {
  return startedAt === null || finishedAt === null ? 0 : finishedAt - startedAt
}

function sum(parts: readonly TaskSnapshot[], of: (part: TaskSnapshot) => number): number {
  return parts.reduce((total, part) => total + of(part), 0)
}
