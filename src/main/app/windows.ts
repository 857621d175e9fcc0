// The gallery's window: how it is made, where it stands, and that it comes back there.

import { BrowserWindow, nativeTheme, screen, type Rectangle } from 'electron'
import type { WindowPlace } from '@contract/settings'
import { APP_ORIGIN } from './app-protocol'

const DEFAULT_SIZE = { width: 1320, height: 860 }
const MINIMUM_SIZE = { minWidth: 720, minHeight: 520 }

/** So much of the window must lie on some screen for its old place to be used: enough to grab it. */
const VISIBLE_PX = 64

/** The page's own backgrounds, so that the window does not flash before the first paint. */
const BACKGROUND = { dark: '#101114', light: '#f4f2ee' }

export interface GalleryWindowOptions {
  readonly preloadFile: string
  readonly icon: string
  readonly place: WindowPlace | null
  readonly onPlaceChange: (place: WindowPlace) => void
}

export function openGalleryWindow(options: GalleryWindowOptions): BrowserWindow {
  const window = new BrowserWindow({
    ...DEFAULT_SIZE,
    ...(options.place !== null && isReachable(options.place) ? boundsOf(options.place) : {}),
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
    },
  })
  if (options.place?.isMaximized === true) window.maximize()
  window.once('ready-to-show', () => window.show())
  window.on('close', () =>
    options.onPlaceChange({ ...window.getNormalBounds(), isMaximized: window.isMaximized() }),
  )
  void window.loadURL(`${APP_ORIGIN}/`)
  return window
}

function boundsOf({ x, y, width, height }: WindowPlace): Rectangle {
  return { x, y, width, height }
}

function isReachable(place: WindowPlace): boolean {
  return screen.getAllDisplays().some(({ workArea }) => {
    const width = Math.min(place.x + place.width, workArea.x + workArea.width) - Math.max(place.x, workArea.x)
    const height =
      Math.min(place.y + place.height, workArea.y + workArea.height) - Math.max(place.y, workArea.y)
    return width >= VISIBLE_PX && height >= VISIBLE_PX
  })
}
