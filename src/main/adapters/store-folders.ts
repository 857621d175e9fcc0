// The folders of a source's cache, and those that another version made. Results of another version are never read again:
// the raw topics beside them are enough to make them anew, without a network. Another format of files is never read at
// all.

import { readdir, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { ENTRY_FORMAT } from './entry-store/entry-file'

/** Every folder a store ever had begins with one of these. */
const STORE_FOLDER = /^(results-|raw$|raw-)/

/** The folder of one version's results below a source's cache folder. */
export function resultsFolder(folder: string, version: string): string {
  return join(folder, `results-${ENTRY_FORMAT}.${version}`)
}

export function rawFolder(folder: string): string {
  return join(folder, `raw-${ENTRY_FORMAT}`)
}

/** Removes what other versions stored. @returns the names of the folders that are gone. */
export async function removeOutdated(folder: string, version: string): Promise<readonly string[]> {
  const entries = await readdir(folder, { withFileTypes: true }).catch((error: NodeJS.ErrnoException) => {
    // A source that was never used has no folder.
    if (error.code === 'ENOENT') return []
    throw error
  })
  const current = new Set([resultsFolder(folder, version), rawFolder(folder)])
  const outdated = entries.filter(
    (entry) => entry.isDirectory() && STORE_FOLDER.test(entry.name) && !current.has(join(folder, entry.name)),
  )
  for (const { name } of outdated) await rm(join(folder, name), { recursive: true, force: true })
  return outdated.map(({ name }) => name)
}
