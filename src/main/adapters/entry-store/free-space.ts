// How much room the disk of a folder has, asked before large writes, so that it is we who stop and not the disk.

import { dirname } from 'node:path'
import { say } from '@contract/phrases'
import { AppError } from '../../core/app-error'
import { systemCode, type FileAccess } from './file-access'

/** Writes from this size on are asked about: raw topics. What is smaller costs less to try. */
export const LARGE_BYTES = 1024 * 1024
/**
 * What large writes leave free, for the other programs of this computer and for our own results: 64 MiB hold some
 * 7,000 sculptures. A raw topic can be fetched again, what another program cannot save may be lost.
 */
const RESERVE_BYTES = 64 * 1024 * 1024

export class FreeSpace {
  /** Of large writes under way: several topics arrive at once, and each finds the same bytes free. */
  private claimedBytes = 0

  constructor(private readonly files: FileAccess) {}

  /** Of a folder that is not there yet, where it would be made. @returns null where the system does not say. */
  async freeBytes(folder: string): Promise<number | null> {
    try {
      const { bavail, bsize } = await this.files.statfs(folder)
      return bavail * bsize
    } catch (error) {
      const parent = dirname(folder)
      if (systemCode(error) === 'ENOENT' && parent !== folder) return await this.freeBytes(parent)
      // Whatever keeps it from answering will be met by the write itself, which knows what to say of it.
      return null
    }
  }

  /** @returns why a large write has no room, or null. */
  async shortage(folder: string, bytes: number): Promise<AppError | null> {
    const free = await this.freeBytes(folder)
    if (free === null || free - this.claimedBytes >= bytes + RESERVE_BYTES) return null
    const [freeMib, neededMib] = [free, bytes + RESERVE_BYTES].map((each) => Math.round(each / 1024 / 1024))
    return new AppError('cache/full', folder, {
      detail: say('space-short', { mib: freeMib ?? 0, needed: neededMib ?? 0 }),
    })
  }

  /** Counts as taken until the returned function is called. @throws AppError `cache/full`. */
  async claim(folder: string, bytes: number): Promise<() => void> {
    const shortage = await this.shortage(folder, bytes)
    if (shortage !== null) throw shortage
    this.claimedBytes += bytes
    return () => {
      this.claimedBytes -= bytes
    }
  }
}
