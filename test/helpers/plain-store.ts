// A store whose folder is taken to be well, for measuring and for processes that only write.
import { DiskStore } from '@main/adapters/entry-store/disk-store'
import { nodeFiles } from '@main/adapters/entry-store/file-access'
import { FreeSpace } from '@main/adapters/entry-store/free-space'
import { createSystemClock } from '@main/adapters/system-clock'
import { DiskHealthWatch } from '@main/core/cache/disk-health'

export function openPlainStore(folder: string): DiskStore {
  const clock = createSystemClock(null)
  return new DiskStore({
    folder,
    maxBytes: 2 ** 40,
    clock,
    files: nodeFiles,
    space: new FreeSpace(nodeFiles),
    isPinned: () => false,
    health: new DiskHealthWatch({
      clock,
      probe: () => Promise.resolve(null),
      pause: () => Promise.resolve(),
      onChange: () => {},
    }),
  })
}
