// The keys of the application menu, as Electron writes them. The menu obeys them and the help lists them.

export const MENU_KEYS = {
  warmNow: 'CmdOrCtrl+Shift+R',
  settings: 'CmdOrCtrl+,',
  /** The page hears it itself, so that it leads to what is on show; the menu only names it. */
  help: 'F1',
} as const
