// Files written beside their place under a passing name, and renamed when complete. So an older file of the same name
// is whole until the new one is, also when the disk fills up or the power fails.

import { randomUUID } from 'node:crypto'
import { open, rename, rm } from 'node:fs/promises'
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
