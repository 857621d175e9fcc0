// Whether a folder takes files: by writing one, since neither permissions nor mount options tell the whole truth.

import { randomUUID } from 'node:crypto'
import { join } from 'node:path'
import type { AppError } from '../../core/app-error'
import { writeFailure, type FileAccess } from './file-access'
import { LARGE_BYTES, type FreeSpace } from './free-space'

/** A block of most file systems: a disk may still make an empty file when it is full. */
const PROBE_BYTES = 4096

/** Makes the folder if it is not there. @param bytes that should fit. @returns why it cannot be written, or null. */
export async function probeFolder(
  { files, space }: { readonly files: FileAccess; readonly space: FreeSpace },
  folder: string,
  bytes: number,
): Promise<AppError | null> {
  const probe = join(folder, `.${randomUUID()}.part`)
  try {
    await files.mkdir(folder, { recursive: true })
    const file = await files.open(probe, 'wx')
    try {
      await file.writeFile(Buffer.alloc(PROBE_BYTES, 1))
    } finally {
      await file.close()
      await files.rm(probe, { force: true })
    }
  } catch (error) {
    return writeFailure(error, folder)
  }
  return bytes < LARGE_BYTES ? null : await space.shortage(folder, bytes)
}
