// The network of the command line: undici's fetch with the proxies of the environment (HTTP_PROXY, HTTPS_PROXY,
// NO_PROXY, upper or lower case). Node's own fetch learns of them only in a later version than our oldest.

import { Agent, EnvHttpProxyAgent, fetch } from 'undici'
import type { Network } from './http-stack'
import { isLoopback } from './transport'

/** To one host, as browsers do: more would not be faster for it, and look like an attack. */
const CONNECTIONS = 6

/** Without a route a connection would hang until the limit on silence; this is a little less. */
const CONNECT_MS = 10_000

export function createNodeNetwork(): Network {
  const options = { connections: CONNECTIONS, connect: { timeout: CONNECT_MS } }
  // A proxy in the environment is for the way out; it knows nothing of what runs on this computer.
  const direct = new Agent(options)
  const outward = new EnvHttpProxyAgent(options)
  let closing: Promise<unknown> | null = null
  return {
    fetch: (url, init) => fetch(url, { ...init, dispatcher: isLoopback(url) ? direct : outward }),
    // Node cannot tell; a name that is not resolved will.
    isOnline: () => true,
    close: async () => {
      closing ??= Promise.all([direct.destroy(), outward.destroy()])
      await closing
    },
  }
}
