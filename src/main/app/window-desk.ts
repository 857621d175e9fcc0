// The one window of the gallery over its life: made, raised, kept in the tray, and brought back when its page crashes or
// freezes.

import { app, dialog, type BrowserWindow } from 'electron'
import type { WindowPlace } from '@contract/settings'
import type { Showing } from '@contract/showing'
import { RecoveryLimit } from '../core/desktop/recovery-limit'
import type { Showings } from '../core/desktop/showings'
import type { Logger } from '../core/ports'
import { desktopWords } from './desktop-words'
import { watchPage } from './page-watch'

/** A page that has not painted after this long (a slow disk, graphics that crash) is not waited for. */
const LONGEST_PAINT_MS = 3_000

/** What is known of the window beyond its own life. */
export interface WindowMemory {
  /** Whether closing the window leaves the gallery in the tray, if there is one. */
  mayStayInTray(): boolean
  /** Looks whether there is one at this moment. */
  hasTray(): Promise<boolean>
  isTrayExplained(): boolean
  /** The person has read that it stays, and chosen. */
  trayExplained(choice: 'stay' | 'quit'): void
  place(): WindowPlace | null
  keepPlace(place: WindowPlace): void
}

export interface WindowDeskOptions {
  readonly makeWindow: () => BrowserWindow
  readonly showings: Showings
  readonly logger: Logger
  /** Null while there is nothing behind the window yet. */
  readonly memory: () => WindowMemory | null
  /** Fires when the application closes. */
  readonly closing: AbortSignal
}

export interface WindowDesk {
  /** Opens the window, or raises the one there is. */
  open(): void
  /** Resolves when the window has painted for the first time, is gone, or has not done so for too long. */
  painted(): Promise<void>
  /** The same as `open`, for something certain to be seen. */
  show(showing: Showing): void
  /** The place it hides in is gone: whoever had closed it has it again. Nothing where it is to be seen, or minimised. */
  comeOut(): void
  /** A person has it in sight and in use. */
  isWatched(): boolean
}

export function openWindowDesk(options: WindowDeskOptions): WindowDesk {
  const { makeWindow, memory, showings, logger, closing } = options
  const limit = new RecoveryLimit()
  let window: BrowserWindow | null = null
  let isExplaining = false
  /** The window is closed for good: there is no tray to stay in. */
  let isLeaving = false

  const stayInTray = async (staying: BrowserWindow, known: WindowMemory): Promise<void> => {
    if (isExplaining) return
    if (!(await known.hasTray())) {
      isLeaving = true
      return staying.close()
    }
    if (!known.isTrayExplained()) {
      isExplaining = true
      const choice = await explainTray(staying)
      isExplaining = false
      known.trayExplained(choice)
      if (choice === 'quit') return app.quit()
    }
    staying.hide()
  }

  const recover = async (crashed: BrowserWindow, reason: string): Promise<void> => {
    logger.log('warn', 'desktop', 'the page is gone', { reason })
    if (!limit.allows(performance.now())) {
      if (await isToEnd(crashed)) return app.quit()
      limit.reset()
      limit.allows(performance.now())
    }
    if (!crashed.isDestroyed()) crashed.webContents.reload()
  }

  const adopt = (made: BrowserWindow): void => {
    watchPage(made, logger)
    made.on('close', (event) => {
      const known = memory()
      if (closing.aborted || isLeaving || known?.mayStayInTray() !== true) return
      event.preventDefault()
      void stayInTray(made, known)
    })
    made.on('closed', () => {
      window = null
      isLeaving = false
      showings.pageGone()
    })
    made.webContents.on('did-start-navigation', ({ isMainFrame, isSameDocument }) => {
      if (isMainFrame && !isSameDocument) showings.pageGone()
    })
    made.webContents.on('render-process-gone', (_event, { reason }) => {
      showings.pageGone()
      if (!closing.aborted && reason !== 'clean-exit') void recover(made, reason)
    })
  }

  app.on('child-process-gone', (_event, { type, reason }) => {
    // Chromium starts another one by itself, and the page builds its sculptures anew when it is given the context back.
    if (type === 'GPU' && reason !== 'clean-exit' && !closing.aborted)
      logger.log('warn', 'desktop', 'the graphics process is gone', { reason })
  })

  const open = (): void => {
    if (window === null) {
      window = makeWindow()
      adopt(window)
      return
    }
    if (window.isMinimized()) window.restore()
    window.show()
    window.focus()
  }
  return {
    open,
    painted: () => (window === null ? Promise.resolve() : firstPaint(window)),
    show: (showing) => {
      showings.want(showing)
      open()
    },
    comeOut: () => {
      if (window === null || (!window.isVisible() && !window.isMinimized())) open()
    },
    isWatched: () => window !== null && window.isVisible() && !window.isMinimized() && window.isFocused(),
  }
}

function firstPaint(window: BrowserWindow): Promise<void> {
  return new Promise((resolve) => {
    window.once('ready-to-show', resolve)
    window.once('closed', resolve)
    setTimeout(resolve, LONGEST_PAINT_MS).unref()
  })
}

async function explainTray(window: BrowserWindow): Promise<'stay' | 'quit'> {
  const { message, detail, stay, quit } = desktopWords().closing
  const { response } = await dialog.showMessageBox(window, {
    type: 'info',
    message,
    detail,
    buttons: [stay, quit],
    defaultId: 0,
    cancelId: 0,
  })
  return response === 1 ? 'quit' : 'stay'
}

async function isToEnd(window: BrowserWindow): Promise<boolean> {
  const { message, detail, again, quit } = desktopWords().crash
  const { response } = await dialog.showMessageBox(window, {
    type: 'error',
    message,
    detail,
    buttons: [again, quit],
    defaultId: 0,
    cancelId: 0,
  })
  return response === 1
}
