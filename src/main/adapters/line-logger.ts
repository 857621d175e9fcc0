// The log: one JSON object a line, to a bounded file or to stderr.

import { appendFileSync, mkdirSync, renameSync, statSync } from 'node:fs'
import { dirname } from 'node:path'
import { LOG_LEVELS, type LogLevel } from '@contract/logs'
import type { Logger } from '../core/ports'

/** Two files of this size at most: the current one and the one before. */
const MAX_FILE_BYTES = 1024 * 1024

export interface LogSink {
  write(line: string): void
}

export function createLineLogger(sink: LogSink, least: LogLevel): Logger {
  return {
    log: (level, area, message, fields) => {
      if (LOG_LEVELS.indexOf(level) < LOG_LEVELS.indexOf(least)) return
      sink.write(JSON.stringify({ at: new Date().toISOString(), level, area, message, ...fields }))
    },
  }
}

/** A sink that never throws: a log that cannot be written is not worth a crash. */
export function createFileSink(file: string): LogSink {
  mkdirSync(dirname(file), { recursive: true })
  return {
    write: (line) => {
      try {
        const size = statSync(file, { throwIfNoEntry: false })?.size ?? 0
        if (size > MAX_FILE_BYTES) renameSync(file, `${file}.1`)
        appendFileSync(file, `${line}\n`)
      } catch {
        // ENOSPC, EACCES: nothing to be done about it here, and nobody to tell.
      }
    },
  }
}

export function createStderrSink(): LogSink {
  return { write: (line) => process.stderr.write(`${line}\n`) }
}
