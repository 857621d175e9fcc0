// What entries a folder holds. What is known already, from the snapshot or from before, is believed while size and time
// of its file agree; of the others the head is read. What carries an entry's name and is none is named as damaged.

import { join } from 'node:path'
import { setImmediate } from 'node:timers/promises'
import { decodeHead, ENTRY_NAME, fileNameOf, HEAD_READ_BYTES, headEnd } from './entry-file'
import type { IndexedEntry } from './entry-index'
import { systemCode, type FileAccess } from './file-access'

export interface Scan {
  readonly entries: readonly IndexedEntry[]
  /** File names. */
  readonly damaged: readonly string[]
  /** Of writes that were cut off, now or by another process that is still writing; file names. */
  readonly passing: readonly string[]
}

/** Names under which this store writes before it renames. */
const PASSING_NAME = /^[0-9a-f]{40}\.[0-9a-z-]+\.part$/

/**
 * Files looked at at once: more would only wait for the four threads of Node's file system, and asking for all of fifty
 * thousand at once would keep everybody else waiting meanwhile.
 */
const FILES_AT_ONCE = 16
/** A few milliseconds of digests; in between others get their turn. */
const NAMES_A_STEP = 500

/** @throws the system's error when the folder cannot be listed; a missing one is empty. */
export async function scanFolder(
  files: FileAccess,
  folder: string,
  known: readonly IndexedEntry[],
): Promise<Scan> {
  const names = await files.readdir(folder).catch((error: unknown) => {
    if (systemCode(error) === 'ENOENT') return []
    throw error
  })
  const byName = await byFileName(known)
  const entries: IndexedEntry[] = []
  const damaged: string[] = []
  const unknown: string[] = []
  await eachOf(
    names.filter((name) => ENTRY_NAME.test(name)),
    async (name) => {
      // Removed meanwhile, or not to be read: then it is not there.
      const stat = await files.stat(join(folder, name)).catch(() => null)
      if (stat === null) return
      const entry = byName.get(name)
      if (!stat.isFile()) damaged.push(name)
      else if (entry !== undefined && entry.bytes === stat.size && entry.mtimeMs === stat.mtimeMs)
        entries.push(entry)
      else unknown.push(name)
    },
  )
  await eachOf(unknown, async (name) => {
    const read = await readEntry(files, join(folder, name), name).catch(() => 'unreadable' as const)
    if (read === 'unreadable') return
    if (read === null) damaged.push(name)
    // Changed since it was known, its order of use still holds.
    else entries.push({ ...read, lastUsedAt: byName.get(name)?.lastUsedAt ?? read.lastUsedAt })
  })
  return {
    entries: entries.sort((a, b) => a.lastUsedAt - b.lastUsedAt),
    damaged,
    passing: names.filter((name) => PASSING_NAME.test(name)),
  }
}

async function byFileName(known: readonly IndexedEntry[]): Promise<ReadonlyMap<string, IndexedEntry>> {
  const byName = new Map<string, IndexedEntry>()
  for (const [i, entry] of known.entries()) {
    byName.set(fileNameOf(entry.key), entry)
    if (i % NAMES_A_STEP === NAMES_A_STEP - 1) await setImmediate()
  }
  return byName
}

async function eachOf(names: readonly string[], look: (name: string) => Promise<void>): Promise<void> {
  let next = 0
  const lookOn = async (): Promise<void> => {
    for (let name = names[next++]; name !== undefined; name = names[next++]) await look(name)
  }
  await Promise.all(Array.from({ length: FILES_AT_ONCE }, lookOn))
}

/** @returns null when the file is no entry, or another's. @throws the system's error. */
async function readEntry(files: FileAccess, path: string, name: string): Promise<IndexedEntry | null> {
  const file = await files.open(path, 'r')
  try {
    const { size, mtimeMs } = await file.stat()
    const readTo = async (end: number): Promise<Buffer> => {
      const { buffer, bytesRead } = await file.read(Buffer.alloc(end), 0, end, 0)
      return buffer.subarray(0, bytesRead)
    }
    let start = await readTo(Math.min(size, HEAD_READ_BYTES))
    const end = headEnd(start)
    if (end !== null && end > start.byteLength) start = await readTo(Math.min(size, end))
    const head = decodeHead(start)
    if (head === null || head.fileBytes !== size || fileNameOf(head.key) !== name) return null
    return { key: head.key, metadata: head.metadata, bytes: size, mtimeMs, lastUsedAt: mtimeMs }
  } finally {
    await file.close()
  }
}
