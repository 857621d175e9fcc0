// The keys of the gallery as the help lists them, made of the tables by which the gallery obeys them. Pure.

import { MENU_KEYS } from '@contract/menu-keys'
import { HELP_WORDS, WORDS } from '../../ui/words'
import { STAGE_KEYS } from '../gallery/stage-keys'

export interface KeyRow {
  /** Each is another way; its parts are pressed together. */
  readonly keys: readonly (readonly string[])[]
  readonly what: string
}

export interface KeyGroup {
  readonly name: string
  readonly rows: readonly KeyRow[]
}

/** Keys as KeyboardEvent.key or as Electron's accelerators write them; a test presses them. */
export const WALL_KEYS = {
  walk: ['ArrowLeft', 'ArrowRight', 'ArrowUp', 'ArrowDown'],
  first: ['Home'],
  last: ['End'],
} as const

export function keyGroups(isMac: boolean): readonly KeyGroup[] {
  const words = HELP_WORDS.keyboard
  const command = isMac ? '⌘' : words.names['CmdOrCtrl']
  const shown = (key: string): string => (key === 'CmdOrCtrl' ? command : words.names[key]) ?? key
  const row = (what: string, ...keys: readonly string[]): KeyRow => ({
    what,
    keys: keys.map((each) => splitAccelerator(each).map(shown)),
  })
  const stage = { ...words.sculpture, ...WORDS.views.what, turntable: WORDS.views.turnAction }
  const link = isMac ? WORDS.views.link.keysMac : WORDS.views.link.keys
  const share = isMac ? WORDS.share.keysMac : WORDS.share.keys
  return [
    {
      name: words.groups.everywhere,
      rows: [
        row(words.everywhere.help, MENU_KEYS.help),
        row(words.everywhere.back, 'Escape', 'Alt+ArrowLeft'),
        row(words.everywhere.forward, 'Alt+ArrowRight'),
        row(words.everywhere.warmNow, MENU_KEYS.warmNow),
        row(words.everywhere.settings, MENU_KEYS.settings),
      ],
    },
    {
      name: words.groups.wall,
      rows: [
        row(words.wall.walk, ...WALL_KEYS.walk),
        row(words.wall.first, ...WALL_KEYS.first),
        row(words.wall.last, ...WALL_KEYS.last),
        row(words.wall.open, 'Enter'),
      ],
    },
    {
      name: words.groups.sculpture,
      rows: STAGE_KEYS.map(({ does, keys, isShifted }) =>
        row(stage[does], ...keys.map((key) => (isShifted === true ? `Shift+${key}` : key))),
      ),
    },
    {
      name: words.groups.share,
      rows: [
        row(words.share.open, share.open),
        row(words.share.copy, share.copy),
        row(WORDS.views.link.action, link),
      ],
    },
    { name: words.groups.notices, rows: [row(words.notices.dismiss, 'Escape')] },
  ]
}

/** `Ctrl+Shift+R` in its parts; the plus sign by itself is a key. */
function splitAccelerator(accelerator: string): readonly string[] {
  return accelerator.split(/(?<=.)\+(?=.)/)
}
