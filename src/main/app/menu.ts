// The application menu, by each platform's convention. Roles do the work, so shortcuts are the system's; their words are
// ours, for Electron's are English in every language.

import { app, Menu, type MenuItemConstructorOptions } from 'electron'
import { MENU_KEYS } from '@contract/menu-keys'
import type { WarmNowObstacle } from '../core/desktop/tray-status'
import { desktopWords } from './desktop-words'
import { warmNowLabel } from './tray-menu'

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

/** Set anew whenever the obstacle or the language changes: Electron cannot change the label of an item that is there. */
export function setApplicationMenu(actions: MenuActions, obstacle: WarmNowObstacle | null): void {
  const isMac = process.platform === 'darwin'
  const words = desktopWords().menu
  const settings: MenuItemConstructorOptions = {
    label: isMac ? words.settings : `&${words.settings}`,
    accelerator: MENU_KEYS.settings,
    click: actions.openSettings,
  }
  const template: MenuItemConstructorOptions[] = [
    ...(isMac ? [appMenu(settings)] : []),
    {
      label: isMac ? words.file : `&${words.file}`,
      submenu: [
        // Beside "reload": it, too, fetches what is new.
        {
          id: 'warm-now',
          label: isMac ? warmNowLabel(obstacle, 'mac') : `&${warmNowLabel(obstacle, 'plain')}`,
          enabled: obstacle === null,
          accelerator: MENU_KEYS.warmNow,
          click: actions.warmNow,
        },
        ...(isMac ? [] : [settings, SEPARATOR, roleItem('quit')]),
      ],
    },
    editMenu(isMac),
    {
      label: isMac ? words.view : `&${words.view}`,
      submenu: [
        ...zoomItems(actions),
        SEPARATOR,
        roleItem('togglefullscreen'),
        ...(app.isPackaged ? [] : [roleItem('reload'), roleItem('toggleDevTools')]),
      ],
    },
    windowMenu(isMac),
    {
      role: 'help',
      label: isMac ? words.help : `&${words.help}`,
      submenu: [
        {
          id: 'help',
          label: isMac ? words.openHelp : `&${words.openHelp}`,
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
        ...(isMac ? [] : [SEPARATOR, { label: `&${words.about}`, click: actions.showAbout }]),
      ],
    },
  ]
  Menu.setApplicationMenu(Menu.buildFromTemplate(template))
}

/** Not the roles, which zoom beside the setting. The third one is plus without Shift, as most people press it. */
function zoomItems({ zoom }: MenuActions): MenuItemConstructorOptions[] {
  const words = desktopWords().menu
  const larger = { label: words.larger, click: () => zoom('larger') }
  return [
    { label: words.usualSize, accelerator: 'CmdOrCtrl+0', click: () => zoom('usual') },
    { ...larger, accelerator: 'CmdOrCtrl+Plus' },
    { ...larger, accelerator: 'CmdOrCtrl+=', visible: false, acceleratorWorksWhenHidden: true },
    { label: words.smaller, accelerator: 'CmdOrCtrl+-', click: () => zoom('smaller') },
  ]
}

type Role = keyof ReturnType<typeof desktopWords>['menu']['roles']

const SEPARATOR = { type: 'separator' } as const

function roleItem(role: Role): MenuItemConstructorOptions {
  return { role, label: desktopWords().menu.roles[role] }
}

/** As Electron's role of that name has it, in our words. */
function editMenu(isMac: boolean): MenuItemConstructorOptions {
  const { edit } = desktopWords().menu
  return {
    label: isMac ? edit : `&${edit}`,
    submenu: [
      roleItem('undo'),
      roleItem('redo'),
      SEPARATOR,
      roleItem('cut'),
      roleItem('copy'),
      roleItem('paste'),
      ...(isMac ? [roleItem('pasteAndMatchStyle')] : []),
      roleItem('delete'),
      ...(isMac ? [] : [SEPARATOR]),
      roleItem('selectAll'),
    ],
  }
}

/** The same. The role of the menu itself is where macOS lists the windows. */
function windowMenu(isMac: boolean): MenuItemConstructorOptions {
  const { window } = desktopWords().menu
  return {
    role: 'window',
    label: isMac ? window : `&${window}`,
    submenu: [
      roleItem('minimize'),
      roleItem('zoom'),
      ...(isMac ? [SEPARATOR, roleItem('front')] : [roleItem('close')]),
    ],
  }
}

/** The application's own menu on macOS, as the role has it, with the settings where people look for them. */
function appMenu(settings: MenuItemConstructorOptions): MenuItemConstructorOptions {
  const { about, hideApplication, quitApplication } = desktopWords().menu
  return {
    label: app.name,
    submenu: [
      { role: 'about', label: about },
      SEPARATOR,
      settings,
      SEPARATOR,
      roleItem('services'),
      SEPARATOR,
      { role: 'hide', label: hideApplication },
      roleItem('hideOthers'),
      roleItem('unhide'),
      SEPARATOR,
      { role: 'quit', label: quitApplication },
    ],
  }
}
