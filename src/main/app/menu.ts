// The application menu, by each platform's convention. Roles do the work, so shortcuts and words are the system's.

import { app, Menu, type MenuItemConstructorOptions } from 'electron'

export interface MenuActions {
  readonly warmNow: () => void
}

export function setApplicationMenu({ warmNow }: MenuActions): void {
  const isMac = process.platform === 'darwin'
  const template: MenuItemConstructorOptions[] = [
    ...(isMac ? [{ role: 'appMenu' as const }] : []),
    {
      label: isMac ? 'File' : '&File',
      submenu: [
        // Beside "reload": it, too, fetches what is new.
        { label: isMac ? 'Warm Now' : '&Warm now', accelerator: 'CmdOrCtrl+Shift+R', click: warmNow },
        ...(isMac ? [] : [{ type: 'separator' as const }, { role: 'quit' as const }]),
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
        { label: isMac ? 'About F1 Sculpture Gallery' : '&About', click: () => app.showAboutPanel() },
      ],
    },
  ]
  app.setAboutPanelOptions({
    applicationName: 'F1 Sculpture Gallery',
    applicationVersion: app.getVersion(),
    copyright:
      'MIT licence. Not affiliated with Formula 1 or any of its companies; timing data is theirs. ' +
      'Lettering of prints: Barlow Condensed by Jeremy Tribby, SIL Open Font License 1.1.',
  })
  Menu.setApplicationMenu(Menu.buildFromTemplate(template))
}
