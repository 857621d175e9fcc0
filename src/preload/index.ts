// Runs in the sandboxed preload. Builds `window.api` out of the contract and decides nothing: names of the contract
// pass, everything else stays outside. Inputs are validated in the main process, which does not trust this one.

import { contextBridge, ipcRenderer, type IpcRendererEvent } from 'electron'
import type { Bridge } from '@contract/bridge'
import { PAGE_CALLS } from '@contract/calls'
import { ERROR_WORDS, type Result } from '@contract/errors'
import { PUSH_NAMES } from '@contract/pushes'

const CALL_CHANNEL = 'gallery:call'
const PUSH_CHANNEL = 'gallery:push'

const calls: ReadonlySet<string> = new Set(PAGE_CALLS)
const pushes: ReadonlySet<string> = new Set(PUSH_NAMES)

const bridge: Bridge = {
  call(name, input) {
    if (!calls.has(name)) return Promise.resolve(refusal(name))
    return ipcRenderer.invoke(CALL_CHANNEL, { name, input })
  },

  subscribe(name, listener) {
    if (!pushes.has(name)) throw new TypeError(`There is no push called ${name}.`)
    // The Electron event never reaches the page: it carries the sender, and with it a way to send anything.
    const receive = (
      _event: IpcRendererEvent,
      push: { readonly name: string; readonly value: unknown },
    ): void => {
      if (push.name === name) listener(push.value as Parameters<typeof listener>[0])
    }
    ipcRenderer.on(PUSH_CHANNEL, receive)
    return () => {
      ipcRenderer.off(PUSH_CHANNEL, receive)
    }
  },
}

function refusal(name: string): Result<never> {
  const { title, hint, retry } = ERROR_WORDS['ipc/bad-input']
  return {
    ok: false,
    error: { code: 'ipc/bad-input', message: `${title}: ${name}.`, hint, retry, subject: name },
  }
}

contextBridge.exposeInMainWorld('api', bridge)
