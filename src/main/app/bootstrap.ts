// The order in which the window's process starts: lock, window, and only when that has painted everything behind it.
// What stands here is loaded before the first paint, so it imports little; the rest is in `compose-gallery`.

import { join } from 'node:path'
import { app, dialog, ipcMain, nativeTheme, protocol } from 'electron'
import { PAGE_SETTINGS_ATTRIBUTE, type PageSettings } from '@contract/appearance'
import type { AppVersions } from '@contract/calls'
import { readDevelopmentSwitches } from '../adapters/development-switches'
import { findFolders, LOG_FILE } from '../adapters/folders'
import { createLogFeed } from '../adapters/log-feed'
import { createFileSink, createLineLogger } from '../adapters/line-logger'
import { readSettings } from '../adapters/settings-file'
import { AppError } from '../core/app-error'
import { LINK_SCHEME } from '@contract/link'
import { Showings } from '../core/desktop/showings'
import { readStartArguments, type StartArguments } from '../core/desktop/start-arguments'
import type { Logger } from '../core/ports'
import { push } from '../ipc/push'
import { startRouter } from '../ipc/router'
import { describeApplication } from './about'
import { APP_SCHEME, createAppHandler } from './app-protocol'
import type { RunningGallery } from './compose-gallery'
import { speak } from './desktop-language'
import { desktopLocale } from './desktop-locale'
import { desktopWords, PRODUCT } from './desktop-words'
import { isStartedAtLogin } from './login-start'
import { actionsOnceReady, setApplicationMenu } from './menu'
import { forbidEverythingElse, isTrustedSender } from './security'
import { closeBeforeQuit } from './shutdown'
import { openWindowDesk } from './window-desk'
import { openGalleryWindow, pagesAlive } from './windows'

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
  if (app.isPackaged) app.setAsDefaultProtocolClient(LINK_SCHEME)
  // Windows groups windows and shows notifications by it; the installer's shortcut carries the same one.
  app.setAppUserModelId(APPLICATION_ID)
  const resources = join(outFolder, '..', 'resources')
  const logFile = join(folders.userData, LOG_FILE)
  const log = createLogFeed(createFileSink(logFile), () => gallery?.logGrew())
  const logger = createLineLogger(log, 'info')
  const closing = new AbortController()
  /** Null until it is composed. */
  let gallery: RunningGallery | null = null

  const showings = new Showings((showing) => push(pagesAlive(), 'showing:wanted', showing))
  // Where the settings cannot be read, whoever opens them for good says so.
  const first = readSettings(folders.userData, SILENT)
  const pageSettings = (): PageSettings => {
    if (gallery !== null) return gallery.pageSettings()
    const { appearance, accessibility, isSpoilerFree, revealed } = first
    return { appearance, accessibility, isSpoilerFree, revealed }
  }
  const windowDesk = openWindowDesk({
    makeWindow: () =>
      openGalleryWindow({
        preloadFile: join(outFolder, 'preload', 'index.cjs'),
        icon: join(resources, 'icon.png'),
        place: gallery === null ? first.window : gallery.memory.place(),
        onPlaceChange: (place) => gallery?.memory.keepPlace(place),
        textScale: () => pageSettings().accessibility.textScale,
      }),
    showings,
    logger,
    memory: () => gallery?.memory ?? null,
    closing: closing.signal,
  })

  const composing = app.whenReady().then(async (): Promise<RunningGallery | null> => {
    if (closing.signal.aborted) return null
    const own = readStartArguments(args)
    follow(own)
    const isHidden = own.isHidden || isStartedAtLogin()
    nativeTheme.themeSource = first.appearance.theme
    // Before there is anything that was said in another language.
    speak(first.appearance.language, () => {})
    openDoor()
    if (!isHidden) {
      windowDesk.open()
      await windowDesk.painted()
    }
    const { composeGallery } = await import('./compose-gallery')
    // Whoever closed the window meanwhile has quit, and nothing is to be begun.
    if (closing.signal.aborted) return null
    gallery = composeGallery({
      folders,
      switches,
      workerFile,
      resources,
      logFile,
      log,
      logger,
      showings,
      windowDesk,
      versions: versions(),
      closing: closing.signal,
    })
    void gallery.desktop.start().then((hasTray) => {
      // Hidden where nobody could find it, the gallery would be gone.
      if (isHidden && !hasTray) windowDesk.open()
    })
    return gallery
  })
  const running = composing.then((composed) => {
    if (composed === null) throw new AppError('task/cancelled', PRODUCT)
    return composed
  })
  composing.catch((error: unknown) => endWith(error, logger))

  /** All that a page can reach, before there is one. What lies behind it answers when it is there. */
  const openDoor = (): void => {
    forbidEverythingElse()
    protocol.handle(
      APP_SCHEME,
      createAppHandler({
        rendererFolder: join(outFolder, 'renderer'),
        devServerUrl: app.isPackaged ? null : (process.env['ELECTRON_RENDERER_URL'] ?? null),
        readSculpture: async (id) => await (await running).readSculpture(id),
        rootAttributes: () => ({
          lang: desktopLocale(),
          [PAGE_SETTINGS_ATTRIBUTE]: JSON.stringify(pageSettings()),
        }),
      }),
    )
    const handlers = running.then((composed) => composed.handlers)
    // Each call is told; without calls it must not pass for a failure that nobody handles.
    handlers.catch(() => {})
    startRouter({ ipcMain, handlers, isTrusted: isTrustedSender, logger })
    describeApplication(versions())
    setApplicationMenu(actionsOnceReady(running.then(({ desktop }) => desktop.menuActions)), null)
  }

  const follow = ({ link, hasBadLink }: StartArguments): void => {
    if (hasBadLink) logger.log('warn', 'desktop', 'a link was refused')
    if (link !== null) showings.want({ room: 'link', ...link })
  }
  closeBeforeQuit(app, async () => {
    closing.abort()
    await (await composing)?.close()
  })
  // macOS hands links over like this, the first one perhaps before the application is ready.
  app.on('open-url', (event, url) => {
    event.preventDefault()
    follow(readStartArguments([url]))
    if (app.isReady()) windowDesk.open()
  })
  app.on('second-instance', (_event, argv) => {
    const asked = readStartArguments(argv)
    follow(asked)
    // Starting at log-in is no wish to see the window.
    if (!asked.isHidden || asked.link !== null) void app.whenReady().then(() => windowDesk.open())
  })
  app.on('activate', () => {
    if (app.isReady()) windowDesk.open()
  })
  app.on('window-all-closed', () => {
    if (process.platform !== 'darwin') app.quit()
  })
}

/** As `appId` in `scripts/packaging/builder-config.mjs`. */
const APPLICATION_ID = 'invalid.f1-sculpture-gallery'

const SILENT: Logger = { log: () => {} }

function versions(): AppVersions {
  return {
    app: app.getVersion(),
    electron: process.versions.electron,
    chromium: process.versions['chrome'] ?? '',
    node: process.versions.node,
  }
}

/** What cannot be composed cannot be used: a window whose calls are never answered would only look alive. */
function endWith(error: unknown, logger: Logger): void {
  logger.log('error', 'desktop', `the gallery cannot start: ${String(error)}`, {
    ...(error instanceof Error && { stack: error.stack }),
  })
  dialog.showErrorBox(desktopWords().cannotStart, String(error))
  app.exit(1)
}
