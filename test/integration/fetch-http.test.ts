import { createServer, type RequestListener } from 'node:http'
import type { AddressInfo } from 'node:net'
import { describe, expect, it, onTestFinished } from 'vitest'
import { createFetchHttp } from '@main/adapters/fetch-http'

async function serve(listener: RequestListener): Promise<string> {
  const server = createServer(listener)
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  onTestFinished(() => {
    server.closeAllConnections()
    server.close()
  })
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}/`
}

const signal = () => new AbortController().signal

describe('HTTP', () => {
  it('tells how many bytes have come, out of how many', async () => {
    const url = await serve((_request, response) =>
      response.writeHead(200, { 'content-length': 9 }).end('nine bytes'.slice(0, 9)),
    )
    const heard: [number, number][] = []
    const http = createFetchHttp()
    const answer = await http.get({
      url,
      signal: signal(),
      onProgress: (done, total) => heard.push([done, total]),
    })
    expect(answer.body.byteLength).toBe(9)
    expect(heard.at(-1)).toEqual([9, 9])
  })

  it('hands on a refusal as a status, not as an error', async () => {
    const url = await serve((_request, response) => response.writeHead(403).end('<Error/>'))
    expect((await createFetchHttp().get({ url, signal: signal() })).status).toBe(403)
  })

  it('takes a body shorter than announced for an interrupted line', async () => {
    const url = await serve((_request, response) => {
      response.writeHead(200, { 'content-length': 1000 }).write('half')
      setTimeout(() => response.destroy(), 20)
    })
    await expect(createFetchHttp().get({ url, signal: signal() })).rejects.toMatchObject({
      code: 'source/unreachable',
    })
  })

  it('gives up on a host that falls silent', async () => {
    const url = await serve(() => {})
    await expect(createFetchHttp(100).get({ url, signal: signal() })).rejects.toMatchObject({
      code: 'source/unreachable',
      message: expect.stringContaining('no answer for 0.1 s') as string,
    })
  })

  it('refuses a body larger than any timing data', async () => {
    const url = await serve((_request, response) => response.end('x'.repeat(2000)))
    await expect(createFetchHttp(1000, 1000).get({ url, signal: signal() })).rejects.toMatchObject({
      code: 'source/unparsable',
    })
  })

  it('stops when it is told to', async () => {
    const url = await serve(() => {})
    const controller = new AbortController()
    setTimeout(() => controller.abort(), 30)
    await expect(createFetchHttp().get({ url, signal: controller.signal })).rejects.toMatchObject({
      code: 'task/cancelled',
    })
  })
})
