// The index of a store as one file beside the folder of its entries: looking at two thousand of them takes a tenth of a
// second and more, reading one list of them some milliseconds. It is a copy, never the truth: it is believed as a whole
// only if the folder has not changed since it was made, and of a single entry only while size and time of its file agree.
// Losing it costs the order of use and one slow start.

import { createHash } from 'node:crypto'
import { setImmediate } from 'node:timers/promises'
import { join } from 'node:path'
import { writeAtomically } from '../atomic-file'
import type { IndexedEntry } from './entry-index'
import type { FileAccess } from './file-access'

const FILE_NAME = 'index.json'
const VERSION = 1
/** A few milliseconds of work; in between others get their turn. */
const ENTRIES_A_STEP = 250

export interface Snapshot {
  /** The time of the entries' folder, ms: it changes whenever a file in it comes, goes or is replaced. */
  readonly folderMtimeMs: number
  readonly entries: readonly IndexedEntry[]
}

/** @returns null if there is none, or it is damaged or another version's. */
export async function readSnapshot(files: FileAccess, folder: string): Promise<Snapshot | null> {
  // Missing, unreadable or a folder: in each case the entries themselves are looked at instead.
  const text = await files.readFile(join(folder, FILE_NAME), 'utf8').catch(() => '')
  const end = text.indexOf('\n')
  const body = text.slice(end + 1)
  if (end === -1 || text.slice(0, end) !== titleOf(body)) return null
  // Its digest says that we wrote it, in this version.
  return JSON.parse(body) as Snapshot
}

/** @throws the system's error. */
export async function writeSnapshot(folder: string, { folderMtimeMs, entries }: Snapshot): Promise<void> {
  const steps: string[] = []
  for (let at = 0; at < entries.length; at += ENTRIES_A_STEP) {
    const step = entries.slice(at, at + ENTRIES_A_STEP)
    steps.push(step.map((entry) => JSON.stringify(entry)).join(','))
    await setImmediate()
  }
  const body = `{"folderMtimeMs":${folderMtimeMs},"entries":[${steps.join(',')}]}`
  await writeAtomically(join(folder, FILE_NAME), Buffer.from(`${titleOf(body)}\n${body}`))
}

function titleOf(body: string): string {
  return `index ${VERSION} ${createHash('sha256').update(body).digest('hex')}`
}
