// The composition root of the window's process: order of start, nothing worth a test of its own.

import { dirname, join } from 'node:path'
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
import { LINK_SCHEME } from '../core/desktop/deep-link'
import { Showings } from '../core/desktop/showings'
import { readStartArguments, type StartArguments } from '../core/desktop/start-arguments'
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
import { speak } from './desktop-language'
import { desktopLocale } from './desktop-locale'
import { openDesktop } from './desktop'
import { isStartedAtLogin } from './login-start'
import { describeApplication } from './menu'
import { forbidEverythingElse, isTrustedSender } from './security'
import { closeBeforeQuit } from './shutdown'
import { cacheLimitsOf } from './source-cache'
import { openWarmingDesk } from './warming-desk'
import { openWindowDesk } from './window-desk'
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
  readonly args: readonly string[]
}

export function startGallery({ outFolder, workerFile, args }: BootstrapOptions): void {
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
  const resources = join(outFolder, '..', 'resources')
  const logFile = join(folders.userData, LOG_FILE)
  const log = createLogFeed(createFileSink(logFile), () => logsPush.request())
  const logger = createLineLogger(log, 'info')
  const settings = openSettings(folders.userData, logger)

  const webContents = () =>
    BrowserWindow.getAllWindows()
      .map((window) => window.webContents)
      // Electron complains of each message to a page that has crashed.
      .filter((contents) => !contents.isCrashed())
  const logsPush = coalesce(() => push(webContents(), 'logs:appended', log.drain()), PUSH_INTERVAL_MS)
  const warmingPush = coalesce(() => {
    push(webContents(), 'warming:changed', desk.status())
    desktop.refresh()
  }, PUSH_INTERVAL_MS)
  const tasksPush = coalesce(() => push(webContents(), 'tasks:changed', parts.tasks.list()), PUSH_INTERVAL_MS)
  const cachePush = coalesce(() => {
    desktop.refresh()
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
      onRunOverdue: () => desktop.runOverdue(),
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
  const showings = new Showings((showing) => push(webContents(), 'showing:wanted', showing))
  const windowDesk = openWindowDesk({
    makeWindow: () =>
      openGalleryWindow({
        preloadFile: join(outFolder, 'preload', 'index.cjs'),
        icon: join(resources, 'icon.png'),
        place: settings.get('window'),
        onPlaceChange: (place) => settings.set('window', place),
      }),
    showings,
    logger,
    staysInTray: () =>
      process.platform !== 'darwin' && desktop.hasTray() && settings.get('desktop').closeToTray,
    isTrayExplained: () => settings.get('isTrayExplained'),
    onTrayExplained: (choice) => {
      settings.set('isTrayExplained', true)
      if (choice === 'quit') settings.set('desktop', { ...settings.get('desktop'), closeToTray: false })
    },
    closing: closing.signal,
  })
  const desktop = openDesktop({
    parts,
    settings,
    windowDesk,
    warmingStatus: () => desk.status(),
    currentSource: () => currentSource,
    iconFolder: join(resources, 'tray'),
    logFolder: dirname(logFile),
    logger,
  })
  let control: ControlServer | null = null
  const housekeeping = scheduleJob('housekeeping', HOUSEKEEPING_RULE, () => parts.sweep(), logger)
  closeBeforeQuit(app, async () => {
    closing.abort()
    desktop.close()
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
  const follow = ({ link, hasBadLink }: StartArguments): void => {
    if (hasBadLink) logger.log('warn', 'desktop', 'a link was refused')
    if (link !== null) showings.want({ room: 'plinth', id: link })
  }
  if (app.isPackaged) app.setAsDefaultProtocolClient(LINK_SCHEME)
  // macOS hands links over like this, the first one perhaps before the application is ready.
  app.on('open-url', (event, url) => {
    event.preventDefault()
    follow(readStartArguments([url]))
    if (app.isReady()) windowDesk.open()
  })
  app.on('window-all-closed', () => {
    if (process.platform !== 'darwin') app.quit()
  })

  void app.whenReady().then(() => {
    forbidEverythingElse()
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
        rootAttributes: () => ({ lang: desktopLocale() }),
      }),
    )
    const versions = {
      app: app.getVersion(),
      electron: process.versions.electron,
      chromium: process.versions['chrome'] ?? '',
      node: process.versions.node,
    }
    describeApplication(versions)
    speak('system', () => {
      describeApplication(versions)
      desktop.reword()
      // Each page begins anew, in the other language, where it is.
      for (const contents of webContents()) contents.reload()
    })
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
      showings,
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
    ahead = start(null)
    // Whoever takes it is told of its failure; until then it must not pass for one that nobody handles.
    ahead.catch(() => {})
    const trayKnown = desktop.start()
    const own = readStartArguments(args)
    follow(own)
    if (own.isHidden || isStartedAtLogin()) {
      // Hidden where nobody could find it, the gallery would be gone.
      void trayKnown.then(() => {
        if (!desktop.hasTray()) windowDesk.open()
      })
    } else windowDesk.open()
    app.on('second-instance', (_event, argv) => {
      const asked = readStartArguments(argv)
      follow(asked)
      // Starting at log-in is no wish to see the window.
      if (!asked.isHidden || asked.link !== null) windowDesk.open()
    })
    app.on('activate', () => windowDesk.open())
  })
}
