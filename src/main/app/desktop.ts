// The gallery beside its window: tray, application menu, notifications, start at log-in. Gathers what they need to know;
// the rules are in `core/desktop`.

import { app, shell } from 'electron'
import type { AppVersions } from '@contract/calls'
import type { CacheStatus } from '@contract/cache'
import type { SourceKind } from '@contract/ids'
import { endedRuns } from '@contract/runs'
import type { Settings } from '@contract/settings'
import type { WarmingStatus } from '@contract/warming'
import { coalesce } from '../adapters/coalesce'
import { hasTrayHost } from '../adapters/tray-host'
import { noticeOfRun, wantsNotices } from '../core/desktop/run-notice'
import { TrayPresence } from '../core/desktop/tray-presence'
import { trayStatus, type WarmNowObstacle } from '../core/desktop/tray-status'
import type { Logger } from '../core/ports'
import { needsNetwork } from '../core/warming/wish'
import { openLicences, showAbout } from './about'
import type { Composition } from './compose'
import { applyLoginStart } from './login-start'
import { setApplicationMenu, type MenuActions } from './menu'
import { Notifier } from './notifier'
import { createTray, type GalleryTray } from './tray'
import type { TrayAction } from './tray-menu'
import type { WindowDesk } from './window-desk'

/** At most two a second: some panels draw the icon anew with each, and nobody reads faster. */
const UPDATE_INTERVAL_MS = 500

/** Whether there is a network nobody tells the main process, so it is looked at; an icon may be this late. */
const LOOK_EVERY_MS = 30_000

/**
 * A panel that comes after us, or goes before us, is noticed this late. On Linux each look is a process of some 10 ms,
 * a thousandth of a core.
 */
const TRAY_LOOK_EVERY_MS = 10_000

const HOUR_MS = 3_600_000

export interface DesktopOptions {
  readonly parts: Composition
  readonly settings: DesktopSettingsStore
  readonly windowDesk: WindowDesk
  readonly warmingStatus: () => WarmingStatus
  readonly currentSource: () => SourceKind
  readonly onZoom: MenuActions['zoom']
  readonly iconFolder: string
  readonly logFolder: string
  readonly versions: AppVersions
  readonly logger: Logger
}

/** What is used of electron-store. */
export interface DesktopSettingsStore {
  get<K extends 'desktop' | 'isSpoilerFree'>(name: K): Settings[K]
  onDidChange(name: 'desktop', listener: (next?: Settings['desktop']) => void): () => void
}

export interface Desktop {
  readonly menuActions: MenuActions
  /** Looks whether the desktop still has one: what hides in a tray that is gone cannot be got back. */
  hasTray(): Promise<boolean>
  /** Once the application is ready. Resolves with whether there is a tray. */
  start(): Promise<boolean>
  /** Something that the tray or the menu tells may have changed. */
  refresh(): void
  /** The language has changed: whatever stands in menu and tray is said anew. */
  reword(): void
  runOverdue(): void
  /** May be called twice. */
  close(): void
}

export function openDesktop(options: DesktopOptions): Desktop {
  const { parts, settings, windowDesk, warmingStatus, currentSource, iconFolder, logger } = options
  let tray: GalleryTray | null = null
  let obstacle: WarmNowObstacle | null = null
  let isClosed = false
  const notifier = new Notifier(() => windowDesk.show({ room: 'warming', page: 'now' }))
  const warmNow = (): void => void parts.warming.start({ kind: 'recent', source: currentSource() }, 'asked')
  const openSettings = (): void => windowDesk.show({ room: 'settings' })
  const menuActions: MenuActions = {
    warmNow,
    openSettings,
    zoom: options.onZoom,
    openLicences: () => openLicences(logger),
    showAbout: () => void showAbout(options.versions, logger),
    openHelp: () => windowDesk.show({ room: 'help' }),
    openLogFolder: () => openFolder(options.logFolder, logger),
    openCacheFolder: () => {
      void readCache().then((cache) => cache !== null && openFolder(cache.folder, logger))
    },
  }
  const trayActions: Readonly<Record<TrayAction, () => void>> = {
    'warm-now': warmNow,
    'pause-hour': () => parts.pause.begin(HOUR_MS),
    pause: () => parts.pause.begin(null),
    resume: () => parts.pause.end(),
    open: () => windowDesk.open(),
    settings: openSettings,
    quit: () => app.quit(),
  }

  const readCache = async (): Promise<CacheStatus | null> => {
    try {
      return await parts.caches[currentSource()].status()
    } catch {
      // Whoever shows the cache tells why; a tray without its numbers is still a tray.
      return null
    }
  }
  const isNoticeWanted = (): boolean =>
    wantsNotices({ desktop: settings.get('desktop'), isSpoilerFree: settings.get('isSpoilerFree') })
  /** Runs that had ended before this start are no news. */
  const told = new Set(endedRuns(parts.tasks.list()).map(({ id }) => id))
  const tellEndedRuns = (): void => {
    const onlookers = {
      isWanted: isNoticeWanted(),
      isWatched: windowDesk.isWatched(),
    }
    for (const run of endedRuns(parts.tasks.list()).filter(({ id }) => !told.has(id))) {
      told.add(run.id)
      const notice = noticeOfRun(run, onlookers)
      if (notice !== null) notifier.tellRun(notice)
    }
  }
  const update = async (): Promise<void> => {
    tellEndedRuns()
    const cache = await readCache()
    if (isClosed) return
    const status = trayStatus({
      warming: warmingStatus(),
      tasks: parts.tasks.list(),
      cache,
      isOnline: parts.isOnline(),
      needsNetwork: needsNetwork(currentSource()),
    })
    tray?.show(status)
    if (status.obstacle === obstacle) return
    obstacle = status.obstacle
    setApplicationMenu(menuActions, obstacle)
  }
  const presence = new TrayPresence(
    async () => !isClosed && (await hasTrayHost(process.platform, process.env)),
    (isThere) => {
      tray?.close()
      tray =
        isThere && !isClosed
          ? createTray({ iconFolder, logger, onAction: (action) => trayActions[action]() })
          : null
      if (tray !== null) return updates.request()
      if (isClosed) return
      logger.log('info', 'desktop', 'the tray is gone; closing the window ends the gallery')
      windowDesk.comeOut()
    },
  )
  const trayLook = setInterval(() => void presence.check(), TRAY_LOOK_EVERY_MS).unref()
  const hasTray = async (): Promise<boolean> => (await presence.check()) && tray !== null
  const updates = coalesce(() => void update(), UPDATE_INTERVAL_MS)
  const look = setInterval(() => updates.request(), LOOK_EVERY_MS).unref()
  const applyStart = (isOn: boolean): void => {
    applyLoginStart(isOn).catch((error: unknown) =>
      logger.log('warn', 'desktop', `starting at log-in cannot be set: ${String(error)}`),
    )
  }
  const stopListening = settings.onDidChange('desktop', (next) => {
    if (next !== undefined) applyStart(next.startAtLogin)
  })

  return {
    menuActions,
    hasTray,
    start: async () => {
      setApplicationMenu(menuActions, obstacle)
      // The program may lie elsewhere than when it was switched on.
      if (settings.get('desktop').startAtLogin) applyStart(true)
      const isThere = await hasTray()
      if (!isThere)
        logger.log('info', 'desktop', 'this desktop has no tray; closing the window ends the gallery')
      return isThere
    },
    refresh: () => updates.request(),
    reword: () => {
      setApplicationMenu(menuActions, obstacle)
      updates.request()
    },
    runOverdue: () => {
      if (isNoticeWanted() && !windowDesk.isWatched()) notifier.tellOverdue()
    },
    close: () => {
      isClosed = true
      clearInterval(look)
      clearInterval(trayLook)
      updates.close()
      stopListening()
      notifier.close()
      tray?.close()
      tray = null
    },
  }
}

function openFolder(folder: string, logger: Logger): void {
  void shell.openPath(folder).then((trouble) => {
    if (trouble !== '') logger.log('warn', 'desktop', `the folder cannot be opened: ${trouble}`, { folder })
  })
}
