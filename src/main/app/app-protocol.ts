// `app://gallery`: the renderer's only origin. Serves the built page and the sculptures, nothing else.

import { readFile } from 'node:fs/promises'
import { extname, isAbsolute, relative, resolve } from 'node:path'
import type { SculptureId } from '@contract/ids'
import { sculptureIdSchema } from '@contract/validators'

export const APP_SCHEME = 'app'
export const APP_ORIGIN = 'app://gallery'

/** No remote code, no inline code, no network: all requests to the outside are the main process's. */
export const PRODUCTION_CSP = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self' data: blob:",
  "font-src 'self'",
  "connect-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join('; ')

/** Vite's dev server injects inline scripts and styles and talks over a web socket. */
export const DEVELOPMENT_CSP = PRODUCTION_CSP.replace(
  "script-src 'self'",
  "script-src 'self' 'unsafe-inline'",
)
  .replace("style-src 'self'", "style-src 'self' 'unsafe-inline'")
  .replace("connect-src 'self'", "connect-src 'self' ws:")

const MEDIA_TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.woff2': 'font/woff2',
}

export interface AppProtocolOptions {
  readonly rendererFolder: string
  /** Vite's dev server in development, else null. */
  readonly devServerUrl: string | null
  readonly readSculpture: (id: SculptureId) => Promise<Uint8Array | null>
  /** What the document's root carries, by names of attributes: known to the page before it asks for anything. */
  readonly rootAttributes: () => Readonly<Record<string, string>>
}

/** The handler for `protocol.handle`. Never throws: what it does not know is a plain 404. */
export function createAppHandler(options: AppProtocolOptions): (request: Request) => Promise<Response> {
  const { rendererFolder, devServerUrl, readSculpture, rootAttributes } = options
  return async (request) => {
    const url = new URL(request.url)
    if (url.host !== 'gallery' || request.method !== 'GET') return notFound()
    const path = decodePath(url.pathname)
    if (path === null) return notFound()
    try {
      if (path.startsWith('/sculptures/')) return await serveSculpture(path, readSculpture)
      if (devServerUrl !== null)
        return await proxy(new URL(`${url.pathname}${url.search}`, devServerUrl), rootAttributes())
      if (path === '/') return await serveDocument(rendererFolder, rootAttributes())
      return await serveFile(rendererFolder, path)
    } catch {
      // ENOENT, EISDIR, a damaged entry: to the page they are all "not there"; opening it again rebuilds it.
      return notFound()
    }
  }
}

async function serveSculpture(path: string, read: AppProtocolOptions['readSculpture']): Promise<Response> {
  const [, , source, season, round, session, driver, lap, ...rest] = path.split('/')
  const id = sculptureIdSchema.safeParse({
    source,
    season: Number(season),
    round: Number(round),
    session,
    driver,
    lap: lap === 'fastest' ? lap : Number(lap),
  })
  if (!id.success || rest.length > 0) return notFound()
  const frame = await read(id.data)
  if (frame === null) return notFound()
  const headers = { 'content-type': 'application/octet-stream', 'cache-control': 'no-store' }
  return new Response(new Uint8Array(frame), { headers })
}

async function serveDocument(
  folder: string,
  attributes: Readonly<Record<string, string>>,
): Promise<Response> {
  const html = await readFile(resolve(folder, 'index.html'), 'utf8')
  return new Response(withRootAttributes(html, attributes), {
    headers: pageHeaders('text/html; charset=utf-8', PRODUCTION_CSP),
  })
}

/** @param attributes any values; names are ours. */
function withRootAttributes(html: string, attributes: Readonly<Record<string, string>>): string {
  const written = Object.entries(attributes).map(([name, value]) => ` ${name}="${escapeAttribute(value)}"`)
  // A function: in a text "$&" and the like would be read as something else.
  return html.replace('<html', () => `<html${written.join('')}`)
}

function escapeAttribute(value: string): string {
  return value.replaceAll('&', '&amp;').replaceAll('"', '&quot;').replaceAll('<', '&lt;')
}

async function serveFile(folder: string, path: string): Promise<Response> {
  const file = resolve(folder, `.${path}`)
  // Not `startsWith(folder)`: that also accepts a sibling whose name begins alike.
  const inside = relative(folder, file)
  if (inside === '' || inside.startsWith('..') || isAbsolute(inside)) return notFound()
  const mediaType = MEDIA_TYPES[extname(file)]
  if (mediaType === undefined) return notFound()
  return new Response(new Uint8Array(await readFile(file)), {
    headers: pageHeaders(mediaType, PRODUCTION_CSP),
  })
}

async function proxy(url: URL, attributes: Readonly<Record<string, string>>): Promise<Response> {
  const response = await fetch(url)
  const mediaType = response.headers.get('content-type') ?? 'text/plain'
  const body = url.pathname === '/' ? withRootAttributes(await response.text(), attributes) : response.body
  return new Response(body, {
    status: response.status,
    headers: pageHeaders(mediaType, DEVELOPMENT_CSP),
  })
}

function pageHeaders(mediaType: string, csp: string): Record<string, string> {
  return {
    'content-type': mediaType,
    'content-security-policy': csp,
    'x-content-type-options': 'nosniff',
    'cache-control': 'no-cache',
  }
}

/** Percent-decoded path, or null when it is malformed or hides a NUL or backslash. */
function decodePath(pathname: string): string | null {
  try {
    const path = decodeURIComponent(pathname)
    return path.includes('\0') || path.includes('\\') ? null : path
  } catch {
    // URIError: not valid percent-encoding.
    return null
  }
}

function notFound(): Response {
  return new Response('not found', { status: 404, headers: { 'content-type': 'text/plain' } })
}
