// Files written beside their place under a passing name, and renamed when complete. So an older file of the same name
// is whole until the new one is, also when the disk fills up or the power fails.

import { randomUUID } from 'node:crypto'
import { open, readdir, rename, rm, stat } from 'node:fs/promises'
import { basename, dirname, join } from 'node:path'
import { AppError } from '../core/app-error'
import type { FileWriter } from '../core/export/exporter'

const NO_SPACE: ReadonlySet<string> = new Set(['ENOSPC', 'EDQUOT', 'EFBIG'])

/** @throws the system's error; then nothing is left behind. */
export async function writeAtomically(path: string, bytes: Uint8Array): Promise<void> {
  const passing = join(dirname(path), `.${randomUUID()}.part`)
  try {
    // Exclusively: should the name exist after all, it is not ours.
    const file = await open(passing, 'wx')
    try {
      await file.writeFile(bytes)
      // Before the rename, or a power cut could leave the new name with the contents of neither.
      await file.sync()
    } finally {
      await file.close()
    }
    await rename(passing, path)
  } catch (error) {
    // Where it could not even be made, there is nothing to remove.
    await rm(passing, { force: true }).catch(() => {})
    throw error
  }
}

/** A write takes seconds at most: what is older was cut off. */
export const PASSING_MS = 10 * 60_000

/** As `writeAtomically` names them, and who tries whether a folder takes anything. */
const PASSING_NAME = /^\.[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}\.part$/

/**
 * Removes what writes into this very folder have left that were cut off: by a kill or a power cut, nothing else leaves any.
 * @returns how many are gone. Never rejects: what cannot be removed is met again the next time.
 */
export async function removePassing(folder: string): Promise<number> {
  // A folder that is not there holds nothing.
  const names = await readdir(folder).catch(() => [])
  let removed = 0
  for (const name of names.filter((each) => PASSING_NAME.test(each))) {
    const path = join(folder, name)
    try {
      // By the clock that stamped the file, which is the system's whatever ours may show.
      if (Date.now() - (await stat(path)).mtimeMs < PASSING_MS) continue
      await rm(path)
      removed += 1
    } catch {
      // ENOENT: another process was faster. EACCES, EROFS: a folder that cannot be written is told of by who writes.
    }
  }
  return removed
}

/** What a person asked for. */
export const atomicFiles: FileWriter = {
  async write(path, bytes) {
    const fileName = basename(path)
    try {
      await writeAtomically(path, bytes)
      return fileName
    } catch (error) {
      const code = error instanceof Error && 'code' in error ? String(error.code) : 'unknown'
      throw new AppError(NO_SPACE.has(code) ? 'export/disk-full' : 'export/unwritable', fileName, {
        cause: error,
        detail: code,
      })
    }
  },
}
