// Waiting, as core asks for it.

import { setTimeout as wait } from 'node:timers/promises'
import { AppError } from '../core/app-error'
import type { Sleep } from '../core/ports'

export const sleep: Sleep = async (ms, signal) => {
  try {
    await wait(ms, undefined, { signal })
  } catch (cause) {
    throw new AppError('task/cancelled', '', { cause })
  }
}
