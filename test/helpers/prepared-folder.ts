// A user's folder that is prepared once for the tests of a file: simulating a session takes longer than everything those
// tests do with it.
import { cp, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll } from 'vitest'
import { temporaryFolder } from './temporary-folder'

/**
 * To be called outside the tests.
 * @param prepare fills an empty folder; called when the first test asks.
 * @returns gives a test a copy of its own.
 */
export function preparedFolder(prepare: (folder: string) => Promise<void>): () => Promise<string> {
  let prepared: Promise<string> | null = null
  const make = async () => {
    const folder = await mkdtemp(join(tmpdir(), 'f1-gallery-prepared-'))
    await prepare(folder)
    return folder
  }
  afterAll(async () => {
    if (prepared !== null) await rm(await prepared, { recursive: true, force: true })
  })
  return async () => {
    prepared ??= make()
    const folder = await temporaryFolder()
    await cp(await prepared, folder, { recursive: true, preserveTimestamps: true })
    return folder
  }
}
