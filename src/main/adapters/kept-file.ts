// Small files in which the application remembers something: written aside and renamed, checked when read. A file that
// cannot be read is set aside under another name, never overwritten, and one begins afresh.

import { readFileSync, renameSync } from 'node:fs'
import { mkdir } from 'node:fs/promises'
import { dirname } from 'node:path'
import type { Logger } from '../core/ports'
import { writeAtomically } from './atomic-file'

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
  /** @throws the system's error. */
  write(value: T): Promise<void>
  /** As write, for what is only a convenience: never rejects, and says once a start that it cannot be kept. */
  keep(value: T): Promise<void>
}

export function openKeptFile<T>(options: KeptFileOptions<T>): KeptFile<T> {
  const { file, what, area, decode, encode, access, logger } = options
  const warn = (message: string, error: unknown): void =>
    logger.log('warn', area, message, { file, reason: String(error) })
  let writing: Promise<void> = Promise.resolve()
  // A disk that is full stays so for a while.
  let hasWarned = false
  const writeText = async (text: string): Promise<void> => {
    await mkdir(dirname(file), { recursive: true })
    await writeAtomically(file, Buffer.from(text))
  }
  const write = (value: T): Promise<void> => {
    if (access === 'read') return Promise.resolve()
    const text = encode(value)
    // One after the other: the last value is the one that stays.
    const written = writing.then(() => writeText(text))
    writing = written.catch(() => {})
    return written
  }
  return {
    read: () => {
      try {
        return decode(readFileSync(file, 'utf8'))
      } catch (error) {
        if (isMissing(error)) return null
        if (access === 'keep') setAside(file, what, error, warn)
        else warn(`${what} cannot be read`, error)
        return null
      }
    },
    write,
    keep: async (value) => {
      try {
        await write(value)
      } catch (error) {
        if (!hasWarned) warn(`${what} cannot be kept`, error)
        hasWarned = true
      }
    },
  }
}

function setAside(
  file: string,
  what: string,
  reason: unknown,
  warn: (message: string, error: unknown) => void,
): void {
  const aside = `${file}.unreadable`
  try {
    renameSync(file, aside)
    warn(`${what} could not be read and was set aside as ${aside}`, reason)
  } catch {
    // On a disk that cannot be written it stays where it is, and is not overwritten either.
    warn(`${what} can neither be read nor set aside`, reason)
  }
}

function isMissing(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === 'ENOENT'
}
