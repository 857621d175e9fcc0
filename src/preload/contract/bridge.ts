// The shape of `window.api`, the only thing the preload gives the page.

import type { CallInput, CallOutput, PageCall } from './calls'
import type { Result } from './errors'
import type { PushName, Pushes } from './pushes'

export interface Bridge {
  /** Never rejects for expected trouble: Electron keeps only an error's message across the border. */
  call<N extends PageCall>(name: N, input: CallInput<N>): Promise<Result<CallOutput<N>>>
  /** Returns the function that ends the subscription: a callback loses its identity across the bridge. */
  subscribe<N extends PushName>(name: N, listener: (value: Pushes[N]) => void): () => void
}
