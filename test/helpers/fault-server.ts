// A host on loopback that breaks one thing at a time, exactly as it is told to. Only its own words are sent: no
// recorded data is needed.
import { createServer, type IncomingHttpHeaders, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { gzipSync } from 'node:zlib'
import { onTestFinished } from 'vitest'

export interface ReceivedRequest {
  readonly path: string
  readonly headers: IncomingHttpHeaders
  /** performance.now(), ms. */
  readonly at: number
}

/** @param attempt how often this path has been asked for, from 1. */
export type Fault = (request: IncomingMessage, response: ServerResponse, attempt: number) => void

export interface FaultServer {
  readonly url: string
  readonly requests: readonly ReceivedRequest[]
  /** Connections that are open at this moment. */
  openConnections(): Promise<number>
}

/** Ends with the test. */
export async function startFaultServer(fault: Fault): Promise<FaultServer> {
  const requests: ReceivedRequest[] = []
  const server = createServer((request, response) => {
    const path = request.url ?? ''
    requests.push({ path, headers: request.headers, at: performance.now() })
    fault(request, response, requests.filter((each) => each.path === path).length)
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  onTestFinished(
    () =>
      new Promise<void>((resolve) => {
        server.closeAllConnections()
        server.close(() => resolve())
      }),
  )
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    requests,
    openConnections: () =>
      new Promise((resolve, reject) =>
        server.getConnections((error, count) => (error === null ? resolve(count) : reject(error))),
      ),
  }
}

/** A port where nobody listens. */
export const REFUSES = 'http://127.0.0.1:47'

export const answers = (body: Uint8Array | string, headers: Record<string, string> = {}): Fault =>
  function answer(_request, response) {
    response.writeHead(200, { 'content-length': Buffer.byteLength(body), ...headers }).end(body)
  }

export const answersStatus = (status: number, headers: Record<string, string> = {}): Fault =>
  function answerStatus(_request, response) {
    response.writeHead(status, headers).end(status === 304 ? undefined : `<html>${status}</html>`)
  }

/** First `first`, from the second attempt on `then`. */
export const once = (first: Fault, then: Fault): Fault =>
  function onceThen(request, response, attempt) {
    const fault = attempt === 1 ? first : then
    fault(request, response, attempt)
  }

export const stallsBeforeHeaders: Fault = () => {}

export const stallsInTheMiddle = (body: string): Fault =>
  function stall(_request, response) {
    response.writeHead(200, { 'content-length': body.length }).write(body.slice(0, body.length / 2))
  }

/** One byte every so often, for ever. */
export const trickles = (intervalMs: number): Fault =>
  function trickle(_request, response) {
    response.writeHead(200)
    const timer = setInterval(() => response.write(' '), intervalMs)
    response.on('close', () => clearInterval(timer))
  }

/** Announces the whole and sends so many bytes of it, then resets the connection. */
export const breaksAfter = (
  body: string | Buffer,
  bytes: number,
  headers: Record<string, string> = {},
): Fault =>
  function breakOff(_request, response) {
    const whole = Buffer.from(body)
    response.writeHead(200, { 'content-length': whole.byteLength, ...headers })
    // Only what has left this process can arrive before the reset.
    response.write(whole.subarray(0, bytes), () => setTimeout(() => response.socket?.resetAndDestroy(), 20))
  }

/** As a well-behaved bucket does: If-Range compared, Range obeyed. */
export const servesRanges = (body: string | Buffer, etag: string): Fault =>
  function serveRange(request, response) {
    const whole = Buffer.from(body)
    const from = /^bytes=(\d+)-$/.exec(request.headers.range ?? '')?.[1]
    if (from === undefined || request.headers['if-range'] !== etag) {
      response.writeHead(200, { 'content-length': whole.byteLength, etag }).end(whole)
      return
    }
    const rest = whole.subarray(Number(from))
    const range = `bytes ${from}-${whole.byteLength - 1}/${whole.byteLength}`
    response.writeHead(206, { 'content-length': rest.byteLength, 'content-range': range, etag }).end(rest)
  }

/** Announces fewer bytes than it sends. */
export const announcesTooFew = (body: string, announced: number): Fault =>
  function lie(_request, response) {
    response.socket?.write(`HTTP/1.1 200 OK\r\ncontent-length: ${announced}\r\n\r\n${body}`)
  }

/** A thousand zeros for each byte on the wire. */
export const sendsZipBomb = (decodedBytes: number): Fault => {
  const bomb = gzipSync(Buffer.alloc(decodedBytes), { level: 9 })
  return answers(bomb, { 'content-encoding': 'gzip' })
}

/** One line of a gigabyte, made as it is sent, until the receiver hangs up. @returns how many bytes were sent. */
export function sendsEndlessLine(): { readonly fault: Fault; sentBytes(): number } {
  const GIGABYTE = 1024 ** 3
  const chunk = Buffer.alloc(256 * 1024, 'x')
  let sent = 0
  return {
    sentBytes: () => sent,
    fault: (_request, response) => {
      response.writeHead(200).write('00:00:01.000{"a":"')
      const fill = () => {
        let hasRoom = true
        while (hasRoom && sent < GIGABYTE && !response.destroyed) {
          hasRoom = response.write(chunk)
          sent += chunk.byteLength
        }
      }
      response.on('drain', fill)
      fill()
    },
  }
}
