// The one window of the gallery over its life: made, raised, kept in the tray, and brought back when its page crashes.

import { app, dialog, type BrowserWindow } from 'electron'
import type { Showing } from '@contract/showing'
import { RecoveryLimit } from '../core/desktop/recovery-limit'
import type { Showings } from '../core/desktop/showings'
import type { Logger } from '../core/ports'
import { desktopWords } from './desktop-words'

export interface WindowDeskOptions {
  readonly makeWindow: () => BrowserWindow
  readonly showings: Showings
  readonly logger: Logger
  /** Whether closing the window leaves the gallery in the tray. */
  readonly staysInTray: () => boolean
  readonly isTrayExplained: () => boolean
  /** The person has read that it stays, and chosen. */
  readonly onTrayExplained: (choice: 'stay' | 'quit') => void
  /** Fires when the application closes. */
  readonly closing: AbortSignal
}

export interface WindowDesk {
  /** Opens the window, or raises the one there is. */
  open(): void
  /** The same, for something certain to be seen. */
  show(showing: Showing): void
  /** A person has it in sight and in use. */
  isWatched(): boolean
}

export function openWindowDesk(options: WindowDeskOptions): WindowDesk {
  const { makeWindow, showings, logger, closing } = options
  const limit = new RecoveryLimit()
  let window: BrowserWindow | null = null
  let isExplaining = false

  const stayInTray = async (staying: BrowserWindow): Promise<void> => {
    if (isExplaining) return
    if (!options.isTrayExplained()) {
      isExplaining = true
      const choice = await explainTray(staying)
      isExplaining = false
      options.onTrayExplained(choice)
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
    made.on('close', (event) => {
      if (closing.aborted || !options.staysInTray()) return
      event.preventDefault()
      void stayInTray(made)
    })
    made.on('closed', () => {
      window = null
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
    show: (showing) => {
      showings.want(showing)
      open()
    },
    isWatched: () => window !== null && window.isVisible() && !window.isMinimized() && window.isFocused(),
  }
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
