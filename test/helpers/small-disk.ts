// A small file system in memory, where one may be mounted: a disk that is really full.
import { execFileSync } from 'node:child_process'
import { mkdtempSync, rmdirSync, statfsSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

const SIZE = '2m'

/** @param size as `mount` understands it. */
export function mountSmallDisk(size = SIZE): string {
  const folder = mkdtempSync(join(tmpdir(), 'f1-gallery-disk-'))
  try {
    execFileSync('mount', ['-t', 'tmpfs', '-o', `size=${size}`, 'tmpfs', folder], { stdio: 'ignore' })
    return folder
  } catch (error) {
    rmdirSync(folder)
    throw error
  }
}

export function resizeDisk(folder: string, size: string): void {
  execFileSync('mount', ['-o', `remount,size=${size}`, folder], { stdio: 'ignore' })
}

/** Makes it as small as what it holds, and what is being written to it meanwhile. */
export function fillDisk(folder: string): void {
  for (let spareBytes = 64 * 1024; ; spareBytes *= 4)
    try {
      const { blocks, bfree, bsize } = statfsSync(folder)
      return resizeDisk(folder, String((blocks - bfree) * bsize + spareBytes))
    } catch (error) {
      // It cannot be made smaller than what it holds, which has become more since it was asked.
      if (spareBytes > 2 ** 28) throw error
    }
}

export function unmount(folder: string): void {
  execFileSync('umount', ['-l', folder], { stdio: 'ignore' })
}

function canMount(): boolean {
  try {
    const folder = mountSmallDisk()
    unmount(folder)
    rmdirSync(folder)
    return true
  } catch {
    // Not allowed here, or no such command.
    return false
  }
}

export const isMountPossible = process.platform === 'linux' && process.getuid?.() === 0 && canMount()
/** For the title of a test that is skipped without. */
export const withoutMount = isMountPossible ? '' : ' (skipped: no file system may be mounted here)'
