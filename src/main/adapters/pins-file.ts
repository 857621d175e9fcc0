// What a person has pinned in a source's cache, as a small file beside its stores: they are the person's, so they
// outlast clearing. A file that cannot be read is set aside under another name, never overwritten.

import { mkdirSync } from 'node:fs'
import { dirname } from 'node:path'
import { z } from 'zod'
import type { PinScope } from '@contract/cache'
import { pinScopeSchema } from '@contract/validators'
import { AppError } from '../core/app-error'
import type { PinKeeper } from '../core/cache/pins'
import type { Logger } from '../core/ports'
import { writeAtomically } from './atomic-file'
import { writeFailure } from './entry-store/file-access'
import { openKeptFile } from './kept-file'

/** Far above what anybody pins by hand; a longer file is not ours. */
const MOST_PINS = 10_000
const fileSchema = z.strictObject({ version: z.literal(1), pins: z.array(pinScopeSchema).max(MOST_PINS) })

export interface PinsFile extends PinKeeper {
  /** From now on they are kept in another file, which must hold them already. */
  relocate(path: string): void
  /** From now on they are those that this file holds. */
  open(path: string): void
  /** Writes them to a place of the caller's choice. @throws AppError as PinKeeper.write. */
  copyTo(path: string): Promise<void>
}

/**
 * Read at once, at the start: before the first eviction it must be known what to spare.
 * @param mayMake whether their folder may be made where it is not there.
 */
export function openPinsFile(path: string, logger: Logger, mayMake: () => boolean = () => true): PinsFile {
  let place = path
  let pins = readPins(path, logger)
  const writeTo = async (target: string) => {
    try {
      mkdirSync(dirname(target), { recursive: true })
      await writeAtomically(target, Buffer.from(`${JSON.stringify({ version: 1, pins }, null, 2)}\n`))
    } catch (error) {
      throw writeFailure(error, dirname(target))
    }
  }
  return {
    read: () => pins,
    write: async (next) => {
      if (next.length > MOST_PINS) throw new AppError('ipc/bad-input', `${next.length} pins`)
      pins = next
      if (!mayMake()) throw new AppError('cache/missing', dirname(place))
      await writeTo(place)
    },
    relocate: (next) => {
      place = next
    },
    open: (next) => {
      place = next
      pins = readPins(next, logger)
    },
    copyTo: writeTo,
  }
}

function readPins(file: string, logger: Logger): readonly PinScope[] {
  const kept = openKeptFile({
    file,
    what: 'the list of pins',
    area: 'cache',
    decode: (text) => fileSchema.parse(JSON.parse(text)).pins,
    encode: (pins) => JSON.stringify(pins),
    access: 'keep',
    logger,
  })
  return kept.read() ?? []
}
