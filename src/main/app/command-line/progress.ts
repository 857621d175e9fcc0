// What the command is doing, on stderr: one line that is written over on a terminal, a line now and then in a log.

import type { TaskSnapshot, TaskStage } from '@contract/tasks'
import { coalesce } from '../../adapters/coalesce'
import { progressText } from './text'

/** A terminal is read while it changes, a log file afterwards. */
const TERMINAL_INTERVAL_MS = 200
const LOG_INTERVAL_MS = 2_000

const CLEAR_LINE = '\r\u001B[2K'

export interface ProgressOutput {
  readonly isTTY?: boolean
  write(text: string): unknown
}

export interface ProgressLine {
  /** Something has changed. A new stage is told at once, further bytes when the next line is due. */
  request(): void
  /** Shows this from now on, instead of the tasks of this process. */
  show(text: string): void
  /** Leaves a clean line for the answer. May be called twice. */
  close(): void
}

export function createProgressLine(
  output: ProgressOutput,
  tasks: () => readonly TaskSnapshot[],
): ProgressLine {
  const isTerminal = output.isTTY === true
  const active = () => tasks().findLast(({ state }) => state === 'active')?.progress
  /** Told by `show`; null while the tasks are shown. */
  let told: string | null = null
  let shown = ''
  let shownStage: TaskStage = 'waiting'
  let isClosed = false
  const write = () => {
    const progress = active()
    const text = told ?? (progress === undefined ? '' : progressText(progress))
    if (text === '' || text === shown) return
    shown = text
    shownStage = progress?.stage ?? shownStage
    output.write(isTerminal ? `${CLEAR_LINE}${text}` : `${text}\n`)
  }
  const line = coalesce(write, isTerminal ? TERMINAL_INTERVAL_MS : LOG_INTERVAL_MS)
  return {
    request: () => {
      // Closing the other parts still changes tasks.
      if (isClosed) return
      if (told !== null || (active()?.stage ?? shownStage) === shownStage) line.request()
      else write()
    },
    show: (text) => {
      told = text
      if (!isClosed) line.request()
    },
    close: () => {
      isClosed = true
      line.close()
      if (isTerminal && shown !== '') output.write(CLEAR_LINE)
      shown = ''
    },
  }
}
