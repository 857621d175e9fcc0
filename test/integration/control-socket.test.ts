import { existsSync, statSync } from 'node:fs'
import { writeFile, mkdir } from 'node:fs/promises'
import { dirname } from 'node:path'
import { createConnection } from 'node:net'
import fc from 'fast-check'
import { describe, expect, it, onTestFinished } from 'vitest'
import { CONTROL_LINE_BYTES } from '@contract/control'
import { connectControl, controlAddress, serveControl } from '@main/adapters/control-socket'
import { AppError } from '@main/core/app-error'
import { answerLine, readAnswer, requestLine, type ControlHandlers } from '@main/ipc/control-desk'
import { silentLogger } from '../helpers/silent-logger'
import { temporaryFolder } from '../helpers/temporary-folder'

const handlers = {
  'tasks:cancel': (id: string) => id === 't1',
  'warming:start': () => {
    throw new AppError('calendar/no-events', '2026')
  },
} as unknown as ControlHandlers

async function aServer(answer = (line: string) => answerLine(handlers, line, silentLogger())) {
  const address = controlAddress(await temporaryFolder(), process.platform)
  const server = await serveControl(address, answer)
  onTestFinished(() => server.close())
  const connect = async () => {
    const line = await connectControl(address)
    if (line === null) throw new Error('nobody listens')
    onTestFinished(() => line.close())
    return line
  }
  return { address, server, connect }
}

describe('the control socket', () => {
  it('answers a call, and the failure of one, with the envelope of every other call', async () => {
    const { connect } = await aServer()
    const line = await connect()
    const cancelled = readAnswer<'tasks:cancel'>(await line.ask(requestLine('tasks:cancel', 't1')))
    expect(cancelled).toEqual({ ok: true, value: true })
    const started = readAnswer<'warming:start'>(
      await line.ask(requestLine('warming:start', { kind: 'recent', source: 'demo' })),
    )
    expect(started).toMatchObject({ ok: false, error: { message: 'No completed events for 2026.' } })
  })

  it.skipIf(process.platform === 'win32')(
    'lets nobody else in: folder and socket are the user’s own',
    async () => {
      const { address } = await aServer()
      expect(statSync(address).mode & 0o777).toBe(0o600)
      expect(statSync(dirname(address)).mode & 0o777).toBe(0o700)
    },
  )

  it.skipIf(process.platform === 'win32')('takes over what a crash left behind', async () => {
    const address = controlAddress(await temporaryFolder(), process.platform)
    await mkdir(dirname(address), { recursive: true })
    await writeFile(address, '')
    expect(await connectControl(address)).toBeNull()
    const server = await serveControl(address, async () => await Promise.resolve('here'))
    onTestFinished(() => server.close())
    const line = await connectControl(address)
    onTestFinished(() => line?.close())
    expect(await line?.ask('?')).toBe('here')
  })

  it('is not there before the application, nor after it', async () => {
    const folder = await temporaryFolder()
    expect(await connectControl(controlAddress(folder, process.platform))).toBeNull()
    const { address, server } = await aServer()
    await server.close()
    await server.close()
    expect(await connectControl(address)).toBeNull()
    expect(existsSync(address)).toBe(false)
  })

  it('breaks off whoever sends more than a request can be, and goes on for the others', async () => {
    const { address, connect } = await aServer()
    const flood = createConnection(address)
    const closed = new Promise((resolve) => flood.once('close', resolve))
    flood.on('error', () => {})
    flood.write('x'.repeat(CONTROL_LINE_BYTES + 2))
    await closed
    const line = await connect()
    expect(await line.ask(requestLine('tasks:cancel', 't2'))).toBe('{"ok":true,"value":false}')
  })

  it('tells who waits that the application has gone', async () => {
    const { server, connect } = await aServer(() => new Promise(() => {}))
    const line = await connect()
    const asked = line.ask('?')
    await server.close()
    await expect(asked).rejects.toThrow('has gone')
  })

  it('keeps a path within what systems allow, however long the folder’s is', () => {
    const address = controlAddress(`/${'long/'.repeat(60)}`, 'linux')
    expect(Buffer.byteLength(address)).toBeLessThan(104)
    expect(controlAddress('C:\\Users\\me', 'win32')).toMatch(/^\\\\\.\\pipe\\/)
    expect(controlAddress('/a', 'linux')).not.toBe(controlAddress('/b', 'linux'))
  })

  it('refuses every line that is no request of this version, and calls that are the page’s own', async () => {
    const refused = async (line: string) => {
      const answer = JSON.parse(await answerLine(handlers, line, silentLogger())) as { ok: boolean }
      expect(answer).toMatchObject({ ok: false, error: { code: 'ipc/bad-input' } })
    }
    await refused('{"version":2,"name":"tasks:cancel","input":"t1"}')
    await refused('{"version":1,"name":"exports:save","input":{}}')
    await refused('{"version":1,"name":"__proto__"}')
    await refused('{"version":1,"name":"tasks:cancel","input":"../t1"}')
    await refused('{"version":1,"name":"tasks:cancel","input":"t1","more":1}')
    await fc.assert(fc.asyncProperty(fc.oneof(fc.string(), fc.json()), refused), { numRuns: 300 })
  })
})
