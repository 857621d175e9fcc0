// Records of requests as small JSON files, one a host: written aside and renamed, so that a reader never sees half.

import { mkdir, readFile, rename, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { z } from 'zod'
import { NO_REQUESTS, type RequestRecord } from '../../core/network/request-limits'
import type { Logger } from '../../core/ports'
import type { RequestRecords } from './request-gate'

const epochMs = z.number().int().nonnegative()
/** More than any limit counts; a file that is longer is not ours. */
const record = z.object({ sentAt: z.array(epochMs).max(10_000), heldUntil: epochMs })

export function createRequestRecords(folder: string, logger: Logger): RequestRecords {
  const fileOf = (name: string) => join(folder, `${name.replaceAll(/[^a-z0-9.-]/gi, '_')}.json`)
  // A file that is damaged, or a folder that is not ours, stays so: saying it once a start is enough.
  let hasWarned = false
  const warn = (message: string, file: string, error: unknown) => {
    if (hasWarned) return
    hasWarned = true
    logger.log('warn', 'network', message, { file, reason: String(error) })
  }
  const read = async (name: string): Promise<RequestRecord> => {
    const file = fileOf(name)
    try {
      return record.parse(JSON.parse(await readFile(file, 'utf8')))
    } catch (error) {
      if (!isMissing(error)) warn('the record of requests cannot be read and starts afresh', file, error)
      return NO_REQUESTS
    }
  }
  return {
    read,
    write: async (name, { sentAt, heldUntil }) => {
      const file = fileOf(name)
      // Two processes may write at once; each writes its own file aside, and the later rename wins.
      const aside = `${file}.${process.pid}`
      try {
        await mkdir(folder, { recursive: true })
        await writeFile(aside, JSON.stringify({ sentAt, heldUntil }))
        await rename(aside, file)
      } catch (error) {
        warn('the record of requests cannot be kept', file, error)
      }
    },
  }
}

function isMissing(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === 'ENOENT'
}
