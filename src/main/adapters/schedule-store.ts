// The schedule's memory as a file beside the settings: the only trace of what ran by itself.

import { join } from 'node:path'
import type { Logger } from '../core/ports'
import { scheduleStateSchema, type ScheduleStore } from '../core/warming/schedule-state'
import { openKeptFile } from './kept-file'

/** @param access `read`: the application keeps it, and this is another process. */
export function createScheduleStore(
  folder: string,
  logger: Logger,
  access: 'keep' | 'read' = 'keep',
): ScheduleStore {
  const file = openKeptFile({
    file: join(folder, 'schedule.json'),
    what: 'the memory of the schedule',
    area: 'schedule',
    decode: (text) => scheduleStateSchema.parse(JSON.parse(text)),
    encode: (state) => JSON.stringify(state),
    access,
    logger,
  })
  return { load: () => file.read(), save: (state) => file.write(state) }
}
