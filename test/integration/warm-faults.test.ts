// What a warming run survives: being killed in the middle, a disk that fills up under it, an archive that limits it.
import { spawn } from 'node:child_process'
import { rmdirSync } from 'node:fs'
import { createServer } from 'node:http'
import { once } from 'node:events'
import { rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, it, onTestFinished } from 'vitest'
import { DEFAULT_SETTINGS } from '@contract/settings'
import type { WarmRequest } from '@contract/warming'
import { commandLineFile } from '../helpers/built-app'
import { composeForTest } from '../helpers/composed-gallery'
import { gallery, json, NOWHERE } from '../helpers/run-command'
import { isMountPossible, mountSmallDisk, unmount, withoutMount } from '../helpers/small-disk'
import { temporaryFolder } from '../helpers/temporary-folder'

/** In the simulated season of that year twelve rounds are over by then. */
const JUNE = Date.UTC(2026, 5, 15, 12)
const race: WarmRequest = { kind: 'race', source: 'demo', season: 2026, round: 1 }

// Sessions are simulated for each of them, on whatever the machine has left.
describe('a warming run', { timeout: 180_000 }, () => {
  it('that is killed in the middle leaves nothing half, and the next one makes what is missing', async () => {
    const folder = await temporaryFolder()
    const env = { F1_NOW: new Date(JUNE).toISOString() }
    const args = ['warm', 'race', '2026', '1', '--sessions', 'FP3,Q', '--source', 'demo', '--json']
    const child = spawn(process.execPath, [commandLineFile, ...args], {
      env: { ...process.env, F1_USER_DATA: folder, F1_ARCHIVE_URL: NOWHERE, F1_JOLPICA_URL: NOWHERE, ...env },
    }) // prettier-ignore
    const killed = once(child, 'exit')
    child.stderr.on('data', (text) => {
      // The first session is there, the second is being made.
      if (/\[#+\.+\]/.test(String(text))) child.kill('SIGKILL')
    })
    await killed
    const again = json(await gallery(args, folder, NOWHERE, env)) as {
      summary: { warmed: number; alreadyWarm: number; failed: number }
    }
    expect(again.summary.failed).toBe(0)
    expect(again.summary.alreadyWarm).toBeGreaterThan(0)
    const stats = json(await gallery(['cache', 'stats', '--json', '--source', 'demo'], folder, NOWHERE, env))
    expect(stats).toMatchObject({ corrupt: 0, session_keys: 2 })
  })

  it.skipIf(!isMountPossible)(
    `stops when the disk is full, leaves what is there readable, and goes on by itself when there is room${withoutMount}`,
    async () => {
      const disk = mountSmallDisk()
      onTestFinished(() => {
        unmount(disk)
        rmdirSync(disk)
      })
      const oneByOne = { ...DEFAULT_SETTINGS, strategy: { ...DEFAULT_SETTINGS.strategy, maxConcurrent: 1 } }
      const warming = { settings: () => oneByOne }
      const parts = composeForTest(join(disk, 'cache'), NOWHERE, JUNE, undefined, { warming })
      const { id, done } = parts.warming.start({ ...race, sessions: ['Q'] }, 'asked')
      await done
      const ballast = join(disk, 'something else')
      // Whatever is left goes to somebody else.
      await writeFile(ballast, Buffer.alloc(4 * 1024 * 1024, 1)).catch(() => {})
      // The first of its two sessions finds the disk full, the second waits.
      const second = parts.warming.start({ ...race, round: 2, sessions: ['FP3', 'Q'] }, 'asked')
      const reasonOf = (run: string) => parts.tasks.details(run)?.task.delay?.reason
      await expect.poll(() => reasonOf(second.id), { timeout: 120_000, interval: 50 }).toBe('disk')
      const [warm] = await parts.galleries.demo.listWall()
      expect(warm).toBeDefined()
      if (warm !== undefined)
        expect((await parts.galleries.demo.openSculpture(warm.id)).bytes).toBeGreaterThan(0)
      await rm(ballast)
      const report = await second.done
      expect(report).toMatchObject({ outcome: 'complete', summary: { sessions: 2, failed: 0 } })
      // What was made while the disk was full is on it now.
      const onDisk = async () => (await parts.caches.demo.status()).sculpture_keys
      const inAll = (await parts.galleries.demo.listWall()).length
      await expect.poll(onDisk, { timeout: 20_000 }).toBe(inAll)
      expect(parts.caches.demo.health.current().state).toBe('ok')
      expect(parts.tasks.details(id)?.task.state).toBe('completed')
    },
  )

  it('waits as long as a host that limits it says, and then has everything it can give', async () => {
    let asked = 0
    const server = createServer((_request, response) => {
      asked += 1
      // The first few are told to come back; the host has nothing else to give.
      if (asked <= 3) response.writeHead(429, { 'retry-after': '1' }).end()
      else response.writeHead(404).end()
    }).listen(0, '127.0.0.1')
    await once(server, 'listening')
    onTestFinished(() => void server.close())
    const address = server.address()
    const url = `http://127.0.0.1:${typeof address === 'object' ? address?.port : ''}`
    const parts = composeForTest(await temporaryFolder(), url, JUNE)
    const { done } = parts.warming.start({ kind: 'season', source: 'archive', season: 2025 }, 'asked')
    await expect(done).rejects.toMatchObject({ code: 'calendar/no-events' })
    expect(asked).toBeGreaterThan(3)
  })
})
