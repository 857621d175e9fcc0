import { spawnSync } from 'node:child_process'
import { existsSync, mkdtempSync, rmSync, utimesSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { oneAtATime } from '../../../../scripts/setup/one-at-a-time.mjs'

let folder: string
let lockFile: string
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'f1-lock-test-'))
  lockFile = join(folder, 'lock')
})
afterEach(() => {
  rmSync(folder, { recursive: true, force: true })
})

const sayNothing = () => undefined

describe('two set-ups of one folder', () => {
  it('take turns, and the second says whom it waits for', async () => {
    const events: string[] = []
    const said: string[] = []
    const run = (name: string) =>
      oneAtATime(
        (line) => said.push(line),
        async () => {
          events.push(`${name} begins`)
          await new Promise((resolve) => setTimeout(resolve, 20))
          events.push(`${name} ends`)
        },
        lockFile,
      )
    await Promise.all([run('first'), run('second')])
    expect(events).toEqual(['first begins', 'first ends', 'second begins', 'second ends'])
    expect(said).toHaveLength(1)
    expect(said[0]).toContain(String(process.pid))
  })

  it('leave no lock behind, not even after an error', async () => {
    const failing = oneAtATime(sayNothing, () => Promise.reject(new Error('no network')), lockFile)
    await expect(failing).rejects.toThrow('no network')
    expect(existsSync(lockFile)).toBe(false)
  })

  it('give back what the work gave', async () => {
    expect(await oneAtATime(sayNothing, () => Promise.resolve(42), lockFile)).toBe(42)
  })

  it('do not wait for one that was killed', async () => {
    const { pid } = spawnSync(process.execPath, ['-e', '']) // has ended, so nobody has this number any more
    writeFileSync(lockFile, String(pid))
    expect(await oneAtATime(sayNothing, () => Promise.resolve('done'), lockFile)).toBe('done')
  })

  it('do not wait for a lock that was not renewed for long, whoever has the number now', async () => {
    writeFileSync(lockFile, String(process.pid))
    const aMinuteAgo = new Date(Date.now() - 60_000)
    utimesSync(lockFile, aMinuteAgo, aMinuteAgo)
    expect(await oneAtATime(sayNothing, () => Promise.resolve('done'), lockFile)).toBe('done')
  })

  it('do not wait for a lock that names nobody', async () => {
    writeFileSync(lockFile, 'garbage')
    expect(await oneAtATime(sayNothing, () => Promise.resolve('done'), lockFile)).toBe('done')
  })
})
