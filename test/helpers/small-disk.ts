// A small file system in memory, where one may be mounted: a disk that is really full.
import { execFileSync } from 'node:child_process'
import { mkdtempSync, rmdirSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

const SIZE = '2m'

export function mountSmallDisk(): string {
  const folder = mkdtempSync(join(tmpdir(), 'f1-gallery-disk-'))
  try {
    execFileSync('mount', ['-t', 'tmpfs', '-o', `size=${SIZE}`, 'tmpfs', folder], { stdio: 'ignore' })
    return folder
  } catch (error) {
    rmdirSync(folder)
    throw error
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
