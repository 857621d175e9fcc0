// Tasks of an earlier start of the application, done once more: what is left of them is their snapshot.

import { parseKey, type SessionId, type SourceKind } from '@contract/ids'
import type { TaskSnapshot } from '@contract/tasks'
import { say } from '@contract/phrases'
import { AppError } from '../app-error'
import type { Gallery } from './gallery'

type Opener = Pick<Gallery, 'openSession' | 'openSculpture'>

/**
 * Null where it cannot be done once more: an export has lost the place it was to be written to, and what goes on behind
 * the scenes comes back by itself.
 */
export function retryTask(
  task: TaskSnapshot,
  galleries: Readonly<Record<SourceKind, Opener>>,
): Promise<unknown> | null {
  const key = parseKey(task.subject)
  if (key?.kind !== 'session') return null
  const { season, round, session } = key
  const id = { source: task.source, season, round, session }
  if (task.kind === 'open-session') return galleries[task.source].openSession(id)
  if (task.kind === 'build-sculpture') return openFirst(id, galleries[task.source])
  return null
}

/** The first of a session makes those of all its drivers. */
async function openFirst(id: SessionId, gallery: Opener): Promise<void> {
  const { laps } = await gallery.openSession(id)
  const driver = laps.drivers.find(({ fastest }) => fastest !== null)
  if (driver === undefined) throw new AppError('lap/unknown', id.session, { detail: say('nobody-timed') })
  await gallery.openSculpture({ ...id, driver: driver.code, lap: 'fastest' })
}
