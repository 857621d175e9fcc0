// The lines of the log: one JSON object each, read back without trusting them. Pure.

import { LOG_LEVELS, type LogLine, type LogSource } from '@contract/logs'
import { z } from 'zod'

const line = z.looseObject({
  at: z.iso.datetime(),
  level: z.enum(LOG_LEVELS),
  area: z.string(),
  message: z.string(),
})

/** Longer fields are cut: a stack is read in the file. */
const FIELDS_LENGTH = 2_000

/** @returns null for what is no line of ours, e.g. one that a crash cut off. */
export function readLogLine(text: string): LogLine | null {
  try {
    const { at, level, area, message, ...rest } = line.parse(JSON.parse(text))
    const fields = Object.keys(rest).length === 0 ? null : JSON.stringify(rest).slice(0, FIELDS_LENGTH)
    return { at: Date.parse(at), level, area, message, fields }
  } catch {
    // SyntaxError or ZodError: the same to whoever reads.
    return null
  }
}

export function isFrom(source: LogSource, { area }: LogLine): boolean {
  return source === 'all' || area === source
}
