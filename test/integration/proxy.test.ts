// The command line's way through a proxy that the environment names. Everything stays on loopback.
import { createServer } from 'node:http'
import { connect, type AddressInfo } from 'node:net'
import { afterEach, describe, expect, it, onTestFinished, vi } from 'vitest'
import { answers, startFaultServer } from '../helpers/fault-server'
import { httpForTest } from '../helpers/http-for-test'

const signal = () => new AbortController().signal

/** Whatever host is asked for, the tunnel ends at `target`. */
async function startProxy(target: string) {
  const asked: string[] = []
  const server = createServer()
  server.on('connect', (request, socket) => {
    asked.push(request.url ?? '')
    const { hostname, port } = new URL(target)
    const tunnel = connect(Number(port), hostname, () => {
      socket.write('HTTP/1.1 200 Connection Established\r\n\r\n')
      tunnel.pipe(socket)
      socket.pipe(tunnel)
    })
    for (const end of [socket, tunnel])
      end.on('error', () => {
        socket.destroy()
        tunnel.destroy()
      })
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  onTestFinished(() => {
    server.closeAllConnections()
    server.close()
  })
  return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, asked }
}

describe('a proxy in the environment', () => {
  afterEach(() => vi.unstubAllEnvs())

  it('is used for hosts outside, unless they are excepted', async () => {
    const server = await startFaultServer(answers('through the proxy'))
    const proxy = await startProxy(server.url)
    vi.stubEnv('HTTP_PROXY', proxy.url)
    vi.stubEnv('NO_PROXY', 'excepted.invalid')
    const http = httpForTest()
    const answer = await http.get({ url: 'http://archive.invalid/topic', signal: signal() })
    expect(Buffer.from(answer.body).toString()).toBe('through the proxy')
    // More than once where a busy machine lets a connection go stale and it is made again.
    expect(new Set(proxy.asked)).toEqual(new Set(['archive.invalid:80']))
    await expect(http.get({ url: 'http://excepted.invalid/topic', signal: signal() })).rejects.toMatchObject({
      code: 'source/offline',
    })
    expect(proxy.asked).not.toContain('excepted.invalid:80')
  })

  it('is never used for this computer itself', async () => {
    const server = await startFaultServer(answers('direct'))
    const proxy = await startProxy(server.url)
    vi.stubEnv('HTTP_PROXY', proxy.url)
    vi.stubEnv('NO_PROXY', '')
    const answer = await httpForTest().get({ url: `${server.url}/topic`, signal: signal() })
    expect(Buffer.from(answer.body).toString()).toBe('direct')
    expect(proxy.asked).toEqual([])
  })
})
