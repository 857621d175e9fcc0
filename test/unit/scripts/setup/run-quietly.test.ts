import { spawn } from 'node:child_process'
import { existsSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { describe, expect, it } from 'vitest'
import { runNodeQuietly, runQuietly } from '../../../../scripts/setup/run-quietly.mjs'

const print = (code: string) => runQuietly(process.execPath, ['-e', code])

describe('running a command quietly', () => {
  it('keeps both outputs', async () => {
    const { ok, output } = await print('console.log("one"); console.error("two")')
    expect(ok).toBe(true)
    expect(output).toContain('one')
    expect(output).toContain('two')
  })

  it('is not ok when the command fails', async () => {
    expect((await print('process.exitCode = 3')).ok).toBe(false)
  })

  it('is not ok, and does not throw, when there is no such command', async () => {
    const { ok, output } = await runQuietly('f1-no-such-command', [])
    expect(ok).toBe(false)
    expect(output).toContain('ENOENT')
  })

  it('is not ok when it is given up', async () => {
    const signal = AbortSignal.timeout(50)
    expect((await runQuietly(process.execPath, ['-e', 'setInterval(() => {}, 1000)'], { signal })).ok).toBe(
      false,
    )
  })
})

describe('running a Node.js script quietly', () => {
  it('comes to an end when the script does', async () => {
    const { ok, output } = await runNodeQuietly(['-e', 'setTimeout(() => console.log("done"), 20)'])
    expect({ ok, output }).toEqual({ ok: true, output: 'done\n' })
  })

  it('ends the script when we are killed', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'f1-run-test-'))
    const [started, ended] = [join(folder, 'started'), join(folder, 'ended')]
    const script = `
      const { writeFileSync } = require('node:fs')
      process.on('exit', () => writeFileSync(${JSON.stringify(ended)}, ''))
      writeFileSync(${JSON.stringify(started)}, '')
      setInterval(() => {}, 1000)`
    const module = pathToFileURL(join(import.meta.dirname, '../../../../scripts/setup/run-quietly.mjs')).href
    const us = spawn(process.execPath, [
      '--input-type=module',
      '-e',
      `import { runNodeQuietly } from ${JSON.stringify(module)}; await runNodeQuietly(['-e', ${JSON.stringify(script)}])`,
    ])
    await expect.poll(() => existsSync(started), { timeout: 5_000 }).toBe(true)
    us.kill('SIGKILL')
    await expect.poll(() => existsSync(ended), { timeout: 5_000 }).toBe(true)
    rmSync(folder, { recursive: true })
  })
})
