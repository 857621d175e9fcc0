// A process that does nothing but write into a store and say so, until it is killed. Bundled and started by the test.
import { writeSync } from 'node:fs'
import { DiskStore } from '@main/adapters/entry-store/disk-store'
import { nodeFiles } from '@main/adapters/entry-store/file-access'
import { FreeSpace } from '@main/adapters/entry-store/free-space'
import { createSystemClock } from '@main/adapters/system-clock'
import { DiskHealthWatch } from '@main/core/cache/disk-health'
import { writtenBlob } from './written-blob'

const KEYS = 25
const [folder = '', from = '0'] = process.argv.slice(2)
const clock = createSystemClock(null)
const say = (word: string, key: string, generation: number) => writeSync(1, `${word} ${key} ${generation}\n`)

const store = new DiskStore({
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

for (let generation = Number(from); ; generation++) {
  const key = `key-${Math.floor(Math.random() * KEYS)}`
  say('begin', key, generation)
  await store.put(key, writtenBlob(key, generation))
  say('done', key, generation)
  if (generation % 7 === 0) await store.mark(key, { checkedAt: generation, isFinal: true })
  if (generation % 11 === 0) await store.sweep()
  // Leaves an index behind, as a process that has run for a while does.
  if (generation % 13 === 0) await store.close()
}
