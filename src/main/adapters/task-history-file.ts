// The tasks' history as a file: read once, written now and then.

import type { Logger } from '../core/ports'
import { closeHistory, type TaskHistory } from '../core/tasks/task-history'
import { decodeHistory, encodeHistory } from '../core/tasks/task-history-schema'
import { coalesce } from './coalesce'
import { openKeptFile, type KeptFile } from './kept-file'

/** What a crash can cost; a run changes some state every second, and each writing is of the whole file. */
const WRITE_INTERVAL_MS = 5_000

/** What was not at its end when it was written has been cut off. */
export function openTaskHistory(
  file: string,
  access: 'keep' | 'read',
  logger: Logger,
): KeptFile<TaskHistory> {
  return openKeptFile({
    file,
    what: 'the list of earlier tasks',
    area: 'tasks',
    decode: (text) => closeHistory(decodeHistory(text)),
    encode: encodeHistory,
    access,
    logger,
  })
}

export interface KeptHistory {
  /** Something is worth keeping: it is written now, or at the end of the current interval. */
  request(): void
  /** Writes how things stand, and nothing after that. May be called twice. */
  close(): Promise<void>
}

/** @param history as it stands; taken when it is written. */
export function keepTaskHistory(file: KeptFile<TaskHistory>, history: () => TaskHistory): KeptHistory {
  let closing: Promise<void> | null = null
  const coalesced = coalesce(() => void file.keep(history()), WRITE_INTERVAL_MS)
  return {
    request: () => {
      if (closing === null) coalesced.request()
    },
    close: () => {
      coalesced.close()
      closing ??= file.keep(history())
      return closing
    },
  }
}
