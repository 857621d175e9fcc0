// The composition root of the window's process: everything behind the window. Loaded when the window has painted, because
// it brings most of the application with it.

import { dirname, join } from 'node:path'
import { nativeTheme, net, powerMonitor } from 'electron'
import { nextTextScale, type PageSettings } from '@contract/appearance'
import type { AppVersions } from '@contract/calls'
import type { SculptureId } from '@contract/ids'
import { atomicFiles } from '../adapters/atomic-file'
import { controlAddress, serveControl, type ControlServer } from '../adapters/control-socket'
import type { DevelopmentSwitches } from '../adapters/development-switches'
import { COST_FILE, TASKS_FILE, type Folders } from '../adapters/folders'
import { startHousekeeping } from '../adapters/housekeeping'
import { readLog } from '../adapters/log-file'
import type { LogFeed } from '../adapters/log-feed'
import { createDesktopSurroundings } from '../adapters/power-and-network'
import { openSettings } from '../adapters/settings-store'
import type { Showings } from '../core/desktop/showings'
import { isFrom } from '../core/log-line'
import type { Logger } from '../core/ports'
import { CacheDesk } from '../ipc/cache-desk'
import { answerLine } from '../ipc/control-desk'
import { ExportDesk } from '../ipc/export-desk'
import { createHandlers } from '../ipc/handlers'
import type { Handlers } from '../ipc/answer'
import { SettingsTransfer } from '../ipc/settings-transfer'
import { describeApplication } from './about'
import { compose } from './compose'
import { createDeskTools } from './desk-tools'
import { speak } from './desktop-language'
import { openDesktop, type Desktop } from './desktop'
import { openPagePushes } from './page-pushes'
import { cacheLimitsOf } from './source-cache'
import { openSourceDesk } from './source-desk'
import { openWarmingDesk } from './warming-desk'
import type { WindowDesk, WindowMemory } from './window-desk'
import { pagesAlive } from './windows'

/** Chromium's cache would keep every topic a second time, and its cookie jar what we never asked for. */
const WITHOUT_MEMORY = { cache: 'no-store', credentials: 'omit' } as const

export interface GalleryOptions {
  readonly folders: Folders
  readonly switches: DevelopmentSwitches
  readonly workerFile: string
  /** With the icons. */
  readonly resources: string
  readonly logFile: string
  readonly log: LogFeed
  readonly logger: Logger
  readonly showings: Showings
  readonly windowDesk: WindowDesk
  readonly versions: AppVersions
  /** Fires when the application closes. */
  readonly closing: AbortSignal
}

export interface RunningGallery {
  readonly handlers: Handlers
  readonly desktop: Desktop
  /** There are lines in the log that the page has not been told of. */
  logGrew(): void
  /** As `Gallery.readFrame`, of the source that the id names. */
  readSculpture(id: SculptureId): Promise<Uint8Array | null>
  readonly memory: WindowMemory
  pageSettings(): PageSettings
  close(): Promise<void>
}

/** Once the application is ready. @throws what the file system says of settings that can neither be read nor set aside. */
export function composeGallery(options: GalleryOptions): RunningGallery {
  const { folders, switches, workerFile, resources, logFile, log, logger, showings, windowDesk, closing } =
    options
  const { store: settings, mended } = openSettings(folders.userData, logger)
  const pushes = openPagePushes({
    'logs:appended': () => log.drain(),
    'warming:changed': () => {
      desktop.refresh()
      return desk.status()
    },
    'tasks:changed': () => parts.tasks.list(),
    'cache:changed': async () => {
      desktop.refresh()
      const source = sources.current()
      try {
        return { source, status: await parts.caches[source].status() }
      } catch (error) {
        logger.log('warn', 'cache', `its status cannot be read: ${String(error)}`)
        return null
      }
    },
    'wall:changed': () => sources.wallStatus(sources.current()),
  })
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
        pushes.request('warming:changed')
      },
    },
    onTasksChange: () => {
      pushes.request('tasks:changed')
      pushes.request('warming:changed')
    },
    onCacheChange: () => {
      pushes.request('cache:changed')
      pushes.request('wall:changed')
    },
    onSculpturesImproved: (source, keys) => pushes.tell('sculptures:improved', { source, keys }),
  })
  const sources = openSourceDesk({
    parts,
    settings,
    logger,
    onChosen: () => tellSettings(),
    onChange: () => pushes.request('cache:changed'),
    onWallChange: () => pushes.request('wall:changed'),
  })
  const tellSettings = (): void => pushes.tell('settings:changed', desk.settings.get())
  const applyAppearance = (): void => {
    // Title bars, dialogs and the page's `prefers-color-scheme` follow it.
    nativeTheme.themeSource = settings.get('appearance').theme
    const { textScale } = settings.get('accessibility')
    for (const contents of pagesAlive()) contents.setZoomFactor(textScale)
  }
  const rewordAll = (): void => {
    describeApplication(options.versions)
    desktop.reword()
    // Each page begins anew, in the other language, where it is.
    for (const contents of pagesAlive()) contents.reload()
  }
  const desk = openWarmingDesk({
    parts,
    store: settings,
    mended,
    userData: folders.userData,
    logger,
    currentSource: () => sources.current(),
    closing,
    onChange: () => pushes.request('warming:changed'),
    onSettingsChange: ({ cache }) => {
      applyAppearance()
      tellSettings()
      speak(settings.get('appearance').language, rewordAll)
      if (cache === undefined) return
      parts.setCacheLimits(cacheLimitsOf(cache)).catch((error: unknown) => {
        logger.log('warn', 'cache', `not everything over the new limits could go: ${String(error)}`)
      })
    },
  })
  const desktop = openDesktop({
    parts,
    settings,
    windowDesk,
    warmingStatus: () => desk.status(),
    currentSource: () => sources.current(),
    onZoom: (step) => {
      const accessibility = settings.get('accessibility')
      const textScale = step === 'usual' ? 1 : nextTextScale(accessibility.textScale, step)
      desk.settings.change({ accessibility: { ...accessibility, textScale } })
    },
    iconFolder: join(resources, 'tray'),
    logFolder: dirname(logFile),
    versions: options.versions,
    logger,
  })
  desk.startSchedule(
    createDesktopSurroundings({
      powerMonitor,
      isOnline: () => net.isOnline(),
      platform: process.platform,
    }),
  )
  const { galleries, caches } = parts
  const tools = createDeskTools()
  const handlers = createHandlers({
    versions: options.versions,
    galleries,
    caches,
    exports: new ExportDesk(parts.exporter, tools, closing),
    cacheDesk: new CacheDesk({
      place: parts.cachePlace,
      tasks: parts.tasks,
      usualFolder: folders.cache,
      remember: async (folder) => settings.set('cache', { ...settings.get('cache'), folder }),
      tools,
    }),
    warming: desk.handlerParts,
    settings: {
      ...desk.settings,
      transfer: new SettingsTransfer({
        ...desk.settings,
        onSource: (source) => {
          sources.planAhead()
          pushes.tell('source:chosen', source)
        },
        tools,
        files: atomicFiles,
      }),
    },
    showings,
    readLog: (source, limit) => readLog(logFile, (line) => isFrom(source, line), limit),
    sources,
    closing,
  })
  let control: ControlServer | null = null
  // Whoever cannot listen is a window without a command line beside it.
  serveControl(controlAddress(folders.userData, process.platform), (line) =>
    answerLine(handlers, line, logger),
  ).then(
    (server) => {
      control = server
    },
    (error: unknown) => logger.log('warn', 'control', `no control socket: ${String(error)}`),
  )
  const housekeeping = startHousekeeping(() => parts.sweep(), logger)
  sources.planAhead()
  return {
    handlers,
    desktop,
    logGrew: () => pushes.request('logs:appended'),
    pageSettings: () => ({
      appearance: settings.get('appearance'),
      accessibility: settings.get('accessibility'),
      isSpoilerFree: settings.get('isSpoilerFree'),
      revealed: settings.get('revealed'),
    }),
    readSculpture: (id) => galleries[id.source].readFrame(id),
    memory: {
      place: () => settings.get('window'),
      keepPlace: (place) => settings.set('window', place),
      isTrayExplained: () => settings.get('isTrayExplained'),
      trayExplained: (choice) => {
        settings.set('isTrayExplained', true)
        if (choice === 'quit') settings.set('desktop', { ...settings.get('desktop'), closeToTray: false })
        tellSettings()
      },
      mayStayInTray: () => process.platform !== 'darwin' && settings.get('desktop').closeToTray,
      hasTray: () => desktop.hasTray(),
    },
    close: async () => {
      desktop.close()
      sources.close()
      housekeeping.close()
      desk.close()
      await control?.close()
      pushes.close()
      await parts.close()
    },
  }
}
