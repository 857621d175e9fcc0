// The gallery's window: how it is made, where it stands, and that it comes back there.

import { BrowserWindow, nativeTheme, screen, type Rectangle, type WebContents } from 'electron'
import type { WindowPlace } from '@contract/settings'
import { placeOnDisplays } from '../core/desktop/window-place'
import { APP_ORIGIN } from './app-protocol'

const DEFAULT_SIZE = { width: 1320, height: 860 }
const MINIMUM_SIZE = { minWidth: 720, minHeight: 520 }

/** The page's own backgrounds, so that the window does not flash before the first paint. */
const BACKGROUND = { dark: '#101114', light: '#f4f2ee' }

export interface GalleryWindowOptions {
  readonly preloadFile: string
  readonly icon: string
  readonly place: WindowPlace | null
  readonly onPlaceChange: (place: WindowPlace) => void
  /** Of everything on the page, 1 as designed. */
  readonly textScale: () => number
}

export function openGalleryWindow(options: GalleryWindowOptions): BrowserWindow {
  const window = new BrowserWindow({
    ...DEFAULT_SIZE,
    ...boundsFrom(options.place),
    ...MINIMUM_SIZE,
    show: false,
    title: 'F1 Sculpture Gallery',
    icon: options.icon,
    backgroundColor: nativeTheme.shouldUseDarkColors ? BACKGROUND.dark : BACKGROUND.light,
    webPreferences: {
      preload: options.preloadFile,
      contextIsolation: true,
      sandbox: true,
      nodeIntegration: false,
      webviewTag: false,
      spellcheck: false,
      zoomFactor: options.textScale(),
    },
  })
  if (options.place?.isMaximized === true) window.maximize()
  window.once('ready-to-show', () => window.show())
  window.on('close', () =>
    options.onPlaceChange({ ...window.getNormalBounds(), isMaximized: window.isMaximized() }),
  )
  // Chromium remembers a zoom for each host, which would overrule the one the window was made with.
  window.webContents.on('dom-ready', () => window.webContents.setZoomFactor(options.textScale()))
  void window.loadURL(`${APP_ORIGIN}/`)
  return window
}

/** The pages that can be told something. */
export function pagesAlive(): readonly WebContents[] {
  return (
    BrowserWindow.getAllWindows()
      .map((window) => window.webContents)
      // Electron complains of each message to a page that has crashed.
      .filter((contents) => !contents.isCrashed())
  )
}

/** Where it was, as far as the displays of today allow; else where the system puts it. */
function boundsFrom(place: WindowPlace | null): Partial<Rectangle> {
  const workAreas = screen.getAllDisplays().map(({ workArea }) => workArea)
  return (place && placeOnDisplays(place, workAreas)) ?? {}
}
