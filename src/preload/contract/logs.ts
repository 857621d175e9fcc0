// The log as people read it: by where a line comes from.

export const LOG_LEVELS = ['debug', 'info', 'warn', 'error'] as const
export type LogLevel = (typeof LOG_LEVELS)[number]

/** `all`: every line, whoever wrote it. */
export const LOG_SOURCES = ['all', 'warming', 'schedule'] as const
export type LogSource = (typeof LOG_SOURCES)[number]

/** The most lines that are asked for at once; the page shows no more. */
export const LOG_LIMIT = 1_000

export interface LogLine {
  /** Epoch ms. */
  readonly at: number
  readonly level: LogLevel
  /** Part of the application, e.g. `warming`. */
  readonly area: string
  readonly message: string
  /** What else was noted, as JSON; null where nothing was. */
  readonly fields: string | null
}
