// A local socket that only this user can open: lines in, lines out. The application listens, the command line asks.
// What the lines say is not known here.

import { createHash } from 'node:crypto'
import { chmod, mkdir, rm } from 'node:fs/promises'
import { createConnection, createServer, type Server, type Socket } from 'node:net'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { CONTROL_LINE_BYTES } from '@contract/control'

/** The least of what systems allow a socket's path (macOS: 104 bytes, its zero included). */
const PATH_BYTES = 103

/** A command line asks one thing after another; a few of them may run at once. */
const MAX_CONNECTIONS = 16

/** Who says nothing for so long has died. */
const IDLE_MS = 60_000

/** Where the application of this user-data folder listens. */
export function controlAddress(userData: string, platform: NodeJS.Platform): string {
  const name = createHash('sha256').update(userData).digest('hex').slice(0, 16)
  if (platform === 'win32') return `\\\\.\\pipe\\f1-sculpture-gallery-${name}`
  const usual = join(userData, 'control', 'socket')
  if (Buffer.byteLength(usual) <= PATH_BYTES) return usual
  return join(tmpdir(), `f1-sculpture-gallery-${name}`, 'socket')
}

export interface ControlServer {
  /** Resolves when nobody is connected any more. May be called twice. */
  close(): Promise<void>
}

/**
 * Listens; a socket that a crash left behind is taken over: the caller is the only application of this folder.
 * @param answer one line to one line; must not reject.
 */
export async function serveControl(
  address: string,
  answer: (line: string) => Promise<string>,
): Promise<ControlServer> {
  const isPipe = address.startsWith('\\\\')
  if (!isPipe) {
    // The folder is closed to others before there is a socket in it: its own mode comes too late.
    await mkdir(dirname(address), { recursive: true, mode: 0o700 })
    await chmod(dirname(address), 0o700)
    await rm(address, { force: true })
  }
  const open = new Set<Socket>()
  const server = createServer((socket) => {
    open.add(socket)
    socket.once('close', () => open.delete(socket))
    socket.setTimeout(IDLE_MS, () => socket.destroy())
    // Whoever breaks off is gone; there is nobody to tell.
    socket.on('error', () => {})
    serveLines(socket, answer)
  })
  server.maxConnections = MAX_CONNECTIONS
  await listen(server, address)
  if (!isPipe) await chmod(address, 0o600)
  return {
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve())
        for (const socket of open) socket.destroy()
      }),
  }
}

export interface ControlLine {
  /** @throws Error when the application has gone. */
  ask(line: string): Promise<string>
  /** False once the application has gone, or has given up on who said nothing for a minute. */
  isOpen(): boolean
  close(): void
}

/** @returns null when no application listens there. */
export async function connectControl(address: string): Promise<ControlLine | null> {
  const socket = createConnection(address)
  try {
    await new Promise<void>((resolve, reject) => {
      socket.once('connect', resolve)
      socket.once('error', reject)
    })
  } catch {
    // ENOENT: never started, or a pipe that is gone. ECONNREFUSED: left behind by a crash. EACCES: not ours to ask.
    return null
  }
  const waiting: { readonly resolve: (line: string) => void; readonly reject: (error: Error) => void }[] = []
  const end = (): void => {
    for (const { reject } of waiting.splice(0)) reject(new Error('the application has gone'))
  }
  socket.on('error', end)
  socket.on('close', end)
  eachLine(socket, Infinity, (line) => waiting.shift()?.resolve(line))
  return {
    ask: (line) =>
      new Promise((resolve, reject) => {
        if (socket.destroyed) return reject(new Error('the application has gone'))
        waiting.push({ resolve, reject })
        socket.write(`${line}\n`)
      }),
    isOpen: () => !socket.destroyed,
    close: () => void socket.destroy(),
  }
}

/** Answers in the order of the questions: one at a time. */
function serveLines(socket: Socket, answer: (line: string) => Promise<string>): void {
  let before = Promise.resolve()
  eachLine(socket, CONTROL_LINE_BYTES, (line) => {
    before = before.then(async () => {
      const text = await answer(line)
      if (!socket.destroyed) socket.write(`${text}\n`)
    })
  })
}

function eachLine(socket: Socket, maxBytes: number, onLine: (line: string) => void): void {
  let rest = Buffer.alloc(0)
  socket.on('data', (chunk: Buffer) => {
    rest = Buffer.concat([rest, chunk])
    for (let end = rest.indexOf(10); end !== -1; end = rest.indexOf(10)) {
      if (end > maxBytes) break
      onLine(rest.toString('utf8', 0, end))
      rest = rest.subarray(end + 1)
    }
    if (rest.byteLength > maxBytes) socket.destroy()
  })
}

function listen(server: Server, address: string): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once('error', reject)
    server.listen(address, () => {
      server.off('error', reject)
      resolve()
    })
  })
}
