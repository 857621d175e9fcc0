// A logger that remembers instead of writing.
import type { Logger } from '@main/core/ports'

export interface SilentLogger extends Logger {
  readonly lines: { readonly level: string; readonly area: string; readonly message: string }[]
}

export function silentLogger(): SilentLogger {
  const lines: SilentLogger['lines'] = []
  return { lines, log: (level, area, message) => lines.push({ level, area, message }) }
}
