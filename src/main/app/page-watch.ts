// Ends a page that has stopped answering, which brings it back as after any other crash.
//
// Of Electron 33 drawing in software one start in some fifty to a hundred froze on a busy machine: the page's thread
// waited for its compositor, the compositor for nothing. It never recovered by itself.

import type { BrowserWindow } from 'electron'
import { AnswerWatch, LOOK_EVERY_MS } from '../core/desktop/answer-watch'
import type { Logger } from '../core/ports'

/** Any expression: that there is an answer is the answer. */
const QUESTION = '0'

/** Watches until the window is closed. Whoever looks after crashes finds one, with the reason that Chromium gives it. */
export function watchPage(window: BrowserWindow, logger: Logger): void {
  const watch = new AnswerWatch()
  const { webContents } = window
  const look = (): void => {
    if (!isInUse(window)) return watch.rest()
    switch (watch.look(performance.now())) {
      case 'wait':
        return
      case 'ask':
        // A refusal is an answer too: the page was navigating.
        void webContents.executeJavaScript(QUESTION).then(
          () => watch.answered(),
          () => watch.answered(),
        )
        return
      case 'end':
        logger.log('warn', 'desktop', 'the page has stopped answering')
        webContents.forcefullyCrashRenderer()
    }
  }
  const looks = setInterval(look, LOOK_EVERY_MS).unref()
  window.once('closed', () => clearInterval(looks))
}

/** What is not on the screen may sleep, and what a developer has stopped at a breakpoint is meant to stand still. */
function isInUse(window: BrowserWindow): boolean {
  const { webContents } = window
  return (
    window.isVisible() && !window.isMinimized() && !webContents.isCrashed() && !webContents.isDevToolsOpened()
  )
}
