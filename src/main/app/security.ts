// What a page of ours may do beyond showing itself: nothing. Set once, for every WebContents there will be.

import {
  app,
  BrowserWindow,
  session as electronSession,
  type IpcMainInvokeEvent,
  type WebContents,
} from 'electron'
import { APP_ORIGIN } from './app-protocol'

/** Every permission is refused; a line here would need its reason beside it. */
const ALLOWED_PERMISSIONS: ReadonlySet<string> = new Set()

export function forbidEverythingElse(): void {
  app.on('web-contents-created', (_event, contents) => lockDown(contents))
  electronSession.defaultSession.setPermissionRequestHandler((_contents, permission, decide) =>
    decide(ALLOWED_PERMISSIONS.has(permission)),
  )
  electronSession.defaultSession.setPermissionCheckHandler((_contents, permission) =>
    ALLOWED_PERMISSIONS.has(permission),
  )
}

/** Our origin, the window's own top frame, and a window that is still ours. */
export function isTrustedSender(event: IpcMainInvokeEvent): boolean {
  const frame = event.senderFrame
  if (frame === null || frame.parent !== null || frame !== event.sender.mainFrame) return false
  if (BrowserWindow.fromWebContents(event.sender) === null) return false
  return isOurPage(frame.url)
}

/** Parsed, not compared as text: `app://gallery.evil` begins like our origin. */
export function isOurPage(address: string): boolean {
  if (!URL.canParse(address)) return false
  const url = new URL(address)
  return `${url.protocol}//${url.host}` === APP_ORIGIN
}

function lockDown(contents: WebContents): void {
  contents.on('will-navigate', (event) => event.preventDefault())
  contents.on('will-redirect', (event) => event.preventDefault())
  contents.on('will-attach-webview', (event) => event.preventDefault())
  contents.setWindowOpenHandler(() => ({ action: 'deny' }))
}
