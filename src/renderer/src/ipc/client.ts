// The renderer's only way out: the one reader of `window.api`, and the one caller of fetch. Turns Result envelopes
// back into values or a GalleryError, and bytes into a sculpture.

import type { Bridge } from '@contract/bridge'
import type { CallInput, CallOutput, PageCall } from '@contract/calls'
import { composeMessage, ERROR_WORDS, type ErrorCode, type ErrorReport } from '@contract/errors'
import type { PushName, Pushes } from '@contract/pushes'
import type { Sculpture } from '@contract/sculpture'
import { decodeSculptureFrame } from '@contract/sculpture-frame'

declare global {
  interface Window {
    readonly api: Bridge
  }
}

/** Expected trouble, as the main process reported it. */
export class GalleryError extends Error {
  override readonly name = 'GalleryError'

  constructor(
    readonly report: ErrorReport,
    options?: ErrorOptions,
  ) {
    super(report.message, options)
  }
}

/** Calls without an input are called with the name alone. */
type InputArguments<N extends PageCall> = CallInput<N> extends void ? [] : [input: CallInput<N>]

export interface GalleryClient {
  /** @throws GalleryError, and nothing else. */
  call<N extends PageCall>(name: N, ...input: InputArguments<N>): Promise<CallOutput<N>>
  /** @returns the function that ends the subscription. */
  subscribe<N extends PushName>(name: N, listener: (value: Pushes[N]) => void): () => void
  /**
   * @param path as a SculptureTicket gives it. @param priority `low` for what nobody waits for yet.
   * @throws GalleryError, and nothing else.
   */
  fetchSculpture(path: string, priority?: RequestPriority): Promise<Sculpture>
}

type FetchBytes = (path: string, priority: RequestPriority) => Promise<Response>

export function createClient(bridge: Bridge, fetchBytes: FetchBytes): GalleryClient {
  return {
    async call<N extends PageCall>(name: N, ...input: InputArguments<N>): Promise<CallOutput<N>> {
      const result = await bridge.call(name, input[0] as CallInput<N>).catch((cause: unknown) => {
        throw new GalleryError(reportOf('internal/bug', name), { cause })
      })
      if (!result.ok) throw new GalleryError(result.error)
      return result.value
    },

    subscribe(name, listener) {
      return bridge.subscribe(name, listener)
    },

    async fetchSculpture(path, priority = 'auto') {
      try {
        const response = await fetchBytes(path, priority)
        // The ticket was good a moment ago: the entry has been evicted or cleared since.
        if (!response.ok) throw new GalleryError(reportOf('cache/corrupt', `${path}, ${response.status}`))
        return decodeSculptureFrame(await response.arrayBuffer())
      } catch (cause) {
        if (cause instanceof GalleryError) throw cause
        throw new GalleryError(reportOf('cache/corrupt', path), { cause })
      }
    },
  }
}

/** The client of this page. */
export function clientOfWindow(): GalleryClient {
  return createClient(window.api, (path, priority) => fetch(path, { priority }))
}

/** What to tell a person about anything thrown. */
export function toReport(error: unknown): ErrorReport {
  return error instanceof GalleryError ? error.report : reportOf('internal/bug', String(error))
}

function reportOf(code: ErrorCode, subject: string): ErrorReport {
  const { title, hint, retry } = ERROR_WORDS[code]
  return { code, message: composeMessage(title, subject, ''), hint, retry, subject }
}
