// Starting when the user logs in, by each platform's own way.

import { app } from 'electron'
import { autostartFile, writeAutostart } from '../adapters/autostart-file'
import { HIDDEN_SWITCH } from '../core/desktop/start-arguments'
import { PRODUCT } from './desktop-words'

/** Brings the system in line with the setting. @throws the file system's error, on Linux. */
export async function applyLoginStart(isOn: boolean): Promise<void> {
  if (process.platform !== 'linux') {
    app.setLoginItemSettings({ openAtLogin: isOn, args: [HIDDEN_SWITCH] })
    return
  }
  await writeAutostart(autostartFile(process.env), PRODUCT, isOn ? ownCommand() : null)
}

/** macOS gives a log-in item no arguments, but says afterwards that it was one. */
export function isStartedAtLogin(): boolean {
  return process.platform === 'darwin' && app.getLoginItemSettings().wasOpenedAtLogin
}

/** An AppImage runs from a mount that is gone by the next log-in; the image itself is named by its runtime. */
function ownCommand(): readonly string[] {
  const program = process.env['APPIMAGE'] ?? process.execPath
  return [program, ...(app.isPackaged ? [] : [app.getAppPath()]), HIDDEN_SWITCH]
}
