// Moves the whole cache to another folder while the application runs.

import { readdir, rm, rmdir } from 'node:fs/promises'
import { join } from 'node:path'
import type { MoveProgress } from '@contract/cache'
import type { ErrorReport } from '@contract/errors'
import { SOURCE_KINDS, type SourceKind } from '@contract/ids'
import { nodeFiles } from '../adapters/entry-store/file-access'
import { FreeSpace } from '../adapters/entry-store/free-space'
import { moveStores } from '../adapters/entry-store/move-stores'
import { checkMoveTarget } from '../adapters/entry-store/move-target'
import { toReport } from '../core/app-error'
import type { SourceCache } from './source-cache'

interface Places {
  readonly from: string
  readonly to: string
  readonly caches: Readonly<Record<SourceKind, SourceCache>>
}

export interface CacheMove extends Places {
  /** `usual`: a cache that was left there is not in force and gives way, and what else lies there is no matter. */
  readonly target?: 'chosen' | 'usual'
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
  target = 'chosen',
  signal,
  onProgress,
  remember,
}: CacheMove): Promise<void> {
  const files = nodeFiles
  const sources = SOURCE_KINDS.map((kind) => ({ kind, cache: caches[kind] }))
  const moves = movesOf({ to, caches })
  const bytes = await bytesOf(moves)
  signal.throwIfAborted()
  await checkMoveTarget({ files, space: new FreeSpace(files) }, from, to, bytes, () => target === 'usual')
  if (target === 'usual') await removeSources(to)
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

export interface MovePlan {
  readonly to: string
  readonly bytes: number
  /** Free there; null where the system does not say. */
  readonly freeBytes: number | null
  /** Why it cannot be; null where it can. */
  readonly trouble: ErrorReport | null
}

/** The folder that is made where the one that was picked has other things in it. */
const FOLDER_NAME = 'F1 Sculpture Gallery'

/** What moving to a folder that a person has picked would come to. Leaves nothing behind. */
export async function planMove({ from, to: picked, caches }: Places): Promise<MovePlan> {
  const names = await readdir(picked).catch(() => [])
  const to = names.length === 0 ? picked : join(picked, FOLDER_NAME)
  const bytes = await bytesOf(movesOf({ to, caches }))
  const space = new FreeSpace(nodeFiles)
  const trouble = await checkMoveTarget({ files: nodeFiles, space }, from, to, bytes).then(
    () => null,
    toReport,
  )
  // Looking whether it can be written has made it; one with anything in it stays.
  if (to !== picked) await rmdir(to).catch(() => {})
  return { to, bytes, freeBytes: await space.freeBytes(picked), trouble }
}

function movesOf({ to, caches }: Omit<Places, 'from'>) {
  return SOURCE_KINDS.flatMap((kind) => caches[kind].movesTo(join(to, kind)))
}

async function bytesOf(moves: ReturnType<typeof movesOf>): Promise<number> {
  const statuses = await Promise.all(moves.map(({ store }) => store.status()))
  return statuses.reduce((sum, { bytes }) => sum + bytes, 0)
}

async function removeSources(folder: string): Promise<void> {
  for (const kind of SOURCE_KINDS) await rm(join(folder, kind), { recursive: true, force: true })
}
