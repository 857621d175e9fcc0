// Puts the parts together, once for the window's process and once for the command line. No Electron in here.

import { availableParallelism } from 'node:os'
import { dirname, join } from 'node:path'
import { setImmediate, setTimeout } from 'node:timers/promises'
import type { HealthReport, PartHealth } from '@contract/health'
import type { SourceKind } from '@contract/ids'
import { FRAME_FORMAT, PIPELINE_VERSION } from '@contract/sculpture-frame'
import { atomicFiles, removePassing } from '../adapters/atomic-file'
import type { DevelopmentSwitches } from '../adapters/development-switches'
import type { DemoFiles } from '../adapters/demo-server'
import { createHttpStack, hostLimitsFor, type Network } from '../adapters/http/http-stack'
import { isLoopback } from '../adapters/http/transport'
import { createRequestRecords } from '../adapters/http/request-records'
import { readLetteringFonts } from '../adapters/lettering-fonts'
import { sleep as systemSleep } from '../adapters/sleep'
import { createSystemClock } from '../adapters/system-clock'
import { keepTaskHistory, openTaskHistory } from '../adapters/task-history-file'
import type { CacheLimits, TieredCache } from '../core/cache/tiered-cache'
import { SculptureExporter } from '../core/export/exporter'
import { Gallery } from '../core/gallery/gallery'
import { retryTask } from '../core/gallery/retry-task'
import type { Clock, Logger, Sleep } from '../core/ports'
import { createArchiveSource } from '../core/sources/archive/archive-source'
import { createDemoSource } from '../core/sources/demo/demo-source'
import type { SessionSource } from '../core/sources/session-source'
import { TaskQueue } from '../core/tasks/task-queue'
import type { Pause } from '../core/warming/pause'
import type { Warming } from '../core/warming/warming'
import type { CachePlace } from '../ipc/cache-desk'
import { ExportWorkers } from '../workers/export-workers'
import { SessionWorkers } from '../workers/session-workers'
import { composeWarming, type ComposedWarming, type WarmingOptions } from './compose-warming'
import { checkHealth } from './health'
import { moveCache, planMove } from './move-cache'
import { DEFAULT_CACHE_LIMITS, openSourceCache } from './source-cache'

/** Results of another version lie in another folder and are made anew from the raw topics. */
const RESULTS_VERSION = `${FRAME_FORMAT}.${PIPELINE_VERSION}`
/**
 * The page draws what has been opened, and the wall its pictures: with the refinement beside them on two cores, each
 * picture took twice as long.
 */
const IMPROVE_AFTER_MS = 4_000
/**
 * Of what people wait for, more at once would share the same two or three worker threads; of the rest, as many as the
 * strategy loads sessions at once by default.
 */
const TASK_SLOTS = { interactive: 4, rest: 5 } as const
const MAX_THREADS = 4

export interface Composition {
  readonly clock: Clock
  readonly galleries: Readonly<Record<SourceKind, Gallery>>
  readonly caches: Readonly<Record<SourceKind, TieredCache>>
  readonly tasks: TaskQueue
  /** The simulated season as the real hosts would serve it. */
  readonly demoFile: DemoFiles
  readonly exporter: SculptureExporter
  readonly warming: Warming
  readonly pause: Pause
  /** Whether hosts can be asked at all; those on this computer always can. */
  readonly isOnline: () => boolean
  readonly checkHealth: (scheduler: PartHealth, signal: AbortSignal) => Promise<HealthReport>
  /** For both sources alike, from now on. @throws AppError as TieredCache.setLimits. */
  setCacheLimits(limits: CacheLimits): Promise<void>
  /** Where all caches lie, and moving them while the application runs. */
  readonly cachePlace: CachePlace
  /** Sweeps the leftovers out of all folders, and what other versions made out of those of the caches. */
  sweep(): Promise<void>
  /** Stops all work and ends the threads. May be called twice. */
  close(): Promise<void>
}

export interface CompositionOptions {
  readonly cacheFolder: string
  /** A person has moved it there: where that folder is not there, its disk is not, and it is not made. */
  readonly isCacheMoved?: boolean
  readonly cacheLimits?: CacheLimits
  /** Where limits that outlast the process are remembered: with the user's things, so clearing the cache keeps them. */
  readonly limitsFolder: string
  /** The process's own way to the network; closed together with the composition. */
  readonly network: Network
  readonly switches: DevelopmentSwitches
  /** The built script of the session worker; the export worker's lies beside it. */
  readonly workerFile: string
  readonly logger: Logger
  /**
   * Instead of the system's, for weeks that pass in minutes. What the hosts' limits and the network go by stays real:
   * nobody's host is to be asked faster.
   */
  readonly time?: { readonly clock: Clock; readonly sleep: Sleep }
  /**
   * Where tasks outlast the process. One process keeps the file; others may read it, and what they do is not recorded.
   * Without it every start begins with an empty list.
   */
  readonly taskHistory?: { readonly file: string; readonly access: 'keep' | 'read' }
  readonly warming: Omit<WarmingOptions, 'isOnline'>
  readonly onCacheChange?: () => void
  readonly onTasksChange?: () => void
  /** Told the keys of sculptures that were made better; without it none are. */
  readonly onSculpturesImproved?: (source: SourceKind, keys: readonly string[]) => void
}

export function compose(options: CompositionOptions): Composition {
  const { switches, logger } = options
  const { clock, sleep } = options.time ?? {
    clock: createSystemClock(switches.startAt),
    sleep: systemSleep,
  }
  const historyFile = options.taskHistory
    ? openTaskHistory(options.taskHistory.file, options.taskHistory.access, logger)
    : null
  const tasks: TaskQueue = new TaskQueue({
    clock,
    sleep,
    slots: TASK_SLOTS,
    ...(options.onTasksChange && { onChange: options.onTasksChange }),
    past: historyFile?.read() ?? null,
    onMilestone: () => history?.request(),
    retrier: (task) =>
      task.run === null ? retryTask(task, galleries) : composed.warming.start(task.run.request, 'asked').done,
  })
  const history =
    historyFile !== null && options.taskHistory?.access === 'keep'
      ? keepTaskHistory(historyFile, () => tasks.history())
      : null
  const threads = Math.min(MAX_THREADS, Math.max(1, availableParallelism() - 1))
  const builder = new SessionWorkers(options.workerFile, threads)

  let { cacheFolder } = options
  const openCache = (kind: SourceKind) =>
    openSourceCache({
      folder: join(cacheFolder, kind),
      mustBeThere: options.isCacheMoved ?? false,
      version: RESULTS_VERSION,
      limits: options.cacheLimits ?? DEFAULT_CACHE_LIMITS,
      clock,
      logger,
      ...(options.onCacheChange && { onChange: options.onCacheChange }),
    })
  const caches = { archive: openCache('archive'), demo: openCache('demo') }
  const { trouble } = caches.archive.cache.health.current()
  if (trouble !== null) logger.log('warn', 'cache', trouble.message, { folder: cacheFolder })
  const openGallery = (kind: SourceKind, source: SessionSource) => {
    const { onSculpturesImproved } = options
    return new Gallery({
      source,
      cache: caches[kind].cache,
      tasks,
      builder,
      clock,
      logger,
      ...(onSculpturesImproved && { onImproved: (keys) => onSculpturesImproved(kind, keys) }),
      breathe: () => setImmediate(),
      pauseBeforeImproving: () => setTimeout(IMPROVE_AFTER_MS, undefined, { ref: false }),
    })
  }
  const http = createHttpStack({
    network: options.network,
    records: createRequestRecords(options.limitsFolder, logger),
    limitsOf: hostLimitsFor(switches.hosts),
    // Not `clock`: that of a developer may show another year.
    clock: createSystemClock(null),
    logger,
  })
  const archive = openGallery(
    'archive',
    createArchiveSource({ http, raw: caches.archive.raw, clock, hosts: switches.hosts, logger }),
  )
  const demo = openGallery(
    'demo',
    createDemoSource({
      clock,
      make: (request, options) => builder.simulateTopics(request, options),
      readAnswer: async (path, now, signal) => (await builder.demoFile(path, now, signal))?.bytes ?? null,
    }),
  )

  const galleries: Composition['galleries'] = { archive, demo }
  const sources = { archive: caches.archive.cache, demo: caches.demo.cache }
  const hosts = [...switches.hosts.archiveUrls, switches.hosts.jolpicaUrl]
  const isOnline = (): boolean => options.network.isOnline() || hosts.every(isLoopback)
  const composed: ComposedWarming = composeWarming(
    { galleries, caches: sources, tasks, clock, sleep, logger },
    { ...options.warming, isOnline },
  )
  const exportWorkers = new ExportWorkers(
    join(dirname(options.workerFile), 'export-worker.js'),
    readLetteringFonts,
  )

  return {
    clock,
    tasks,
    demoFile: (path, signal) => builder.demoFile(path, clock.now(), signal),
    galleries,
    exporter: new SculptureExporter({ galleries, tasks, maker: exportWorkers, files: atomicFiles, clock }),
    caches: sources,
    warming: composed.warming,
    pause: composed.pause,
    isOnline,
    checkHealth: (scheduler, signal) =>
      checkHealth(
        {
          clock,
          http,
          hosts: switches.hosts,
          cacheFolder,
          tryCache: () => caches.archive.tryWriting(),
          tryWorker: (probe) => builder.demoFile('/', clock.now(), probe),
          scheduler,
        },
        signal,
      ),
    setCacheLimits: async (limits) => {
      await caches.archive.cache.setLimits(limits)
      await caches.demo.cache.setLimits(limits)
    },
    cachePlace: {
      folder: () => cacheFolder,
      plan: (to) => planMove({ from: cacheFolder, to, caches }),
      move: async (to, move) => {
        await moveCache({ ...move, from: cacheFolder, to, caches })
        cacheFolder = to
      },
      isMissing: () => caches.archive.cache.health.current().state === 'missing',
      open: async (folder) => {
        await caches.archive.open(join(folder, 'archive'))
        await caches.demo.open(join(folder, 'demo'))
        cacheFolder = folder
      },
    },
    sweep: async () => {
      await caches.archive.sweep()
      await caches.demo.sweep()
      await removePassing(options.limitsFolder)
      if (options.taskHistory?.access === 'keep') await removePassing(dirname(options.taskHistory.file))
    },
    close: async () => {
      archive.close()
      demo.close()
      // Before the tasks are cancelled: it was not a person who did that.
      await history?.close()
      tasks.cancelAll()
      await Promise.all([http.close(), builder.close(), exportWorkers.close()])
      await Promise.all([caches.archive.close(), caches.demo.close()])
    },
  }
}
