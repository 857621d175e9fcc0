// Moves the whole cache to another folder while the application runs.

import { rm } from 'node:fs/promises'
import { join } from 'node:path'
import type { MoveProgress } from '@contract/cache'
import { SOURCE_KINDS, type SourceKind } from '@contract/ids'
import { nodeFiles } from '../adapters/entry-store/file-access'
import { FreeSpace } from '../adapters/entry-store/free-space'
import { moveStores } from '../adapters/entry-store/move-stores'
import { checkMoveTarget } from '../adapters/entry-store/move-target'
import type { SourceCache } from './source-cache'

export interface CacheMove {
  readonly from: string
  readonly to: string
  readonly caches: Readonly<Record<SourceKind, SourceCache>>
  readonly signal: AbortSignal
  readonly onProgress: (progress: MoveProgress) => void
  /** Remembers the new folder for the next start. If it fails, nothing has moved. */
  readonly remember: (folder: string) => Promise<void>
}

/**
 * Everything is copied and verified first; the old folder is removed last. A crash before `remember` leaves the old
 * folder in force and complete, one after it the new.
 * @throws AppError `cache/folder-in-use`, `cache/full`, `cache/unwritable`, `cache/missing`; the signal's reason.
 */
export async function moveCache({
  from,
  to,
  caches,
  signal,
  onProgress,
  remember,
}: CacheMove): Promise<void> {
  const files = nodeFiles
  const sources = SOURCE_KINDS.map((kind) => ({ kind, cache: caches[kind] }))
  const moves = sources.flatMap(({ kind, cache }) => cache.movesTo(join(to, kind)))
  const statuses = await Promise.all(moves.map(({ store }) => store.status()))
  const bytes = statuses.reduce((sum, each) => sum + each.bytes, 0)
  signal.throwIfAborted()
  await checkMoveTarget({ files, space: new FreeSpace(files) }, from, to, bytes)
  const commit = async () => {
    for (const { kind, cache } of sources) await cache.copyPinsTo(join(to, kind))
    signal.throwIfAborted()
    await remember(to)
    for (const { kind, cache } of sources) cache.relocate(join(to, kind))
  }
  try {
    await moveStores(moves, { files, signal, onProgress, commit })
  } catch (error) {
    // It was empty, so what is in it now is what was copied.
    await removeSources(to).catch(() => {})
    throw error
  }
  // What still reads there has its files open; what cannot be removed is garbage, but no longer in force.
  await removeSources(from).catch(() => {})
}

async function removeSources(folder: string): Promise<void> {
  for (const kind of SOURCE_KINDS) await rm(join(folder, kind), { recursive: true, force: true })
}
