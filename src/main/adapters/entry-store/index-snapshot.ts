// The index of a store as one file beside its entries: opening two thousand of them takes half a second, reading one
// list of them some milliseconds. It is a copy, never the truth: an entry is taken from it only if size and time of the
// file still agree, and losing it costs the order of use and one slow start.

import { createHash } from 'node:crypto'
import { join } from 'node:path'
import { writeAtomically } from '../atomic-file'
import type { IndexedEntry } from './entry-index'
import type { FileAccess } from './file-access'

const FILE_NAME = 'index.json'
const VERSION = 1

/** @returns what was known when it was written; nothing if it is missing, damaged or another version's. */
export async function readSnapshot(files: FileAccess, folder: string): Promise<readonly IndexedEntry[]> {
  // Missing, unreadable or a folder: in each case the entries themselves are read instead.
  const text = await files.readFile(join(folder, FILE_NAME), 'utf8').catch(() => '')
  const end = text.indexOf('\n')
  const body = text.slice(end + 1)
  if (end === -1 || text.slice(0, end) !== titleOf(body)) return []
  // Its digest says that we wrote it, in this version.
  return JSON.parse(body) as readonly IndexedEntry[]
}

/** @throws the system's error. */
export async function writeSnapshot(folder: string, entries: readonly IndexedEntry[]): Promise<void> {
  const body = JSON.stringify(entries)
  await writeAtomically(join(folder, FILE_NAME), Buffer.from(`${titleOf(body)}\n${body}`))
}

function titleOf(body: string): string {
  return `index ${VERSION} ${createHash('sha256').update(body).digest('hex')}`
}
