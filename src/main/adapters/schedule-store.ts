// The schedule's memory as one JSON file beside the settings. A file that cannot be read is set aside under another
// name, never overwritten: it is the only trace of what ran.

import { mkdir, readFile, rename } from 'node:fs/promises'
import { join } from 'node:path'
import type { Logger } from '../core/ports'
import { scheduleStateSchema, type ScheduleStore } from '../core/warming/schedule-state'
import { atomicFiles } from './atomic-file'

export function createScheduleStore(folder: string, logger: Logger): ScheduleStore {
  const file = join(folder, 'schedule.json')
  return {
    load: async () => {
      let text: string
      try {
        text = await readFile(file, 'utf8')
      } catch (error) {
        const isMissing = error instanceof Error && 'code' in error && error.code === 'ENOENT'
        if (!isMissing)
          logger.log('warn', 'schedule', 'its memory cannot be read', { file, reason: String(error) })
        return null
      }
      try {
        return scheduleStateSchema.parse(JSON.parse(text))
      } catch (error) {
        const aside = `${file}.unreadable`
        logger.log('warn', 'schedule', `its memory is damaged and was set aside as ${aside}`, {
          reason: String(error),
        })
        await rename(file, aside)
        return null
      }
    },
    save: async (state) => {
      await mkdir(folder, { recursive: true })
      await atomicFiles.write(file, new TextEncoder().encode(JSON.stringify(state)))
    },
  }
}
