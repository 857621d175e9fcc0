// Which icon can be seen on the panel that holds the tray.

/** The panel's own colour. macOS paints a template in whatever is right by itself. */
export type PanelTone = 'light' | 'dark' | 'template'

export interface PanelSigns {
  readonly platform: NodeJS.Platform
  /** `XDG_CURRENT_DESKTOP`, a list with colons. */
  readonly desktop: string | undefined
  /** Whether the system asks applications to be dark. */
  readonly isDark: boolean
}

/** Desktops whose panel is dark whatever the applications are. */
const ALWAYS_DARK: ReadonlySet<string> = new Set(['GNOME', 'Unity', 'Cinnamon', 'X-Cinnamon'])

/** No desktop tells the colour of its panel, so this is the best guess. */
export function panelTone({ platform, desktop = '', isDark }: PanelSigns): PanelTone {
  if (platform === 'darwin') return 'template'
  if (isDark) return 'dark'
  return desktop.split(':').some((name) => ALWAYS_DARK.has(name)) ? 'dark' : 'light'
}
