// The tasks' history as one small JSON file, written aside and renamed. A file that cannot be read is set aside under
// another name by the process that keeps it, and nothing else comes of it.

import { readFileSync, renameSync } from 'node:fs'
import { mkdir } from 'node:fs/promises'
import { dirname } from 'node:path'
import type { Logger } from '../core/ports'
import { closeHistory, type TaskHistory } from '../core/tasks/task-history'
import { decodeHistory, encodeHistory } from '../core/tasks/task-history-schema'
import { atomicFiles } from './atomic-file'
import { coalesce } from './coalesce'

/** What a crash can cost; a run changes some state every second, and each writing is of the whole file. */
const WRITE_INTERVAL_MS = 5_000

/** `read`: the file is another process's. */
export type HistoryAccess = 'keep' | 'read'

export interface TaskHistoryFile {
  /** What was not at its end has been cut off. Null when there is none that can be read. Synchronous: see `compose`. */
  read(): TaskHistory | null
  /** Never rejects. */
  write(history: TaskHistory): Promise<void>
}

export function openTaskHistory(file: string, access: HistoryAccess, logger: Logger): TaskHistoryFile {
  // A disk that is full stays so for a while: saying it once a start is enough.
  let hasWarned = false
  return {
    read: () => {
      try {
        return closeHistory(decodeHistory(readFileSync(file, 'utf8')))
      } catch (error) {
        if (isMissing(error)) return null
        const fields = { file, reason: String(error) }
        if (access === 'keep') setAside(file, fields, logger)
        else logger.log('warn', 'tasks', 'the list of earlier tasks cannot be read', fields)
        return null
      }
    },
    write: async (history) => {
      try {
        await mkdir(dirname(file), { recursive: true })
        await atomicFiles.write(file, Buffer.from(encodeHistory(history)))
      } catch (error) {
        if (hasWarned) return
        hasWarned = true
        logger.log('warn', 'tasks', 'the list of tasks cannot be kept', { file, reason: String(error) })
      }
    },
  }
}

export interface KeptHistory {
  /** Something is worth keeping: it is written now, or at the end of the current interval. */
  request(): void
  /** Writes how things stand, and nothing after that. May be called twice. */
  close(): Promise<void>
}

/** @param history as it stands; taken when it is written. */
export function keepTaskHistory(file: TaskHistoryFile, history: () => TaskHistory): KeptHistory {
  let writing: Promise<void> = Promise.resolve()
  let isClosed = false
  const write = (): Promise<void> => {
    writing = writing.then(() => file.write(history()))
    return writing
  }
  const coalesced = coalesce(() => void write(), WRITE_INTERVAL_MS)
  return {
    request: () => {
      if (!isClosed) coalesced.request()
    },
    close: async () => {
      if (isClosed) return await writing
      isClosed = true
      coalesced.close()
      await write()
    },
  }
}

function setAside(file: string, fields: Readonly<Record<string, string>>, logger: Logger): void {
  const aside = `${file}.unreadable`
  const warn = (what: string) => logger.log('warn', 'tasks', `the list of earlier tasks ${what}`, fields)
  try {
    renameSync(file, aside)
    warn(`could not be read and was set aside as ${aside}`)
  } catch (error) {
    warn(`can neither be read nor set aside: ${String(error)}`)
  }
}

function isMissing(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === 'ENOENT'
}
