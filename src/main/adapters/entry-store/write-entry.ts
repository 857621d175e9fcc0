// Puts bytes into the files of entries: whole ones under a passing name first, stamps in place. Throws the system's
// errors; what they mean is for the store to say.

import { randomUUID } from 'node:crypto'
import { join } from 'node:path'
import type { Stamp } from '../../core/ports'
import { restamp, STAMPS } from './entry-file'
import { systemCode, type FileAccess } from './file-access'

export interface WholeFile {
  /** Of the entries. */
  readonly folder: string
  readonly name: string
  readonly parts: readonly Uint8Array[]
  /** Called when the folder is not there; then it is tried once more. */
  readonly makeFolder: () => Promise<void>
  /** Resolves when nobody reads what is to be replaced: some systems do not replace what is being read. */
  readonly unread: () => Promise<void>
}

/** After an error the older file is untouched and nothing is left behind. @returns the file's time of change, ms. */
export async function writeWhole(
  files: FileAccess,
  { folder, name, parts, makeFolder, unread }: WholeFile,
): Promise<number> {
  const passing = join(folder, `${name}.${randomUUID()}.part`)
  const file = await files.open(passing, 'wx').catch(async (error: unknown) => {
    if (systemCode(error) !== 'ENOENT') throw error
    await makeFolder()
    return await files.open(passing, 'wx')
  })
  try {
    await writeAll(file, parts)
    const { mtimeMs } = await file.stat()
    await file.close()
    await unread()
    // Not synced: what a power cut takes can be fetched or made again, and its digest tells that it is not whole.
    await files.rename(passing, join(folder, name)).catch(async (error: unknown) => {
      // A folder of that name is no entry of ours; nothing else can stand in a file's way.
      if (systemCode(error) !== 'EISDIR') throw error
      await files.rm(join(folder, name), { recursive: true, force: true })
      await files.rename(passing, join(folder, name))
    })
    return mtimeMs
  } catch (error) {
    await file.close().catch(() => {})
    await files.rm(passing, { force: true }).catch(() => {})
    throw error
  }
}

/** @returns the file's time of change, or null when no stamp of it is sound: then it is found damaged when read. */
export async function writeStamp(files: FileAccess, path: string, stamp: Stamp): Promise<number | null> {
  const file = await files.open(path, 'r+')
  try {
    const { buffer, bytesRead } = await file.read(Buffer.alloc(STAMPS.bytes), 0, STAMPS.bytes, STAMPS.at)
    const change = bytesRead === STAMPS.bytes ? restamp(buffer, stamp) : null
    if (change === null) return null
    await file.write(change.bytes, 0, change.bytes.byteLength, change.at)
    return (await file.stat()).mtimeMs
  } finally {
    await file.close()
  }
}

type Writable = Pick<Awaited<ReturnType<FileAccess['open']>>, 'writev'>

/** A disk that fills up may take only a part, without an error: the rest is tried again, and then it says so. */
async function writeAll(file: Writable, parts: readonly Uint8Array[]): Promise<void> {
  let left = parts.filter((part) => part.byteLength > 0)
  while (left.length > 0) {
    let { bytesWritten } = await file.writev(left)
    left = left.flatMap((part) => {
      const taken = Math.min(bytesWritten, part.byteLength)
      bytesWritten -= taken
      return taken === part.byteLength ? [] : [part.subarray(taken)]
    })
  }
}
