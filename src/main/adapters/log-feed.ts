// A log that is also told to who watches it.

import type { LogLine } from '@contract/logs'
import { readLogLine } from '../core/log-line'
import type { LogSink } from './line-logger'

export interface LogFeed extends LogSink {
  /** The lines since the last time this was asked, oldest first; of very many the newest. */
  drain(): readonly LogLine[]
}

/** A page that cannot keep up has the file. */
const MOST_LINES = 500

/** @param onLine told of every line; must not log. */
export function createLogFeed(sink: LogSink, onLine: () => void): LogFeed {
  let lines: LogLine[] = []
  return {
    write: (text) => {
      sink.write(text)
      const line = readLogLine(text)
      if (line === null) return
      lines = [...lines, line].slice(-MOST_LINES)
      onLine()
    },
    drain: () => {
      const drained = lines
      lines = []
      return drained
    },
  }
}
