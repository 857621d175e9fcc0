// The cache of one source: its two stores, their folder's health, and what is pinned in it. Each source has a folder of
// its own, so simulated and recorded sessions can never be taken for one another.

import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout } from 'node:timers/promises'
import type { DiskHealth } from '@contract/cache'
import { DEFAULT_SETTINGS, type OpenSettings } from '@contract/settings'
import { DiskStore } from '../adapters/entry-store/disk-store'
import { nodeFiles } from '../adapters/entry-store/file-access'
import { FreeSpace } from '../adapters/entry-store/free-space'
import type { StoreMove } from '../adapters/entry-store/move-stores'
import { probeFolder } from '../adapters/entry-store/probe-folder'
import { removePassing } from '../adapters/atomic-file'
import { openPinsFile, type PinsFile } from '../adapters/pins-file'
import { rawFolder, removeOutdated, resultsFolder } from '../adapters/store-folders'
import { AppError } from '../core/app-error'
import { DiskHealthWatch, PROBE_EVERY_MS } from '../core/cache/disk-health'
import { MemoryTier } from '../core/cache/memory-tier'
import { Pins } from '../core/cache/pins'
import { TieredCache, type CacheLimits } from '../core/cache/tiered-cache'
import type { Clock, Logger } from '../core/ports'

export function cacheLimitsOf(settings: OpenSettings['cache']): CacheLimits {
  return {
    memoryBytes: settings.memoryMaxBytes,
    resultsBytes: settings.resultsMaxBytes,
    rawBytes: settings.rawMaxBytes,
    ttlMs: { sculptures: settings.sculptureTtlMs, sessions: settings.sessionTtlMs },
  }
}

export const DEFAULT_CACHE_LIMITS = cacheLimitsOf(DEFAULT_SETTINGS.cache)

export interface SourceCache {
  readonly cache: TieredCache
  readonly raw: DiskStore
  /** @throws AppError when its folder takes nothing. */
  tryWriting(): Promise<void>
  /** Sweeps the leftovers, and what other versions made. */
  sweep(): Promise<void>
  /** What to move for this cache to lie in another folder; and the rest of it, once the stores are held. */
  movesTo(folder: string): readonly StoreMove[]
  copyPinsTo(folder: string): Promise<void>
  /** From now on it lies there. */
  relocate(folder: string): void
  /** From now on it is what lies there, and nothing if nothing does; the folder is ours to make. */
  open(folder: string): Promise<void>
  /** Keeps what the next start needs. May be called twice. */
  close(): Promise<void>
}

export interface SourceCacheOptions {
  readonly folder: string
  /** A folder that was moved to is not made anew: where it is not there, its disk is not. */
  readonly mustBeThere?: boolean
  /** Of the results; see `store-folders.ts`. */
  readonly version: string
  readonly limits: CacheLimits
  readonly clock: Clock
  readonly logger: Logger
  readonly onChange?: () => void
}

export function openSourceCache(options: SourceCacheOptions): SourceCache {
  const { version, limits, clock, logger, onChange = () => {} } = options
  let { folder, mustBeThere = false } = options
  /** That it is gone from the start is said by who opens the caches of both sources. */
  let isOpening = true
  const mayMake = () => !mustBeThere || existsSync(folder)
  const files = nodeFiles
  const space = new FreeSpace(files)
  const pinsFile: PinsFile = openPinsFile(pinsPath(folder), logger, mayMake)
  const pins = new Pins(pinsFile)
  const probe = async (bytes: number): Promise<AppError | null> =>
    mayMake() ? await probeFolder({ files, space }, folder, bytes) : new AppError('cache/missing', folder)
  const health = new DiskHealthWatch({
    clock,
    probe,
    pause: () => setTimeout(PROBE_EVERY_MS, undefined, { ref: false }),
    onChange: (now) => {
      if (!isOpening) logHealth(logger, folder, now)
      if (now.state === 'missing') wasMissing = true
      if (now.state === 'ok') void takeIn().then(onChange)
      else onChange()
    },
  })
  /** A disk that has come back brings its entries. */
  const takeIn = async (): Promise<void> => {
    if (!wasMissing) return
    wasMissing = false
    pinsFile.open(pinsPath(folder))
    pins.reread()
    await Promise.all([results.open(resultsFolder(folder, version)), raw.open(rawFolder(folder))])
  }
  const shared = {
    clock,
    files,
    space,
    health,
    isPinned: (entry: Parameters<Pins['covers']>[0]) => pins.covers(entry),
    mayMake,
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
      freeBytes: async () => (mayMake() ? await space.freeBytes(folder) : null),
    },
    clock,
    limits.ttlMs,
    onChange,
  )
  let wasMissing = !mayMake()
  if (wasMissing)
    health.report({ error: new AppError('cache/missing', folder), bytes: 0, refusedFromBytes: 0 })
  isOpening = false
  return {
    cache,
    raw,
    tryWriting: async () => {
      const failure = await probe(0)
      if (failure !== null) throw failure
    },
    sweep: async () => {
      for (const name of await removeOutdated(folder, version))
        logger.log('info', 'cache', 'removed what another version made', { folder, name })
      for (const store of [results, raw])
        logger.log('info', 'cache', 'swept', { folder: store.location, ...(await store.sweep()) })
      // Of the pins, and of trying whether the folder takes anything.
      await removePassing(folder)
    },
    movesTo: (target) => [
      { store: results, to: resultsFolder(target, version) },
      { store: raw, to: rawFolder(target) },
    ],
    copyPinsTo: (target) => pinsFile.copyTo(pinsPath(target)),
    relocate: (target) => {
      folder = target
      mustBeThere = true
      pinsFile.relocate(pinsPath(target))
    },
    open: async (target) => {
      folder = target
      mustBeThere = false
      wasMissing = true
      await takeIn()
      await health.recheck()
      onChange()
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
