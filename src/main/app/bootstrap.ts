// The composition root of the window's process: order of start, nothing worth a test of its own.

import { join } from 'node:path'
import { setTimeout } from 'node:timers/promises'
import { app, BrowserWindow, ipcMain, net, powerMonitor, protocol } from 'electron'
import type { StartPlan } from '@contract/calls'
import type { SourceKind } from '@contract/ids'
import { coalesce } from '../adapters/coalesce'
import { controlAddress, serveControl, type ControlServer } from '../adapters/control-socket'
import { readDevelopmentSwitches } from '../adapters/development-switches'
import { findFolders } from '../adapters/folders'
import { scheduleJob } from '../adapters/job-scheduler'
import { createFileSink, createLineLogger } from '../adapters/line-logger'
import { readLog } from '../adapters/log-file'
import { createLogFeed } from '../adapters/log-feed'
import { createDesktopSurroundings } from '../adapters/power-and-network'
import { openSettings } from '../adapters/settings-store'
import { planStart, PROBE_MS } from '../core/gallery/start-plan'
import { WallFiller } from '../core/gallery/wall-filler'
import { isFrom } from '../core/log-line'
import { answerLine } from '../ipc/control-desk'
import { CacheDesk } from '../ipc/cache-desk'
import { ExportDesk } from '../ipc/export-desk'
import { createHandlers } from '../ipc/handlers'
import { push } from '../ipc/push'
import { startRouter } from '../ipc/router'
import { APP_SCHEME, createAppHandler } from './app-protocol'
import { compose, COST_FILE, LOG_FILE, TASKS_FILE } from './compose'
import { createDeskTools } from './desk-tools'
import { setApplicationMenu } from './menu'
import { forbidEverythingElse, isTrustedSender } from './security'
import { closeBeforeQuit } from './shutdown'
import { cacheLimitsOf } from './source-cache'
import { openWarmingDesk } from './warming-desk'
import { openGalleryWindow } from './windows'

/** Often enough to look alive, seldom enough to cost nothing. */
const PUSH_INTERVAL_MS = 100

/** All sculptures of a session are stored within this time: the page asks for the list once, not twenty times. */
const WALL_PUSH_INTERVAL_MS = 150

/**
 * Between two sessions made for the wall. On two cores the page needs them to draw the pictures of the first session,
 * which in software takes some two seconds.
 */
const WALL_PAUSE_MS = 3_000

/** Every night of the week the cache's leftovers are swept, at an hour when few people look at laps. */
const HOUSEKEEPING_RULE = '30 4 * * *'

/** Chromium's cache would keep every topic a second time, and its cookie jar what we never asked for. */
const WITHOUT_MEMORY = { cache: 'no-store', credentials: 'omit' } as const

export interface BootstrapOptions {
  /** The folder with main/, preload/ and renderer/. */
  readonly outFolder: string
  readonly workerFile: string
}

export function startGallery({ outFolder, workerFile }: BootstrapOptions): void {
  const switches = readDevelopmentSwitches(process.env, app.isPackaged)
  const folders = findFolders(process.platform, process.env, switches.userData)
  app.setPath('userData', folders.userData)
  // Two processes must not write one cache folder: a second start shows the first one's window instead.
  if (!app.requestSingleInstanceLock()) {
    app.quit()
    return
  }
  protocol.registerSchemesAsPrivileged([
    { scheme: APP_SCHEME, privileges: { standard: true, secure: true, supportFetchAPI: true } },
  ])
  const logFile = join(folders.userData, LOG_FILE)
  const log = createLogFeed(createFileSink(logFile), () => logsPush.request())
  const logger = createLineLogger(log, 'info')
  const settings = openSettings(folders.userData, logger)

  const webContents = () => BrowserWindow.getAllWindows().map((window) => window.webContents)
  const logsPush = coalesce(() => push(webContents(), 'logs:appended', log.drain()), PUSH_INTERVAL_MS)
  const warmingPush = coalesce(() => push(webContents(), 'warming:changed', desk.status()), PUSH_INTERVAL_MS)
  const tasksPush = coalesce(() => push(webContents(), 'tasks:changed', parts.tasks.list()), PUSH_INTERVAL_MS)
  const cachePush = coalesce(() => {
    const source = currentSource
    parts.caches[source].status().then(
      (status) => push(webContents(), 'cache:changed', { source, status }),
      (error: unknown) => logger.log('warn', 'cache', `its status cannot be read: ${String(error)}`),
    )
  }, PUSH_INTERVAL_MS)
  const wallStatus = (source: SourceKind) => ({
    source,
    revision: parts.caches[source].revision,
    filling: source === 'demo' ? filler.filling : null,
  })
  const wallPush = coalesce(
    () => push(webContents(), 'wall:changed', wallStatus(currentSource)),
    WALL_PUSH_INTERVAL_MS,
  )
  const parts = compose({
    cacheFolder: settings.get('cache').folder ?? folders.cache,
    isCacheMoved: settings.get('cache').folder !== null,
    cacheLimits: cacheLimitsOf(settings.get('cache')),
    limitsFolder: join(folders.userData, 'request-limits'),
    taskHistory: { file: join(folders.userData, TASKS_FILE), access: 'keep' },
    network: {
      // Chromium's network, for the system's proxy settings and certificates.
      fetch: (url, init) => net.fetch(url, { ...init, ...WITHOUT_MEMORY }),
      isOnline: () => net.isOnline(),
      close: async () => {},
    },
    switches,
    workerFile,
    logger,
    warming: {
      settings: () => ({ strategy: settings.get('strategy'), alertAfterMs: settings.get('alertAfterMs') }),
      record: { file: join(folders.userData, COST_FILE), access: 'keep' },
      onRunEnded: () => desk.check('run-ended'),
      onPauseChange: () => {
        desk.check('settings')
        warmingPush.request()
      },
    },
    onTasksChange: () => {
      tasksPush.request()
      warmingPush.request()
    },
    onCacheChange: () => {
      cachePush.request()
      wallPush.request()
    },
    onSculpturesImproved: (source, keys) => push(webContents(), 'sculptures:improved', { source, keys }),
  })
  // The simulated season alone: what is recorded is fetched from other people's hosts, and only when it is asked for.
  const filler = new WallFiller({
    gallery: parts.galleries.demo,
    tasks: parts.tasks,
    logger,
    pause: () => setTimeout(WALL_PAUSE_MS, undefined, { ref: false }),
    onChange: () => wallPush.request(),
  })

  let currentSource: SourceKind = 'archive'
  const start = async (choice: SourceKind | null): Promise<StartPlan> => {
    if (choice !== null) settings.set('source', choice)
    const remembered = settings.get('source')
    const plan = await planStart(
      remembered === 'auto' ? null : remembered,
      parts.galleries,
      parts.caches.archive,
      AbortSignal.timeout(PROBE_MS),
    )
    currentSource = plan.source
    cachePush.request()
    if (plan.source === 'demo') void filler.start()
    else filler.stop()
    return plan
  }

  /** The first plan, made while the window is still opening: a page takes most of a second before it can ask. */
  let ahead: Promise<StartPlan> | null = null
  const startOrTakeAhead = (choice: SourceKind | null): Promise<StartPlan> => {
    const plan = choice === null && ahead !== null ? ahead : start(choice)
    ahead = null
    return plan
  }

  const closing = new AbortController()
  const desk = openWarmingDesk({
    parts,
    store: settings,
    userData: folders.userData,
    logger,
    currentSource: () => currentSource,
    closing: closing.signal,
    onChange: () => warmingPush.request(),
    onSettingsChange: ({ cache }) => {
      if (cache === undefined) return
      parts.setCacheLimits(cacheLimitsOf(cache)).catch((error: unknown) => {
        logger.log('warn', 'cache', `not everything over the new limits could go: ${String(error)}`)
      })
    },
  })
  let control: ControlServer | null = null
  const housekeeping = scheduleJob('housekeeping', HOUSEKEEPING_RULE, () => parts.sweep(), logger)
  closeBeforeQuit(app, async () => {
    closing.abort()
    filler.stop()
    housekeeping.close()
    desk.close()
    await control?.close()
    logsPush.close()
    warmingPush.close()
    tasksPush.close()
    cachePush.close()
    wallPush.close()
    await parts.close()
  })
  app.on('window-all-closed', () => {
    if (process.platform !== 'darwin') app.quit()
  })

  void app.whenReady().then(() => {
    forbidEverythingElse()
    setApplicationMenu({
      warmNow: () => void parts.warming.start({ kind: 'recent', source: currentSource }, 'asked'),
    })
    desk.startSchedule(
      createDesktopSurroundings({
        powerMonitor,
        isOnline: () => net.isOnline(),
        platform: process.platform,
      }),
    )
    const readSculpture: Parameters<typeof createAppHandler>[0]['readSculpture'] = (id) =>
      parts.galleries[id.source].readFrame(id)
    protocol.handle(
      APP_SCHEME,
      createAppHandler({
        rendererFolder: join(outFolder, 'renderer'),
        devServerUrl: app.isPackaged ? null : (process.env['ELECTRON_RENDERER_URL'] ?? null),
        readSculpture,
      }),
    )
    const versions = {
      app: app.getVersion(),
      electron: process.versions.electron,
      chromium: process.versions['chrome'] ?? '',
      node: process.versions.node,
    }
    const { galleries, caches } = parts
    const tools = createDeskTools()
    const handlers = createHandlers({
      versions,
      galleries,
      caches,
      exports: new ExportDesk(parts.exporter, tools, closing.signal),
      cacheDesk: new CacheDesk({
        place: parts.cachePlace,
        tasks: parts.tasks,
        usualFolder: folders.cache,
        remember: async (folder) => settings.set('cache', { ...settings.get('cache'), folder }),
        tools,
      }),
      warming: desk.handlerParts,
      settings: desk.settings,
      readLog: (source, limit) => readLog(logFile, (line) => isFrom(source, line), limit),
      start: startOrTakeAhead,
      wallStatus,
      closing: closing.signal,
    })
    // Whoever cannot listen is a window without a command line beside it.
    serveControl(controlAddress(folders.userData, process.platform), (line) =>
      answerLine(handlers, line, logger),
    ).then(
      (server) => {
        control = server
      },
      (error: unknown) => logger.log('warn', 'control', `no control socket: ${String(error)}`),
    )
    startRouter({ ipcMain, handlers, isTrusted: isTrustedSender, logger })
    const open = () =>
      openGalleryWindow({
        preloadFile: join(outFolder, 'preload', 'index.cjs'),
        icon: join(outFolder, '..', 'resources', 'icon.png'),
        place: settings.get('window'),
        onPlaceChange: (place) => settings.set('window', place),
      })
    ahead = start(null)
    // Whoever takes it is told of its failure; until then it must not pass for one that nobody handles.
    ahead.catch(() => {})
    open()
    app.on('second-instance', () => {
      const window = BrowserWindow.getAllWindows()[0]
      if (window === undefined) return
      if (window.isMinimized()) window.restore()
      window.focus()
    })
    app.on('activate', () => {
      if (BrowserWindow.getAllWindows().length === 0) open()
    })
  })
}
