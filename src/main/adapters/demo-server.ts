// The simulated season over HTTP on loopback, with the manners of the real hosts: entity tags, conditional and
// partial requests, lengths, 403 for what the archive's bucket does not hold. For tests of our own and of anything
// else that reads the archive; started by `gallery demo serve`.

import { createHash } from 'node:crypto'
import { setMaxListeners } from 'node:events'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { AppError } from '../core/app-error'
import type { DemoFile } from '../core/sources/demo/demo-host'

/** @param path decoded, with a leading slash. @returns null where the real host has nothing. */
export type DemoFiles = (path: string, signal: AbortSignal) => Promise<DemoFile | null>

export interface DemoServer {
  /** Without a slash at the end. */
  readonly url: string
  readonly port: number
  /** Drops all connections. May be called twice. */
  close(): Promise<void>
}

/** Nobody on the network is served. */
const HOST = '127.0.0.1'
/** Finished files that are kept: two qualifyings with everything, so that a session is not simulated per request. */
const KEPT_BYTES = 24 * 1024 * 1024

/** @param port 0 for a free one. @throws AppError `cli/port-in-use`. */
export async function startDemoServer(port: number, files: DemoFiles): Promise<DemoServer> {
  const kept = keepFiles(files)
  const ended = new AbortController()
  // Every request that is under way listens to it; that many listeners are no leak.
  setMaxListeners(0, ended.signal)
  const server = createServer((request, response) => {
    answer(request, response, (path) => kept(path, ended.signal)).catch((error: unknown) => {
      // The client is told; a bug of ours must not end the server for everybody else.
      if (response.headersSent) response.destroy()
      else response.writeHead(500, { 'content-type': 'text/plain' }).end(String(error))
    })
  })
  await new Promise<void>((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) =>
      reject(
        error.code === 'EADDRINUSE' || error.code === 'EACCES'
          ? new AppError('cli/port-in-use', String(port), { cause: error })
          : error,
      ),
    )
    server.listen(port, HOST, resolve)
  })
  const address = server.address() as AddressInfo
  return {
    url: `http://${HOST}:${address.port}`,
    port: address.port,
    close: () =>
      new Promise((resolve) => {
        ended.abort()
        server.close(() => resolve())
        server.closeAllConnections()
      }),
  }
}

/** Remembers finished files up to a number of bytes, the longest unused going first; joins requests for one file. */
function keepFiles(files: DemoFiles): DemoFiles {
  const kept = new Map<string, DemoFile>()
  const flights = new Map<string, Promise<DemoFile | null>>()
  let keptBytes = 0
  const keep = (path: string, file: DemoFile): void => {
    kept.delete(path)
    kept.set(path, file)
  }
  return async (path, signal) => {
    const known = kept.get(path)
    if (known !== undefined) {
      keep(path, known)
      return known
    }
    const flight = flights.get(path) ?? files(path, signal).finally(() => flights.delete(path))
    flights.set(path, flight)
    const file = await flight
    if (file === null || !file.isFinal || kept.has(path)) return file
    keep(path, file)
    keptBytes += file.bytes.byteLength
    for (const [oldest, { bytes }] of kept) {
      if (keptBytes <= KEPT_BYTES) break
      kept.delete(oldest)
      keptBytes -= bytes.byteLength
    }
    return file
  }
}

async function answer(
  request: IncomingMessage,
  response: ServerResponse,
  find: (path: string) => Promise<DemoFile | null>,
): Promise<void> {
  if (request.method !== 'GET' && request.method !== 'HEAD') {
    response.writeHead(405, { allow: 'GET, HEAD' }).end()
    return
  }
  const path = pathOf(request)
  const file = path === null ? null : await find(path)
  if (path === null || file === null) {
    refuse(response, path)
    return
  }
  const { bytes } = file
  const headers = {
    'content-type': path.endsWith('.jsonStream') ? 'application/octet-stream' : 'application/json',
    'accept-ranges': 'bytes',
    'cache-control': 'max-age=3600',
    etag: `"${createHash('sha1').update(bytes).digest('hex')}"`,
  }
  if (isKnown(request.headers['if-none-match'], headers.etag)) {
    response.writeHead(304, headers).end()
    return
  }
  const range = rangeOf(request.headers.range, bytes.byteLength)
  if (range === 'unsatisfiable') {
    response.writeHead(416, { ...headers, 'content-range': `bytes */${bytes.byteLength}` }).end()
    return
  }
  const [from, to] = range ?? [0, bytes.byteLength]
  const part = { 'content-range': `bytes ${from}-${to - 1}/${bytes.byteLength}` }
  response.writeHead(range === null ? 200 : 206, {
    ...headers,
    ...(range === null ? {} : part),
    'content-length': to - from,
  })
  response.end(request.method === 'HEAD' ? undefined : bytes.subarray(from, to))
}

/** Without query; null for what cannot be decoded. */
function pathOf(request: IncomingMessage): string | null {
  try {
    return decodeURIComponent((request.url ?? '/').split('?')[0]!)
  } catch {
    // Expected: URIError of a malformed escape.
    return null
  }
}

/** The archive's bucket denies what it does not list; Jolpica says that it is not there. */
function refuse(response: ServerResponse, path: string | null): void {
  if (path?.startsWith('/ergast/') === true) {
    response.writeHead(404, { 'content-type': 'application/json' }).end('{"detail":"Not found."}')
    return
  }
  response
    .writeHead(403, { 'content-type': 'application/xml' })
    .end(
      '<?xml version="1.0" encoding="UTF-8"?>\n<Error><Code>AccessDenied</Code><Message>Access Denied</Message></Error>',
    )
}

function isKnown(header: string | undefined, etag: string): boolean {
  const tags = header?.split(',').map((tag) => tag.trim().replace(/^W\//, '')) ?? []
  return tags.includes(etag) || tags.includes('*')
}

/** One range, end exclusive; null for the whole (also for what is no range, as HTTP has it). */
function rangeOf(
  header: string | undefined,
  length: number,
): readonly [from: number, to: number] | 'unsatisfiable' | null {
  const match = /^bytes=(\d*)-(\d*)$/.exec(header ?? '')
  if (match === null) return null
  const [, first = '', last = ''] = match
  if (first === '' && last === '') return null
  if (first === '') return last === '0' ? 'unsatisfiable' : [Math.max(0, length - Number(last)), length]
  const from = Number(first)
  const to = last === '' ? length : Math.min(length, Number(last) + 1)
  return from >= length || from >= to ? 'unsatisfiable' : [from, to]
}
