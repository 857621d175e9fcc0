// One task in the list, in words.

import { memo } from 'react'
import type { TaskSnapshot } from '@contract/tasks'
import { bytes, percent, relativeTime, span } from '../../ui/format'
import { WORDS } from '../../ui/words'
import { stageRatio } from '../tasks/task-feed'
import { tookMs, type NamedTask } from './task-list'
import { troubleMessage } from '../../ui/trouble-text'

const words = WORDS.tasks

interface TaskRowProps {
  readonly named: NamedTask
  /** Epoch ms. */
  readonly now: number
  readonly isOpen: boolean
  readonly onToggle: (id: string) => void
}

/** Rows of ended tasks differ by "3 minutes ago" alone from one second to the next, and need not be drawn for that. */
export const TaskRow = memo(
  function TaskRow({ named: { task, kind, subject }, now, isOpen, onToggle }: TaskRowProps) {
    const took = tookMs(task, now)
    const { progress, source, startedAt, createdAt, error } = task
    return (
      <tr data-state={task.state}>
        <th scope="row">
          <button
            type="button"
            className="task-name"
            aria-expanded={isOpen}
            onClick={() => onToggle(task.id)}
          >
            <span>{subject}</span>
            <span className="quiet">{source === 'demo' ? words.simulated(kind) : kind}</span>
          </button>
          {error !== null && <p className="task-error">{troubleMessage(error)}</p>}
        </th>
        <td>
          <span className="task-state" data-state={shownState(task)}>
            {stateText(task)}
          </span>
        </td>
        <td>{relativeTime(startedAt ?? createdAt, now)}</td>
        <td className="number">{took === null ? words.unknown : span(settled(took, task))}</td>
        <td className="number">{progress.bytes === 0 ? words.unknown : bytes(progress.bytes)}</td>
      </tr>
    )
  },
  (before, after) =>
    before.isOpen === after.isOpen &&
    before.named.subject === after.named.subject &&
    after.named.task.finishedAt !== null &&
    before.named.task.state === after.named.task.state &&
    relativeTime(beganAt(before), before.now) === relativeTime(beganAt(after), after.now),
)

function beganAt({ named: { task } }: TaskRowProps): number {
  return task.startedAt ?? task.createdAt
}

/** What still runs is told in whole seconds: tenths would flicker. */
function settled(took: number, { finishedAt }: TaskSnapshot): number {
  return finishedAt === null ? Math.floor(took / 1000) * 1000 : took
}

function shownState({ state, run }: TaskSnapshot): string {
  return state === 'completed' && run?.outcome === 'partly-failed' ? 'failed' : state
}

/** The state, with what is known of it besides. */
function stateText(task: TaskSnapshot): string {
  const { state, progress, delay, run } = task
  switch (state) {
    case 'active': {
      const stage = WORDS.waiting.stages[progress.stage]
      const ratio = stageRatio(progress)
      return ratio === null ? stage : words.stageAt(stage, percent(ratio))
    }
    case 'delayed':
      return delay === null ? words.states.delayed : words.delayedBy(WORDS.warming.holds[delay.reason])
    case 'completed':
      return run?.outcome === 'partly-failed' ? words.partlyFailed : words.states.completed
    case 'waiting':
    case 'failed':
    case 'cancelled':
      return words.states[state]
  }
}
