// The application menu, by each platform's convention. Roles do the work, so shortcuts and words are the system's.

import { app, Menu, type MenuItemConstructorOptions } from 'electron'
import { MENU_KEYS } from '@contract/menu-keys'
import type { WarmNowObstacle } from '../core/desktop/tray-status'
import { DESKTOP_WORDS } from './desktop-words'
import { warmNowLabel } from './tray-menu'

const words = DESKTOP_WORDS.menu

export interface MenuActions {
  readonly warmNow: () => void
  readonly openSettings: () => void
  /** A step of the size of everything on the page, or back to its usual size. It is a setting, and kept. */
  readonly zoom: (step: 'larger' | 'smaller' | 'usual') => void
  readonly openHelp: () => void
  readonly openLogFolder: () => void
  readonly openCacheFolder: () => void
  readonly openLicences: () => void
  readonly showAbout: () => void
}

/** For a menu that is there before anything can be done: what is chosen is done when it can be. */
export function actionsOnceReady(ready: Promise<MenuActions>): MenuActions {
  // A start that comes to nothing is told of elsewhere.
  const later = (act: (actions: MenuActions) => void) => (): void => void ready.then(act, () => {})
  return {
    warmNow: later((actions) => actions.warmNow()),
    openSettings: later((actions) => actions.openSettings()),
    zoom: (step) => later((actions) => actions.zoom(step))(),
    openHelp: later((actions) => actions.openHelp()),
    openLogFolder: later((actions) => actions.openLogFolder()),
    openCacheFolder: later((actions) => actions.openCacheFolder()),
    openLicences: later((actions) => actions.openLicences()),
    showAbout: later((actions) => actions.showAbout()),
  }
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
        ...zoomItems(actions),
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
        // Only a package has them: in development nothing is shipped.
        { label: words.openLicences, click: actions.openLicences, enabled: app.isPackaged },
        // On macOS it is in the application's own menu.
        ...(isMac
          ? []
          : [{ type: 'separator' as const }, { label: `&${words.about}`, click: actions.showAbout }]),
      ],
    },
  ]
  Menu.setApplicationMenu(Menu.buildFromTemplate(template))
}

/** Not the roles, which zoom beside the setting. The third one is plus without Shift, as most people press it. */
function zoomItems({ zoom }: MenuActions): MenuItemConstructorOptions[] {
  const larger = { label: words.larger, click: () => zoom('larger') }
  return [
    { label: words.usualSize, accelerator: 'CmdOrCtrl+0', click: () => zoom('usual') },
    { ...larger, accelerator: 'CmdOrCtrl+Plus' },
    { ...larger, accelerator: 'CmdOrCtrl+=', visible: false, acceleratorWorksWhenHidden: true },
    { label: words.smaller, accelerator: 'CmdOrCtrl+-', click: () => zoom('smaller') },
  ]
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
