// A sleep that takes no time: it moves the clock instead, and remembers how long it was asked to wait.
import { AppError } from '@main/core/app-error'
import type { Sleep } from '@main/core/ports'
import type { FakeClock } from './fake-clock'

export interface FakeSleep {
  readonly sleep: Sleep
  readonly waits: readonly number[]
}

export function fakeSleep(clock: FakeClock): FakeSleep {
  const waits: number[] = []
  return {
    waits,
    sleep: (ms, signal) => {
      if (signal.aborted) return Promise.reject(new AppError('task/cancelled', ''))
      waits.push(ms)
      clock.advance(ms)
      return Promise.resolve()
    },
  }
}
