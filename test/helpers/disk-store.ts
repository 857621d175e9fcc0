// A store on the real disk, as the application opens it; what a test wants to fail, it replaces.
import { setImmediate } from 'node:timers/promises'
import { onTestFinished } from 'vitest'
import { DiskStore, type DiskStoreParts } from '@main/adapters/entry-store/disk-store'
import { nodeFiles } from '@main/adapters/entry-store/file-access'
import { FreeSpace } from '@main/adapters/entry-store/free-space'
import { probeFolder } from '@main/adapters/entry-store/probe-folder'
import { createSystemClock } from '@main/adapters/system-clock'
import { DiskHealthWatch } from '@main/core/cache/disk-health'
import type { DiskHealth } from '@contract/cache'

export interface OpenedStore {
  readonly store: DiskStore
  readonly health: DiskHealthWatch
  /** Every change of its health that was announced. */
  readonly announced: DiskHealth[]
  /** Lets it look whether the folder can be written again, as it does by itself every few seconds. */
  readonly letProbe: () => Promise<void>
}

/** Ends with the test. */
export function openDiskStore(folder: string, change: Partial<DiskStoreParts> = {}): OpenedStore {
  const clock = change.clock ?? createSystemClock(null)
  const files = change.files ?? nodeFiles
  const space = change.space ?? new FreeSpace(files)
  const announced: DiskHealth[] = []
  const pauses: (() => void)[] = []
  const health = new DiskHealthWatch({
    clock,
    probe: (bytes) => probeFolder({ files, space }, folder, bytes),
    pause: () =>
      new Promise((resolve) => {
        pauses.push(resolve)
      }),
    onChange: (now) => announced.push(now),
  })
  const store = new DiskStore({
    folder,
    maxBytes: 2 ** 30,
    clock,
    files,
    health,
    space,
    isPinned: () => false,
    ...change,
  })
  onTestFinished(() => {
    health.close()
    return store.close()
  })
  const letProbe = async () => {
    pauses.shift()?.()
    // It either finds that all is well, or waits for the next time.
    while (health.current().state !== 'ok' && pauses.length === 0) await setImmediate()
  }
  return { store, health, announced, letProbe }
}
