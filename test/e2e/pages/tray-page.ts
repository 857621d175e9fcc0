// The tray as a panel sees it: tooltip, icon and menu of the item, over the session bus.
import { once } from 'node:events'
import { spawn } from 'node:child_process'
import type { TrayWatcher } from '../../helpers/tray-watcher'

const ITEM = ['/StatusNotifierItem', 'org.kde.StatusNotifierItem'] as const
const MENU = 'com.canonical.dbusmenu'

export interface TrayItem {
  readonly id: number
  readonly label: string
  readonly isEnabled: boolean
}

/** As busctl writes a menu: number, properties, children. */
interface MenuNode {
  readonly data: readonly [
    number,
    { readonly label?: { readonly data: string }; readonly enabled?: { readonly data: boolean } },
    readonly MenuNode[],
  ]
}

export class TrayPage {
  constructor(private readonly watcher: TrayWatcher) {}

  async tooltip(): Promise<string> {
    const { data } = (await this.property('ToolTip')) as { data: readonly [string, unknown, string, string] }
    return data[2]
  }

  /** Its pixels as text, to be compared. */
  async icon(): Promise<string> {
    return JSON.stringify(await this.property('IconPixmap'))
  }

  /** Lines of the menu, separators left out. */
  async items(): Promise<readonly TrayItem[]> {
    const args = ['GetLayout', 'iias', '0', '--', '-1', '0']
    const { data } = (await this.ask('call', await this.menuPath(), MENU, ...args)) as {
      data: readonly [number, MenuNode['data']]
    }
    return data[1][2].flatMap(({ data: [id, { label, enabled }] }) =>
      label === undefined ? [] : [{ id, label: label.data, isEnabled: enabled?.data ?? true }],
    )
  }

  async labels(): Promise<readonly string[]> {
    return (await this.items()).map(({ label }) => label)
  }

  async press(label: string): Promise<void> {
    const item = (await this.items()).find((each) => each.label === label)
    if (item === undefined) throw new Error(`the tray has no "${label}"`)
    const event = [String(item.id), 'clicked', 's', '', '0']
    // Nobody may be left to answer: "Quit" is pressed like this as well.
    const noReply = ['--expect-reply=no', 'call', await this.watcher.item]
    await this.watcher.ask(...noReply, await this.menuPath(), MENU, 'Event', 'isvu', ...event)
  }

  private async menuPath(): Promise<string> {
    return ((await this.property('Menu')) as { data: string }).data
  }

  private property(name: string): Promise<unknown> {
    return this.ask('get-property', ...ITEM, name)
  }

  private async ask(verb: string, ...args: readonly string[]): Promise<unknown> {
    return await this.watcher.ask(verb, await this.watcher.item, ...args)
  }
}

/** Whether this machine has what a session bus of one's own takes. */
export async function hasBusTools(): Promise<boolean> {
  for (const tool of ['dbus-daemon', 'busctl']) {
    const child = spawn(tool, ['--version'], { stdio: 'ignore' })
    const isThere = await Promise.race([
      once(child, 'exit').then(([code]) => code === 0),
      once(child, 'error').then(() => false),
    ]).catch(() => false)
    if (!isThere) return false
  }
  return true
}
