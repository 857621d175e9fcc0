// What lies in the folder of an application, looked at from outside: its own index is not asked.
import { readdir, readFile, utimes } from 'node:fs/promises'
import { basename, dirname, join } from 'node:path'
import { decodeEntry, decodeHead, ENTRY_NAME } from '@main/adapters/entry-store/entry-file'

/** Older than what a sweep takes for a write that is under way, seconds. */
const LONG_AGO_S = 3_600

export interface KeptFiles {
  /** Keys by store, e.g. `archive/raw-1`. Each of them was read, with both its digests. */
  readonly keys: ReadonlyMap<string, readonly string[]>
  readonly damaged: readonly string[]
  /** Written under a passing name, and left. */
  readonly passing: readonly string[]
  readonly bytes: number
}

export async function entryFiles(folder: string): Promise<ReadonlySet<string>> {
  const files = await readdir(folder, { recursive: true })
  return new Set(files.filter((file) => ENTRY_NAME.test(basename(file))))
}

export async function readKeptFiles(folder: string): Promise<KeptFiles> {
  const keys = new Map<string, string[]>()
  const damaged: string[] = []
  let bytes = 0
  for (const file of await entryFiles(folder)) {
    const content = await readFile(join(folder, file))
    const head = decodeHead(content)
    bytes += content.byteLength
    if (head === null || (await decodeEntry(head.key, content)) === null) damaged.push(file)
    else {
      const store = dirname(dirname(file)).replace(/^cache\//, '')
      keys.set(store, [...(keys.get(store) ?? []), head.key])
    }
  }
  return { keys, damaged, passing: await passingFiles(folder), bytes }
}

async function passingFiles(folder: string): Promise<readonly string[]> {
  const files = await readdir(folder, { recursive: true })
  return files.filter((file) => file.endsWith('.part')).toSorted()
}

/** What was left behind is as old as if a night had passed: files are stamped by the system's clock. */
export async function ageLeftovers(folder: string): Promise<readonly string[]> {
  const files = await passingFiles(folder)
  const then = Date.now() / 1000 - LONG_AGO_S
  for (const file of files) await utimes(join(folder, file), then, then)
  return files
}
