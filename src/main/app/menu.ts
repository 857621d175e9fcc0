// The application menu, by each platform's convention. Roles do the work, so shortcuts are the system's; their words are
// ours, for Electron's are English in every language.

import { app, Menu, type MenuItemConstructorOptions } from 'electron'
import type { AppVersions } from '@contract/calls'
import type { WarmNowObstacle } from '../core/desktop/tray-status'
import { desktopWords, PRODUCT } from './desktop-words'
import { warmNowLabel } from './tray-menu'

export interface MenuActions {
  readonly warmNow: () => void
  readonly openSettings: () => void
  readonly openLogFolder: () => void
  readonly openCacheFolder: () => void
}

/** Set anew whenever the obstacle or the language changes: Electron cannot change the label of an item that is there. */
export function setApplicationMenu(actions: MenuActions, obstacle: WarmNowObstacle | null): void {
  const isMac = process.platform === 'darwin'
  const words = desktopWords().menu
  const settings: MenuItemConstructorOptions = {
    label: isMac ? words.settings : `&${words.settings}`,
    accelerator: 'CmdOrCtrl+,',
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
          accelerator: 'CmdOrCtrl+Shift+R',
          click: actions.warmNow,
        },
        ...(isMac ? [] : [settings, SEPARATOR, roleItem('quit')]),
      ],
    },
    editMenu(isMac),
    {
      label: isMac ? words.view : `&${words.view}`,
      submenu: [
        roleItem('resetZoom'),
        roleItem('zoomIn'),
        roleItem('zoomOut'),
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
        { label: words.openLogs, click: actions.openLogFolder },
        { label: words.openCache, click: actions.openCacheFolder },
        // On macOS it is in the application's own menu.
        ...(isMac ? [] : [SEPARATOR, { label: `&${words.about}`, click: () => app.showAboutPanel() }]),
      ],
    },
  ]
  Menu.setApplicationMenu(Menu.buildFromTemplate(template))
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

/** What "About" tells: the versions, and whose work is in it. Told anew when the language changes. */
export function describeApplication({ app: version, electron, chromium, node }: AppVersions): void {
  const { builtOn, notices } = desktopWords().menu
  app.setAboutPanelOptions({
    applicationName: PRODUCT,
    applicationVersion: version,
    copyright: `${builtOn(electron, chromium, node)}\n\n${notices}`,
  })
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
