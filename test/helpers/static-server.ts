// A static server on loopback that stands in for the archive and for Jolpica, and can be told to misbehave.
import { readFile } from 'node:fs/promises'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { join, normalize } from 'node:path'

export interface StaticServer {
  readonly url: string
  /** Paths asked for, in order, with the status they got. */
  readonly requests: { readonly path: string; readonly status: number; readonly conditional: boolean }[]
  /** Answers requests itself by returning true; null for ordinary service. */
  misbehave: ((request: IncomingMessage, response: ServerResponse) => boolean) | null
  close(): Promise<void>
}

/** @param roots folder by the first part of the path, e.g. `{ static: '…/archive/static' }`. */
async function startStaticServer(roots: Readonly<Record<string, string>>): Promise<StaticServer> {
  const requests: StaticServer['requests'] = []
  const server = createServer((request, response) => {
    void serve(request, response)
  })
  const serve = async (request: IncomingMessage, response: ServerResponse) => {
    const path = decodeURIComponent(new URL(request.url ?? '/', 'http://x').pathname)
    const note = (status: number) =>
      requests.push({ path, status, conditional: request.headers['if-none-match'] !== undefined })
    if (running.misbehave?.(request, response) === true) {
      note(response.statusCode)
      return
    }
    const [, first = '', ...rest] = normalize(path).split('/')
    const root = roots[first]
    const body = root === undefined ? null : await readFile(join(root, ...rest)).catch(() => null)
    const etag = body === null ? '' : `"${body.byteLength}"`
    const status = body === null ? 403 : request.headers['if-none-match'] === etag ? 304 : 200
    note(status)
    if (status === 200 && body !== null)
      response.writeHead(200, { etag, 'content-length': body.byteLength }).end(body)
    else
      response.writeHead(status).end(status === 403 ? '<Error><Code>AccessDenied</Code></Error>' : undefined)
  }
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const running: StaticServer = {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    requests,
    misbehave: null,
    close: () =>
      new Promise((resolve) => {
        server.closeAllConnections()
        server.close(() => resolve())
      }),
  }
  return running
}

/** The recorded sessions, served as the archive and as Jolpica. @param folder as `recordingsFolder` finds it. */
export function serveRecordings(folder: string): Promise<StaticServer> {
  return startStaticServer({ static: join(folder, 'archive/static'), ergast: join(folder, 'jolpica/ergast') })
}
