// The tiers of a cache without a disk, and pins that nothing keeps, for tests whose subject is not the disk.
import type { PinScope } from '@contract/cache'
import { DiskHealthWatch } from '@main/core/cache/disk-health'
import { MemoryTier } from '@main/core/cache/memory-tier'
import { Pins, type PinKeeper } from '@main/core/cache/pins'
import type { TimesToLive } from '@main/core/cache/tiered-cache'
import { fakeClock } from './fake-clock'
import { memoryStore, type MemoryStore } from './memory-store'

const DAY_MS = 24 * 3_600_000
export const A_DAY: TimesToLive = { sculptures: DAY_MS, sessions: DAY_MS }

export function pinKeeper(pins: readonly PinScope[] = []): PinKeeper {
  let kept = pins
  return {
    read: () => kept,
    write: (next) => {
      kept = next
      return Promise.resolve()
    },
  }
}

export function cacheTiers<R = MemoryStore>(
  change: { readonly results?: R; readonly memoryBytes?: number } = {},
) {
  return {
    memory: new MemoryTier(change.memoryBytes ?? 1e6),
    results: change.results ?? memoryStore(),
    raw: memoryStore(),
    pins: new Pins(pinKeeper()),
    health: new DiskHealthWatch({
      clock: fakeClock(),
      probe: () => Promise.resolve(null),
      pause: () => Promise.resolve(),
      onChange: () => {},
    }),
    folder: () => '/nowhere',
    freeBytes: () => Promise.resolve(null),
  }
}
