// A BlobStore in memory, for tests whose subject is not the disk.
import type { Blob, BlobStore } from '@main/core/ports'

export interface MemoryStore extends BlobStore {
  readonly blobs: Map<string, Blob>
}

export function memoryStore(): MemoryStore {
  const blobs = new Map<string, Blob>()
  return {
    blobs,
    get: (key) => Promise.resolve(blobs.get(key) ?? null),
    put: (key, blob) => {
      blobs.set(key, blob)
      return Promise.resolve()
    },
    delete: (key) => {
      blobs.delete(key)
      return Promise.resolve()
    },
    mark: (key, stamp) => {
      const blob = blobs.get(key)
      if (blob !== undefined) blobs.set(key, { ...blob, metadata: { ...blob.metadata, ...stamp } })
      return Promise.resolve()
    },
    setMaxBytes: () => Promise.resolve(),
    describe: (key) => {
      const blob = blobs.get(key)
      const entry = blob && { key, metadata: blob.metadata, bytes: blob.bytes.byteLength, lastUsedAt: 0 }
      return Promise.resolve(entry ?? null)
    },
    list: () =>
      Promise.resolve(
        [...blobs].map(([key, { bytes, metadata }]) => ({
          key,
          metadata,
          bytes: bytes.byteLength,
          lastUsedAt: 0,
        })),
      ),
    status: () => {
      const bytes = [...blobs.values()].reduce((sum, blob) => sum + blob.bytes.byteLength, 0)
      return Promise.resolve({
        entries: blobs.size,
        bytes,
        maxBytes: 1e9,
        keys: [...blobs.keys()],
        corrupt: 0,
      })
    },
  }
}
