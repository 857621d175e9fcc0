// The application menu, by each platform's convention. Roles do the work, so shortcuts and words are the system's.

import { app, Menu, type MenuItemConstructorOptions } from 'electron'
import type { AppVersions } from '@contract/calls'
import { MENU_KEYS } from '@contract/menu-keys'
import type { WarmNowObstacle } from '../core/desktop/tray-status'
import { DESKTOP_WORDS } from './desktop-words'
import { warmNowLabel } from './tray-menu'

const words = DESKTOP_WORDS.menu

export interface MenuActions {
  readonly warmNow: () => void
  readonly openSettings: () => void
  readonly openHelp: () => void
  readonly openLogFolder: () => void
  readonly openCacheFolder: () => void
}

/** Set anew whenever the obstacle changes: Electron cannot change the label of an item that is there. */
export function setApplicationMenu(actions: MenuActions, obstacle: WarmNowObstacle | null): void {
  const isMac = process.platform === 'darwin'
  const settings: MenuItemConstructorOptions = {
    label: isMac ? words.settings : `&${words.settings}`,
    accelerator: MENU_KEYS.settings,
    click: actions.openSettings,
  }
  const template: MenuItemConstructorOptions[] = [
    ...(isMac ? [appMenu(settings)] : []),
    {
      label: isMac ? 'File' : '&File',
      submenu: [
        // Beside "reload": it, too, fetches what is new.
        {
          id: 'warm-now',
          label: isMac ? warmNowLabel(obstacle, 'mac') : `&${warmNowLabel(obstacle, 'plain')}`,
          enabled: obstacle === null,
          accelerator: MENU_KEYS.warmNow,
          click: actions.warmNow,
        },
        ...(isMac ? [] : [settings, { type: 'separator' as const }, { role: 'quit' as const }]),
      ],
    },
    { role: 'editMenu' },
    {
      label: isMac ? 'View' : '&View',
      submenu: [
        { role: 'resetZoom' },
        { role: 'zoomIn' },
        { role: 'zoomOut' },
        { type: 'separator' },
        { role: 'togglefullscreen' },
        ...(app.isPackaged ? [] : ([{ role: 'reload' }, { role: 'toggleDevTools' }] as const)),
      ],
    },
    { role: 'windowMenu' },
    {
      role: 'help',
      submenu: [
        {
          id: 'help',
          label: isMac ? words.help : `&${words.help}`,
          accelerator: MENU_KEYS.help,
          registerAccelerator: false,
          click: actions.openHelp,
        },
        { type: 'separator' },
        { label: words.openLogs, click: actions.openLogFolder },
        { label: words.openCache, click: actions.openCacheFolder },
        // On macOS it is in the application's own menu.
        ...(isMac
          ? []
          : [
              { type: 'separator' as const },
              { label: `&${words.about}`, click: () => app.showAboutPanel() },
            ]),
      ],
    },
  ]
  Menu.setApplicationMenu(Menu.buildFromTemplate(template))
}

/** What "About" tells: the versions, and whose work is in it. */
export function describeApplication({ app: version, electron, chromium, node }: AppVersions): void {
  app.setAboutPanelOptions({
    applicationName: DESKTOP_WORDS.product,
    applicationVersion: version,
    copyright: `${words.builtOn(electron, chromium, node)}\n\n${words.notices}`,
  })
}

/** The application's own menu on macOS, as the role has it, with the settings where people look for them. */
function appMenu(settings: MenuItemConstructorOptions): MenuItemConstructorOptions {
  const line = { type: 'separator' } as const
  return {
    label: app.name,
    submenu: [
      { role: 'about' },
      line,
      settings,
      line,
      { role: 'services' },
      line,
      { role: 'hide' },
      { role: 'hideOthers' },
      { role: 'unhide' },
      line,
      { role: 'quit' },
    ],
  }
}
