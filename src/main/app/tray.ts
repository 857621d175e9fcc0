// The icon in the tray. What it says is decided elsewhere; here it is only put up.

import { join } from 'node:path'
import {
  Menu,
  nativeImage,
  nativeTheme,
  Tray,
  type MenuItemConstructorOptions,
  type NativeImage,
} from 'electron'
import type { Logger } from '../core/ports'
import { panelTone } from '../core/desktop/panel-tone'
import type { TrayState, TrayStatus } from '../core/desktop/tray-status'
import { trayLines, trayTooltip, type TrayAction, type TrayLine } from './tray-menu'

export interface GalleryTray {
  show(status: TrayStatus): void
  /** May be called twice. */
  close(): void
}

export interface GalleryTrayOptions {
  /** With the icons; see `scripts/draw-tray-icons.mjs`. */
  readonly iconFolder: string
  readonly logger: Logger
  readonly onAction: (action: TrayAction) => void
}

/** @returns null where the system refuses: the gallery is a window like any other then. */
export function createTray({ iconFolder, logger, onAction }: GalleryTrayOptions): GalleryTray | null {
  let tray: Tray
  try {
    tray = new Tray(iconOf(iconFolder, 'warm'))
  } catch (error) {
    logger.log('warn', 'desktop', `there is no tray: ${String(error)}`)
    return null
  }
  // Where a click means something, it opens the window; macOS shows the menu, and some Linux desktops do as well.
  if (process.platform !== 'darwin') tray.on('click', () => onAction('open'))
  tray.on('double-click', () => onAction('open'))

  let known: TrayStatus | null = null
  let shownIcon = ''
  let shownText = ''
  const update = (status: TrayStatus): void => {
    known = status
    const icon = iconName(status.matter.state)
    if (icon !== shownIcon) tray.setImage(iconOf(iconFolder, status.matter.state))
    shownIcon = icon
    const lines = trayLines(status)
    const tooltip = trayTooltip(status)
    const text = JSON.stringify([lines, tooltip])
    // A menu that is open closes when it is set anew, so only where it says something else.
    if (text === shownText) return
    shownText = text
    tray.setToolTip(tooltip)
    // The whole menu each time: on Linux a change of an item that is already there never arrives.
    tray.setContextMenu(Menu.buildFromTemplate(lines.map((line) => itemOf(line, onAction))))
  }
  const onTheme = (): void => {
    if (known !== null) update(known)
  }
  nativeTheme.on('updated', onTheme)
  return {
    show: update,
    close: () => {
      nativeTheme.off('updated', onTheme)
      if (!tray.isDestroyed()) tray.destroy()
    },
  }
}

function itemOf(line: TrayLine, onAction: (action: TrayAction) => void): MenuItemConstructorOptions {
  switch (line.kind) {
    case 'separator':
      return { type: 'separator' }
    case 'text':
      return { label: line.label, enabled: false }
    case 'action':
      return { label: line.label, enabled: line.isEnabled, click: () => onAction(line.action) }
  }
}

function iconOf(folder: string, state: TrayState): NativeImage {
  // Electron finds the denser one (`@2x`) beside it. Windows takes PNG as well as ICO.
  const image = nativeImage.createFromPath(join(folder, iconName(state)))
  image.setTemplateImage(process.platform === 'darwin')
  return image
}

function iconName(state: TrayState): string {
  const tone = panelTone({
    platform: process.platform,
    desktop: process.env['XDG_CURRENT_DESKTOP'],
    isDark: isPanelDark(),
  })
  return `${state}-${tone}-${process.platform === 'linux' ? 22 : 16}.png`
}

/** Panels follow the system's theme, whatever the gallery's own is. Electron 33 knows its own only. */
function isPanelDark(): boolean {
  return 'shouldUseDarkColorsForSystemIntegratedUI' in nativeTheme
    ? nativeTheme.shouldUseDarkColorsForSystemIntegratedUI
    : (nativeTheme as { readonly shouldUseDarkColors: boolean }).shouldUseDarkColors
}
