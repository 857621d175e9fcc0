// A process that does nothing but write into a store and say so, until it is killed. Bundled and started by the test.
import { writeSync } from 'node:fs'
import { openPlainStore } from './plain-store'
import { writtenBlob } from './written-blob'

const KEYS = 25
const [folder = '', from = '0'] = process.argv.slice(2)
const say = (word: string, key: string, generation: number) => writeSync(1, `${word} ${key} ${generation}\n`)
const store = openPlainStore(folder)

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
