// Where recorded sessions lie on this machine, if anywhere. They are Formula One's and never part of the project.
import { existsSync } from 'node:fs'
import { resolve } from 'node:path'

export const RECORDINGS_MISSING =
  'recorded sessions not found: set F1_RECORDINGS or put them in ../shared/data beside the project'

/** The folder that holds `archive/`, `jolpica/` and `expected/`, or null where there is none. */
export function recordingsFolder(): string | null {
  const folder = process.env['F1_RECORDINGS'] ?? resolve(import.meta.dirname, '../../../shared/data')
  return existsSync(resolve(folder, 'expected')) ? folder : null
}

/** The title of tests that need recordings; says why where they are skipped. */
export function needingRecordings(title: string): string {
  return recordingsFolder() === null ? `${title} (skipped: ${RECORDINGS_MISSING})` : title
}
