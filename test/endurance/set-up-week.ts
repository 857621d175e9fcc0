// Everything a week needs around it, and taken away again when the test ends.
import { rmdirSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { onTestFinished } from 'vitest'
import type { SessionCode } from '@contract/ids'
import { workerFile } from '../helpers/built-app'
import { bundleScript } from '../helpers/bundle-script'
import { isMountPossible, mountSmallDisk, unmount } from '../helpers/small-disk'
import { temporaryFolder } from '../helpers/temporary-folder'
import { liveWeek, type LivedWeek } from './live-week'
import { startSeasonHost } from './season-host'
import { DAY_MS, HOUR_MS, planWeek } from './week-plan'

/** A Sunday evening after the twelfth round of the simulated season: the first night has the weekly run. */
const START = Date.UTC(2026, 5, 14, 22)
const SEASON = 2026
/** That are over by then, the latest last. */
const ROUNDS = [10, 11, 12]
/** Room for all of them and for what large writes leave free (64 MiB). */
const DISK_SIZE = '1g'

export interface WeekChoice {
  readonly seed: number
  readonly days: number
  readonly sessions: readonly SessionCode[]
  readonly momentsADay: number
  readonly kills: number
  readonly log: (line: string) => void
}

export async function liveThrough({ log, ...choice }: WeekChoice): Promise<LivedWeek> {
  const { days, sessions } = choice
  const folder = await temporaryFolder()
  // Below the project, where its packages are found.
  const script = await bundleScript(
    'test/endurance/life-child.ts',
    join(dirname(workerFile), '..', 'endurance'),
  )
  const host = await startSeasonHost(join(folder, 'host'), START + days * DAY_MS + HOUR_MS)
  onTestFinished(() => host.close())
  const mount = isMountPossible ? mountSmallDisk(DISK_SIZE) : null
  if (mount === null) log('No file system may be mounted here: the disk is never full.')
  else
    onTestFinished(() => {
      unmount(mount)
      rmdirSync(mount)
    })
  return await liveWeek({
    events: planWeek({ ...choice, rounds: ROUNDS }),
    days,
    host,
    folder: mount ?? join(folder, 'kept'),
    disk: mount === null ? null : { mount, size: DISK_SIZE },
    script,
    startAt: START,
    season: SEASON,
    sessions,
    log,
  })
}
