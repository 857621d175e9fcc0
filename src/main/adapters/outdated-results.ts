// Folders of results that another version of the pipeline made. They are never read again: the raw topics beside
// them are enough to make the results anew, without a network.

import { readdir, rm } from 'node:fs/promises'
import { join } from 'node:path'

const PREFIX = 'results-'

/** The folder of one version's results below a source's cache folder. */
export function resultsFolder(folder: string, version: string): string {
  return join(folder, `${PREFIX}${version}`)
}

/** Removes the results of all other versions. @returns the names of the folders that are gone. */
export async function removeOutdatedResults(folder: string, version: string): Promise<readonly string[]> {
  const entries = await readdir(folder, { withFileTypes: true }).catch((error: NodeJS.ErrnoException) => {
    // A source that was never used has no folder.
    if (error.code === 'ENOENT') return []
    throw error
  })
  const outdated = entries.filter(
    (entry) => entry.isDirectory() && entry.name.startsWith(PREFIX) && entry.name !== `${PREFIX}${version}`,
  )
  for (const { name } of outdated) await rm(join(folder, name), { recursive: true, force: true })
  return outdated.map(({ name }) => name)
}
