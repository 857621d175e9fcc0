// Electron's part is played by a stand-in that keeps what it is told; the real one is asked in test/e2e.
import { EventEmitter } from 'node:events'
import type { IpcMainInvokeEvent } from 'electron'
import { afterAll, beforeEach, describe, expect, it, vi } from 'vitest'

type Decide = (isAllowed: boolean) => void
interface Kept {
  request: ((contents: unknown, permission: string, decide: Decide) => void) | null
  check: ((contents: unknown, permission: string) => boolean) | null
  ours: Set<unknown>
}
const kept = vi.hoisted((): Kept => ({ request: null, check: null, ours: new Set() }))
const app = vi.hoisted(() => ({ listeners: [] as ((event: unknown, contents: unknown) => void)[] }))

// What was loaded with this Electron is nothing for other files, which share the process.
afterAll(() => void vi.resetModules())

vi.mock('electron', () => ({
  app: { on: (_name: string, listener: (typeof app.listeners)[number]) => app.listeners.push(listener) },
  BrowserWindow: { fromWebContents: (contents: unknown) => (kept.ours.has(contents) ? {} : null) },
  session: {
    defaultSession: {
      setPermissionRequestHandler: (handler: Kept['request']) => (kept.request = handler),
      setPermissionCheckHandler: (handler: Kept['check']) => (kept.check = handler),
    },
  },
}))

const { forbidEverythingElse, isOurPage, isTrustedSender } = await import('@main/app/security')

describe('the sender of a call', () => {
  const event = (url: string, change: { parent?: object; isOurs?: boolean; isTop?: boolean } = {}) => {
    const frame = { url, parent: change.parent ?? null }
    const sender = { mainFrame: change.isTop === false ? {} : frame }
    if (change.isOurs !== false) kept.ours.add(sender)
    return { senderFrame: frame, sender } as unknown as IpcMainInvokeEvent
  }

  it('is trusted when it is the top frame of our page in a window of ours', () => {
    expect(isTrustedSender(event('app://gallery/'))).toBe(true)
  })

  it.each([
    ['another origin', event('https://example.com/')],
    ['an origin that begins like ours', event('app://gallery.evil/')],
    ['our host under another scheme', event('https://gallery/')],
    ['a file', event('file:///app/gallery')],
    ['an empty page', event('about:blank')],
    ['a sub-frame', event('app://gallery/', { parent: {} })],
    ['a frame that is not its page any more', event('app://gallery/', { isTop: false })],
    ['contents without a window', event('app://gallery/', { isOurs: false })],
    ['a frame that is gone', { senderFrame: null, sender: {} } as unknown as IpcMainInvokeEvent],
  ])('is not trusted when it is %s', (_what, stranger) => {
    expect(isTrustedSender(stranger)).toBe(false)
  })

  it.each(['', 'gallery', 'app:gallery', 'app://user@evil/', 'app://gallery:1/', 'APP://other/'])(
    'does not come from our page at %j',
    (address) => {
      expect(isOurPage(address)).toBe(false)
    },
  )
})

describe('a page', () => {
  class FakeContents extends EventEmitter {
    opened: ((details: { url: string }) => { action: string }) | null = null
    setWindowOpenHandler(handler: typeof this.opened): void {
      this.opened = handler
    }
  }
  let contents: FakeContents

  beforeEach(() => {
    app.listeners.length = 0
    forbidEverythingElse()
    contents = new FakeContents()
    for (const listener of app.listeners) listener({}, contents)
  })

  it.each(['will-navigate', 'will-redirect', 'will-attach-webview'])('is held back at %s', (name) => {
    const event = { preventDefault: vi.fn<() => void>() }
    contents.emit(name, event)
    expect(event.preventDefault).toHaveBeenCalledOnce()
  })

  it('opens no window, not even of ours', () => {
    for (const url of ['https://example.com/', 'app://gallery/', 'about:blank', 'file:///etc/passwd'])
      expect(contents.opened?.({ url })).toEqual({ action: 'deny' })
  })

  it.each([
    'media',
    'geolocation',
    'notifications',
    'midi',
    'clipboard-read',
    'openExternal',
    'hid',
    'fullscreen',
  ])('is refused the permission %s, asked for or looked up', (permission) => {
    const decide = vi.fn<Decide>()
    kept.request?.(contents, permission, decide)
    expect(decide).toHaveBeenCalledExactlyOnceWith(false)
    expect(kept.check?.(contents, permission)).toBe(false)
  })
})
