// Ctrl-C as a value: whoever waits here stops waiting, and takes down what it has set up on its way out.

import { constants } from 'node:os'

export class Stopped extends Error {
  /** @param {NodeJS.Signals} signal */
  constructor(signal) {
    super(`stopped by ${signal}`)
    this.name = 'Stopped'
    this.exitCode = 128 + constants.signals[signal]
  }
}

/**
 * @returns {AbortSignal} Aborted, with a Stopped for its reason, by the first signal that asks this process to end.
 */
export function stopOnSignals() {
  const controller = new AbortController()
  for (const signal of /** @type {const} */ (['SIGINT', 'SIGTERM', 'SIGHUP']))
    process.on(signal, () => controller.abort(new Stopped(signal)))
  return controller.signal
}
