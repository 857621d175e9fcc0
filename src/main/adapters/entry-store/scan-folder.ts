// What entries a folder holds. What is known already, from the snapshot or from before, is believed while size and time
// of its file agree; of the others the head is read. What carries an entry's name and is none is named as damaged.

import { join } from 'node:path'
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

/** Heads read at once: more would only wait for the four threads of Node's file system. */
const HEADS_AT_ONCE = 16

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
  const byName = new Map(known.map((entry) => [fileNameOf(entry.key), entry]))
  const entries: IndexedEntry[] = []
  const damaged: string[] = []
  const unknown: string[] = []
  await Promise.all(
    names
      .filter((name) => ENTRY_NAME.test(name))
      .map(async (name) => {
        // Removed meanwhile, or not to be read: then it is not there.
        const stat = await files.stat(join(folder, name)).catch(() => null)
        if (stat === null) return
        const entry = byName.get(name)
        if (!stat.isFile()) damaged.push(name)
        else if (entry !== undefined && entry.bytes === stat.size && entry.mtimeMs === stat.mtimeMs)
          entries.push(entry)
        else unknown.push(name)
      }),
  )
  const readNext = async (): Promise<void> => {
    for (let name = unknown.pop(); name !== undefined; name = unknown.pop()) {
      const read = await readEntry(files, join(folder, name), name).catch(() => 'unreadable' as const)
      if (read === 'unreadable') continue
      if (read === null) damaged.push(name)
      // Changed since it was known, its order of use still holds.
      else entries.push({ ...read, lastUsedAt: byName.get(name)?.lastUsedAt ?? read.lastUsedAt })
    }
  }
  await Promise.all(Array.from({ length: HEADS_AT_ONCE }, readNext))
  return {
    entries: entries.sort((a, b) => a.lastUsedAt - b.lastUsedAt),
    damaged,
    passing: names.filter((name) => PASSING_NAME.test(name)),
  }
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
