// A process that writes the cache is killed at random moments, as a power cut or an impatient person does.
import { spawn } from 'node:child_process'
import { readdir } from 'node:fs/promises'
import { join } from 'node:path'
import { setTimeout } from 'node:timers/promises'
import { expect, it } from 'vitest'
import { entriesFolder } from '@main/adapters/entry-store/disk-store'
import { bundleScript } from '../helpers/bundle-script'
import { openDiskStore } from '../helpers/disk-store'
import { temporaryFolder } from '../helpers/temporary-folder'
import { generationOf } from '../helpers/written-blob'

const KILLS = 200
/** Two processes at a time: starting one takes longer than what it is let do. */
const LANES = 2
/** Some writes of every length fit into this time. */
const LONGEST_LIFE_MS = 25

/** @returns what the process said before it was killed: word, key and generation a line. */
async function runAndKill(writer: string, folder: string, from: number): Promise<readonly string[]> {
  const child = spawn(process.execPath, [writer, folder, String(from)], {
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  let said = ''
  const closed = new Promise((done) => child.once('close', done))
  const began = new Promise((done) => {
    child.stdout.on('data', (chunk: Buffer) => {
      said += chunk.toString()
      done(null)
    })
  })
  await Promise.race([began, closed])
  await setTimeout(Math.random() * LONGEST_LIFE_MS)
  child.kill('SIGKILL')
  await closed
  return said.split('\n').filter((line) => line !== '')
}

it('loses at most what was being written, and nothing is wrong, however often the writer is killed', async () => {
  const writer = await bundleScript('test/helpers/store-writer.ts', await temporaryFolder())
  let writes = 0
  let cutOff = 0
  const lane = async () => {
    const folder = join(await temporaryFolder(), 'store')
    /** The last generation that was said to be stored, by key. */
    const stored = new Map<string, number>()
    let generation = 1
    for (let kill = 0; kill < KILLS / LANES; kill++) {
      const begun = new Map<string, number>()
      for (const line of await runAndKill(writer, folder, generation)) {
        const [word, key = '', number = ''] = line.split(' ')
        generation = Number(number) + 1
        if (word === 'begin') begun.set(key, Number(number))
        if (word !== 'done') continue
        begun.delete(key)
        stored.set(key, Number(number))
        writes += 1
      }
      cutOff += begun.size
      const { store } = openDiskStore(folder)
      for (const key of new Set([...stored.keys(), ...begun.keys()])) {
        const blob = await store.get(key)
        const found = blob === null ? null : generationOf(key, blob.bytes)
        const last = stored.get(key) ?? null
        const allowed = begun.has(key) ? [last, begun.get(key)] : [last]
        expect(allowed, `${key} after kill ${kill}`).toContain(found)
        if (found !== null) stored.set(key, found)
      }
      expect((await store.status()).corrupt).toBe(0)
      await store.close()
    }
    const { store } = openDiskStore(folder)
    const left = (await readdir(entriesFolder(folder))).filter((name) => name.endsWith('.part')).length
    expect((await store.status()).entries).toBe(stored.size)
    return left
  }
  const leftovers = await Promise.all(Array.from({ length: LANES }, lane))
  console.log(
    `${KILLS} kills: ${writes} writes done, ${cutOff} cut off, ${leftovers.reduce((a, b) => a + b)} leftovers`,
  )
  expect(cutOff).toBeGreaterThan(KILLS / 10)
  // Starting a process takes some 100 ms, and several times that where others use the machine.
}, 240_000)
