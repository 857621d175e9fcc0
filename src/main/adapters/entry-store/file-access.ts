// The part of the file system that the entry store uses, so that a test can let any of it fail; and what its errors
// mean for the cache.

import { mkdir, open, readdir, readFile, rename, rm, stat, statfs } from 'node:fs/promises'
import { AppError } from '../../core/app-error'

export const nodeFiles = { mkdir, open, readdir, readFile, rename, rm, stat, statfs } as const
export type FileAccess = typeof nodeFiles

const NO_SPACE: ReadonlySet<string> = new Set(['ENOSPC', 'EDQUOT', 'EFBIG'])

/** @returns `unknown` for an error that is not the system's. */
export function systemCode(error: unknown): string {
  return error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : 'unknown'
}

/** Why a folder could not be written: `cache/full`, `cache/missing` or `cache/unwritable`. */
export function writeFailure(error: unknown, folder: string): AppError {
  if (error instanceof AppError) return error
  const detail = systemCode(error)
  const code = NO_SPACE.has(detail)
    ? 'cache/full'
    : detail === 'ENOENT'
      ? 'cache/missing'
      : 'cache/unwritable'
  return new AppError(code, folder, { cause: error, detail })
}
