// The archive on loopback: the simulated season as its hosts would serve it, behind a line that breaks as the weather has it.
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { createInterface } from 'node:readline'
import { commandLineFile } from '../helpers/built-app'
import { breaksAfter, servesRanges } from '../helpers/fault-server'
import type { Weather } from './week-plan'

/** Of the requests in bad weather: with all of them failing nothing would ever be half done. */
const HIT_EVERY = 3
/** Longer than a person likes, shorter than what the application takes for silence, ms. */
const SLOW_MS = 400

interface Answer {
  readonly status: number
  readonly body: Buffer
  readonly etag: string
}

export interface SeasonHost {
  readonly url: string
  weather: Weather
  /** So far. */
  readonly counts: { requests: number; broken: number }
  close(): Promise<void>
}

/** @param nowAt epoch ms: what has been driven by then is served. */
export async function startSeasonHost(folder: string, nowAt: number): Promise<SeasonHost> {
  const season = spawn(process.execPath, [commandLineFile, 'demo', 'serve', '--json'], {
    env: { ...process.env, F1_USER_DATA: folder, F1_NOW: new Date(nowAt).toISOString() },
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  const [told] = (await once(createInterface(season.stdout), 'line')) as [string]
  const { url: origin } = JSON.parse(told) as { url: string }
  // Simulating a session takes longer than everything that is endured here.
  const answers = new Map<string, Promise<Answer>>()
  // One after the other: it keeps two sessions at a time, and would simulate each of three anew for every topic.
  let line: Promise<unknown> = Promise.resolve()
  const answerTo = (path: string): Promise<Answer> => {
    const known = answers.get(path) ?? line.then(() => fetchAnswer(`${origin}${path}`))
    line = known.catch(() => {})
    answers.set(path, known)
    return known
  }
  const server = createServer((request, response) => {
    host.counts.requests += 1
    const isHit = host.counts.requests % HIT_EVERY === 0
    const weather = host.weather === 'offline' || isHit ? host.weather : 'fine'
    if (weather !== 'fine') host.counts.broken += 1
    void answer(request, response, weather, answerTo).catch(() => response.destroy())
  }).listen(0, '127.0.0.1')
  await once(server, 'listening')
  const host: SeasonHost = {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    weather: 'fine',
    counts: { requests: 0, broken: 0 },
    close: async () => {
      season.kill()
      server.closeAllConnections()
      await new Promise((resolve) => server.close(resolve))
    },
  }
  return host
}

async function answer(
  request: IncomingMessage,
  response: ServerResponse,
  weather: Weather,
  answerTo: (path: string) => Promise<Answer>,
): Promise<void> {
  if (weather === 'offline' || weather === 'resets') return void request.socket.resetAndDestroy()
  if (weather === 'errors') return void response.writeHead(503).end()
  const { status, body, etag } = await answerTo(request.url ?? '/')
  if (weather === 'slow') await new Promise((resolve) => setTimeout(resolve, SLOW_MS))
  if (status !== 200) response.writeHead(status).end(body)
  else if (request.headers['if-none-match'] === etag) response.writeHead(304, { etag }).end()
  else if (weather === 'truncates') breaksAfter(body, body.length >> 1, { etag })(request, response, 1)
  else servesRanges(body, etag)(request, response, 1)
}

async function fetchAnswer(url: string): Promise<Answer> {
  const response = await fetch(url)
  const body = Buffer.from(await response.arrayBuffer())
  return { status: response.status, body, etag: response.headers.get('etag') ?? '"none"' }
}
