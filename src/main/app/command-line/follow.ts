// Follows a run to its end, wherever it goes on.

import type { TaskDetails, TaskId, TaskSnapshot } from '@contract/tasks'
import { AppError } from '../../core/app-error'
import type { Sleep } from '../../core/ports'
import type { Desk } from './desk'

/** Looks live; each look costs the application a message. */
const LOOK_INTERVAL_MS = 250

/**
 * @throws AppError `task/unknown` when it has ended so long ago that nobody knows it any more.
 * @param onChange told of the run and its state, often.
 * @param signal cancels the run, not only the following.
 */
export async function followRun(
  desk: Desk,
  id: TaskId,
  onChange: (task: TaskSnapshot) => void,
  signal: AbortSignal,
  sleep: Sleep,
): Promise<TaskDetails> {
  let hasCancelled = false
  for (;;) {
    if (signal.aborted && !hasCancelled) {
      hasCancelled = true
      await desk.call('tasks:cancel', id)
    }
    const details = await desk.call('tasks:get', id)
    if (details === null) throw new AppError('task/unknown', id)
    onChange(details.task)
    if (hasEnded(details.task)) return details
    // Interrupted, it waits no longer: what was cancelled ends in a moment, and each look is a turn of the loop.
    await sleep(hasCancelled ? LOOK_INTERVAL_MS / 5 : LOOK_INTERVAL_MS, hasCancelled ? NEVER : signal).catch(
      () => {},
    )
  }
}

const NEVER = new AbortController().signal

function hasEnded({ state }: TaskSnapshot): boolean {
  return state === 'completed' || state === 'failed' || state === 'cancelled'
}
