// Small files in which the application remembers something: written aside and renamed, checked when read. A file that
// cannot be read is set aside under another name, never overwritten, and one begins afresh.

import { readFileSync, renameSync } from 'node:fs'
import { mkdir } from 'node:fs/promises'
import { dirname } from 'node:path'
import type { Logger } from '../core/ports'
import { atomicFiles } from './atomic-file'

export interface KeptFileOptions<T> {
  readonly file: string
  /** For the log, e.g. `the list of earlier tasks`. */
  readonly what: string
  /** Area of the log. */
  readonly area: string
  /** @throws whatever; then the text is not ours. */
  readonly decode: (text: string) => T
  readonly encode: (value: T) => string
  /** `read`: another process keeps the file; it is neither written nor set aside. */
  readonly access: 'keep' | 'read'
  readonly logger: Logger
}

export interface KeptFile<T> {
  /** Null when there is none that can be read. Synchronous: it is read once, before anything depends on it. */
  read(): T | null
  /** Never rejects: what is kept here is a convenience. */
  write(value: T): Promise<void>
}

export function openKeptFile<T>(options: KeptFileOptions<T>): KeptFile<T> {
  const { file, what, area, decode, encode, access, logger } = options
  const warn = (message: string, error: unknown): void =>
    logger.log('warn', area, message, { file, reason: String(error) })
  // A disk that is full stays so for a while: saying it once a start is enough.
  let hasWarned = false
  let writing: Promise<void> = Promise.resolve()
  const write = async (text: string): Promise<void> => {
    try {
      await mkdir(dirname(file), { recursive: true })
      await atomicFiles.write(file, Buffer.from(text))
    } catch (error) {
      if (!hasWarned) warn(`${what} cannot be kept`, error)
      hasWarned = true
    }
  }
  return {
    read: () => {
      try {
        return decode(readFileSync(file, 'utf8'))
      } catch (error) {
        if (isMissing(error)) return null
        warn(`${what} cannot be read`, error)
        if (access === 'keep') setAside(file, warn)
        return null
      }
    },
    write: (value) => {
      if (access === 'keep') {
        const text = encode(value)
        // One after the other: the last value is the one that stays.
        writing = writing.then(() => write(text))
      }
      return writing
    },
  }
}

function setAside(file: string, warn: (message: string, error: unknown) => void): void {
  const aside = `${file}.unreadable`
  try {
    renameSync(file, aside)
    warn('it was set aside', aside)
  } catch (error) {
    warn('it cannot be set aside', error)
  }
}

function isMissing(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === 'ENOENT'
}
