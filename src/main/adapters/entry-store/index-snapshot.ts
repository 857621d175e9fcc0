// The index of a store as one file beside the folder of its entries: looking at two thousand of them takes a tenth of a
// second and more, reading one list of them some milliseconds. It is a copy, never the truth: it is believed as a whole
// only if the folder has not changed since it was made, and of a single entry only while size and time of its file agree.
// Losing it costs the order of use and one slow start.

import { createHash, type Hash } from 'node:crypto'
import { setImmediate } from 'node:timers/promises'
import { join } from 'node:path'
import { writeAtomically } from '../atomic-file'
import type { IndexedEntry } from './entry-index'
import type { FileAccess } from './file-access'

const FILE_NAME = 'index.json'
const VERSION = 2
/** A line of the file, a few milliseconds of work; in between others get their turn. */
const ENTRIES_A_LINE = 250
const NEWLINE = 10

export interface Snapshot {
  /** The time of the entries' folder, ms: it changes whenever a file in it comes, goes or is replaced. */
  readonly folderMtimeMs: number
  readonly entries: readonly IndexedEntry[]
}

/** @returns null if there is none, or it is damaged or another version's. */
export async function readSnapshot(files: FileAccess, folder: string): Promise<Snapshot | null> {
  // Missing, unreadable or a folder: in each case the entries themselves are looked at instead.
  const file = await files.readFile(join(folder, FILE_NAME)).catch(() => Buffer.alloc(0))
  const end = file.indexOf(NEWLINE)
  const digest = createHash('sha256')
  const lines: Buffer[] = []
  for (let from = end + 1; from < file.byteLength;) {
    const next = file.indexOf(NEWLINE, from) + 1 || file.byteLength
    const line = file.subarray(from, next)
    digest.update(line)
    lines.push(line)
    from = next
    await setImmediate()
  }
  const [first, ...steps] = lines
  if (first === undefined || file.toString('utf8', 0, end) !== titleOf(digest)) return null
  // Its digest says that we wrote it, in this version.
  const { folderMtimeMs } = JSON.parse(first.toString()) as Pick<Snapshot, 'folderMtimeMs'>
  const entries: IndexedEntry[] = []
  for (const step of steps) {
    for (const entry of JSON.parse(step.toString()) as readonly IndexedEntry[]) entries.push(entry)
    await setImmediate()
  }
  return { folderMtimeMs, entries }
}

/** @throws the system's error. */
export async function writeSnapshot(folder: string, { folderMtimeMs, entries }: Snapshot): Promise<void> {
  const lines = [Buffer.from(`${JSON.stringify({ folderMtimeMs })}\n`)]
  for (let at = 0; at < entries.length; at += ENTRIES_A_LINE) {
    lines.push(Buffer.from(`${JSON.stringify(entries.slice(at, at + ENTRIES_A_LINE))}\n`))
    await setImmediate()
  }
  const digest = createHash('sha256')
  for (const line of lines) {
    digest.update(line)
    await setImmediate()
  }
  await writeAtomically(
    join(folder, FILE_NAME),
    Buffer.concat([Buffer.from(`${titleOf(digest)}\n`), ...lines]),
  )
}

function titleOf(digest: Hash): string {
  return `index ${VERSION} ${digest.digest('hex')}`
}
