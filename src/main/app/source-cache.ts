// The cache of one source: its two stores, their folder's health, and what is pinned in it. Each source has a folder of
// its own, so simulated and recorded sessions can never be taken for one another.

import { join } from 'node:path'
import { setTimeout } from 'node:timers/promises'
import type { DiskHealth } from '@contract/cache'
import { DiskStore } from '../adapters/entry-store/disk-store'
import { nodeFiles } from '../adapters/entry-store/file-access'
import { FreeSpace } from '../adapters/entry-store/free-space'
import type { StoreMove } from '../adapters/entry-store/move-stores'
import { probeFolder } from '../adapters/entry-store/probe-folder'
import { openPinsFile, type PinsFile } from '../adapters/pins-file'
import { rawFolder, removeOutdated, resultsFolder } from '../adapters/store-folders'
import { DiskHealthWatch, PROBE_EVERY_MS } from '../core/cache/disk-health'
import { MemoryTier } from '../core/cache/memory-tier'
import { Pins } from '../core/cache/pins'
import { TieredCache, type CacheLimits } from '../core/cache/tiered-cache'
import type { Clock, Logger } from '../core/ports'

const MIB = 1024 * 1024
const DAY_MS = 24 * 3_600_000

export const DEFAULT_CACHE_LIMITS: CacheLimits = {
  /** About 5,000 sculptures: two seasons of qualifyings and races. */
  memoryBytes: 64 * MIB,
  /** Ten times that, sessions included. */
  resultsBytes: 512 * MIB,
  /** Some 200 qualifyings or 100 races as the archive serves them. */
  rawBytes: 2048 * MIB,
  /** After a day an entry that is not final is checked again. */
  ttlMs: { sculptures: DAY_MS, sessions: DAY_MS },
}

export interface SourceCache {
  readonly cache: TieredCache
  readonly raw: DiskStore
  /** Sweeps the leftovers, and what other versions made. */
  sweep(): Promise<void>
  /** What to move for this cache to lie in another folder; and the rest of it, once the stores are held. */
  movesTo(folder: string): readonly StoreMove[]
  copyPinsTo(folder: string): Promise<void>
  /** From now on it lies there. */
  relocate(folder: string): void
  /** Keeps what the next start needs. May be called twice. */
  close(): Promise<void>
}

export interface SourceCacheOptions {
  readonly folder: string
  /** Of the results; see `store-folders.ts`. */
  readonly version: string
  readonly limits: CacheLimits
  readonly clock: Clock
  readonly logger: Logger
  readonly onChange?: () => void
}

export function openSourceCache(options: SourceCacheOptions): SourceCache {
  const { version, limits, clock, logger, onChange = () => {} } = options
  let { folder } = options
  const files = nodeFiles
  const space = new FreeSpace(files)
  const pinsFile: PinsFile = openPinsFile(pinsPath(folder), logger)
  const pins = new Pins(pinsFile)
  const health = new DiskHealthWatch({
    clock,
    probe: (bytes) => probeFolder({ files, space }, folder, bytes),
    pause: () => setTimeout(PROBE_EVERY_MS, undefined, { ref: false }),
    onChange: (now) => {
      logHealth(logger, folder, now)
      onChange()
    },
  })
  const shared = {
    clock,
    files,
    space,
    health,
    isPinned: (entry: Parameters<Pins['covers']>[0]) => pins.covers(entry),
  }
  const results = new DiskStore({
    ...shared,
    folder: resultsFolder(folder, version),
    maxBytes: limits.resultsBytes,
  })
  const raw = new DiskStore({ ...shared, folder: rawFolder(folder), maxBytes: limits.rawBytes })
  const cache = new TieredCache(
    {
      memory: new MemoryTier(limits.memoryBytes),
      results,
      raw,
      pins,
      health,
      folder: () => folder,
      freeBytes: () => space.freeBytes(folder),
    },
    clock,
    limits.ttlMs,
    onChange,
  )
  return {
    cache,
    raw,
    sweep: async () => {
      for (const name of await removeOutdated(folder, version))
        logger.log('info', 'cache', 'removed what another version made', { folder, name })
      for (const store of [results, raw])
        logger.log('info', 'cache', 'swept', { folder: store.location, ...(await store.sweep()) })
    },
    movesTo: (target) => [
      { store: results, to: resultsFolder(target, version) },
      { store: raw, to: rawFolder(target) },
    ],
    copyPinsTo: (target) => pinsFile.copyTo(pinsPath(target)),
    relocate: (target) => {
      folder = target
      pinsFile.relocate(pinsPath(target))
    },
    close: async () => {
      health.close()
      await Promise.all([results.close(), raw.close()])
    },
  }
}

function pinsPath(folder: string): string {
  return join(folder, 'pins.json')
}

function logHealth(logger: Logger, folder: string, { state, trouble }: DiskHealth): void {
  if (trouble === null) logger.log('info', 'cache', 'the folder takes what is written again', { folder })
  else logger.log('warn', 'cache', trouble.message, { folder, state, code: trouble.code })
}
