// The applications that are photographed. A life is one start with a profile of its own; its states come about one
// after the other, in the order of the table, as in a visit.

import { mkdir } from 'node:fs/promises'
import { join } from 'node:path'
import { _electron } from 'playwright'
import { projectRoot } from '../setup/folders.mjs'

/** A port where nobody listens: every host is out of reach at once, without waiting. */
const NOWHERE = 'http://127.0.0.1:47'

/** A Thursday between two weekends of the simulated season: dates in the pictures stay as they are. */
const NOW = '2026-11-26T12:00:00Z'

/** @typedef {'visit' | 'return'} Life */

/**
 * Whose profile it is: a return finds what the visit has left, for the visit comes first in the table.
 * @type {Readonly<Record<Life, string>>}
 */
const PROFILES = { visit: 'first', return: 'first' }

/**
 * @param {Life} life
 * @param {string} folder For profiles.
 * @param {NodeJS.ProcessEnv} env
 */
export async function startLife(life, folder, env) {
  const profile = join(folder, PROFILES[life])
  await mkdir(profile, { recursive: true })
  const launchedAt = Date.now()
  const app = await _electron.launch({
    args: [
      ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
      '--disable-gpu',
      '--enable-unsafe-swiftshader',
      '--force-device-scale-factor=1',
      projectRoot,
    ],
    env: {
      ...Object.fromEntries(
        Object.entries(env).flatMap(([name, value]) => (value === undefined ? [] : [[name, value]])),
      ),
      F1_USER_DATA: profile,
      F1_ARCHIVE_URL: `${NOWHERE}/static`,
      F1_JOLPICA_URL: `${NOWHERE}/ergast/f1`,
      F1_NOW: NOW,
    },
  })
  const page = await app.firstWindow()
  page.setDefaultTimeout(30_000)
  // The page reads the system's clock, and is to agree with the rest of the application.
  await page.clock.setSystemTime(Date.parse(NOW) + Date.now() - launchedAt)
  return { app, page }
}
