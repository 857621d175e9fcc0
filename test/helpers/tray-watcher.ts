// A session bus of the test's own with somebody on it who shows tray icons: as much of D-Bus as a StatusNotifierWatcher
// needs (D-Bus Specification 0.43, messages in little-endian order). Items are then read and pressed with busctl.
import { execFile, spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { createConnection, type Socket } from 'node:net'
import { promisify } from 'node:util'

const WATCHER = 'org.kde.StatusNotifierWatcher'
const BUS = 'org.freedesktop.DBus'
const METHOD_CALL = 1
const METHOD_RETURN = 2

export interface TrayWatcher {
  /** For `DBUS_SESSION_BUS_ADDRESS`. */
  readonly address: string
  /** Bus name of the first item that registers. */
  readonly item: Promise<string>
  /** What busctl answers, as it prints it with --json=short. */
  ask(...args: readonly string[]): Promise<unknown>
  /** Ends as the watcher of the bus, as a panel that crashes. */
  leave(): void
  comeBack(): void
  close(): void
}

interface Message {
  readonly type: number
  readonly serial: number
  readonly sender: string
  readonly member: string
  readonly body: Buffer
}

export async function startTrayWatcher(): Promise<TrayWatcher> {
  const bus = spawn('dbus-daemon', ['--session', '--nofork', '--nopidfile', '--print-address'], {
    stdio: ['ignore', 'pipe', 'ignore'],
  })
  const address = await firstLine(bus)
  const socket = await connect(address)
  let registered: (name: string) => void = () => {}
  const item = new Promise<string>((resolve) => (registered = resolve))
  readMessages(socket, (message) => {
    if (message.type !== METHOD_CALL) return
    const { member, body } = message
    if (member === 'RegisterStatusNotifierItem') registered(readString(body, 0))
    // The only property anybody asks for: whether a host is there.
    socket.write(reply(message, member === 'Get' ? ['v', variantTrue()] : ['', Buffer.alloc(0)]))
  })
  socket.write(call(1, 'Hello', '', Buffer.alloc(0)))
  const comeBack = (): void =>
    void socket.write(call(2, 'RequestName', 'su', Buffer.concat([padded(text(WATCHER), 4), uint32(0)])))
  comeBack()
  const ask: TrayWatcher['ask'] = async (...args) => {
    const { stdout } = await promisify(execFile)('busctl', [`--address=${address}`, '--json=short', ...args])
    return stdout.trim() === '' ? null : (JSON.parse(stdout) as unknown)
  }
  return {
    address,
    item,
    ask,
    leave: () => void socket.write(call(3, 'ReleaseName', 's', text(WATCHER))),
    comeBack,
    close: () => {
      socket.destroy()
      bus.kill()
    },
  }
}

async function firstLine({ stdout }: ChildProcess): Promise<string> {
  if (stdout === null) throw new Error('the bus has no output')
  const [chunk] = (await once(stdout, 'data')) as [Buffer]
  return chunk.toString().trim()
}

/** Signs in as the user who runs the test. @param address `unix:path=…,guid=…`. */
async function connect(address: string): Promise<Socket> {
  const [, path, isAbstract] = /unix:(?:path=([^,]+)|abstract=([^,]+))/.exec(address) ?? []
  const socket = createConnection(path ?? `\0${isAbstract}`)
  await once(socket, 'connect')
  const uid = Buffer.from(String(process.getuid?.() ?? 0)).toString('hex')
  socket.write(`\0AUTH EXTERNAL ${uid}\r\n`)
  const [answer] = (await once(socket, 'data')) as [Buffer]
  if (!answer.toString().startsWith('OK')) throw new Error(`the bus refuses: ${answer.toString()}`)
  socket.write('BEGIN\r\n')
  return socket
}

function readMessages(socket: Socket, heard: (message: Message) => void): void {
  let waiting = Buffer.alloc(0)
  socket.on('data', (chunk: Buffer) => {
    waiting = Buffer.concat([waiting, chunk])
    while (waiting.length >= 16) {
      const bodyAt = align(16 + waiting.readUInt32LE(12), 8)
      const end = bodyAt + waiting.readUInt32LE(4)
      if (waiting.length < end) return
      heard(parse(waiting.subarray(0, end), bodyAt))
      waiting = waiting.subarray(end)
    }
  })
}

function parse(bytes: Buffer, bodyAt: number): Message {
  const fields = new Map<number, string>()
  const end = 16 + bytes.readUInt32LE(12)
  for (let at = 16; at < end;) {
    at = align(at, 8)
    const code = bytes[at] ?? 0
    const signature = String.fromCharCode(bytes[at + 2] ?? 0)
    at += 4
    // Header fields are strings, paths (both with 4 bytes of length), signatures (1 byte) or numbers.
    if (signature === 'u') at = align(at, 4) + 4
    else if (signature === 'g') at += (bytes[at] ?? 0) + 2
    else {
      fields.set(code, readString(bytes, at))
      at += 4 + bytes.readUInt32LE(at) + 1
    }
  }
  return {
    type: bytes[1] ?? 0,
    serial: bytes.readUInt32LE(8),
    sender: fields.get(7) ?? '',
    member: fields.get(3) ?? '',
    body: bytes.subarray(bodyAt),
  }
}

function call(serial: number, member: string, signature: string, body: Buffer): Buffer {
  return encode(METHOD_CALL, serial, body, [
    field(1, 'o', text('/org/freedesktop/DBus')),
    field(2, 's', text(BUS)),
    field(3, 's', text(member)),
    field(6, 's', text(BUS)),
    ...(signature === '' ? [] : [field(8, 'g', signatureOf(signature))]),
  ])
}

let serials = 100
function reply(to: Message, [signature, body]: readonly [string, Buffer]): Buffer {
  return encode(METHOD_RETURN, ++serials, body, [
    field(5, 'u', uint32(to.serial)),
    field(6, 's', text(to.sender)),
    ...(signature === '' ? [] : [field(8, 'g', signatureOf(signature))]),
  ])
}

function encode(type: number, serial: number, body: Buffer, fields: readonly Buffer[]): Buffer {
  const last = fields.length - 1
  const header = Buffer.concat(fields.map((each, i) => (i === last ? each : padded(each, 8))))
  const start = Buffer.concat([
    Buffer.from([0x6c, type, 0, 1]),
    uint32(body.length),
    uint32(serial),
    uint32(header.length),
  ])
  return Buffer.concat([padded(Buffer.concat([start, header]), 8), body])
}

function field(code: number, signature: string, value: Buffer): Buffer {
  return Buffer.concat([Buffer.from([code]), signatureOf(signature), value])
}

function variantTrue(): Buffer {
  return Buffer.concat([padded(signatureOf('b'), 4), uint32(1)])
}

function signatureOf(types: string): Buffer {
  return Buffer.from([types.length, ...Buffer.from(types), 0])
}

function text(value: string): Buffer {
  return Buffer.concat([uint32(Buffer.byteLength(value)), Buffer.from(value), Buffer.from([0])])
}

function readString(bytes: Buffer, at: number): string {
  return bytes.toString('utf8', at + 4, at + 4 + bytes.readUInt32LE(at))
}

function uint32(value: number): Buffer {
  const bytes = Buffer.alloc(4)
  bytes.writeUInt32LE(value)
  return bytes
}

function padded(bytes: Buffer, boundary: number): Buffer {
  return Buffer.concat([bytes, Buffer.alloc(align(bytes.length, boundary) - bytes.length)])
}

function align(at: number, boundary: number): number {
  return Math.ceil(at / boundary) * boundary
}
