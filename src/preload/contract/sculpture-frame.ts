// The binary form of a sculpture: what the disk holds (deflated) and what the renderer fetches (as is).
// Owns the byte layout and its version; knows nothing of files or compression.
//
//   "F1SC" | u16 format | u16 pipeline | u32 header bytes | header (JSON, UTF-8) | u32 n | planes
//
// All integers are little endian. A plane is one channel: n values quantised to integers, differenced `order`
// times (a smooth curve has tiny second differences), zigzag-mapped and written as LEB128 varints. On a real
// lap that is about one byte a value before compression; float32 planes would be four.

import type { Sculpture, SculptureChannels, SculptureHeader } from './sculpture'

/** Changes when the byte layout changes. */
export const FRAME_FORMAT = 1

/** Changes when the same bytes of the archive give another sculpture; old entries are rebuilt, never migrated. */
export const PIPELINE_VERSION = 2

/** A lap of the longest circuit has about 2,400 samples; more than this is not a frame of ours. */
const MAX_SAMPLES = 65_536
const MAGIC = 0x43_53_31_46 // "F1SC" read as a little-endian u32

interface Plane {
  readonly channel: keyof SculptureChannels
  /** Value of one step. Half of it is the largest rounding error. */
  readonly quantum: number
  readonly order: 1 | 2
  readonly store: 'float' | 'byte'
  /** Stands for NaN where a channel may lack a value; outside the channel's range. */
  readonly missing?: number
}

// Quanta: far below what the measurement is worth (0.1 m, 1 km/h, 0.03 G), so rounding is never visible.
const PLANES: readonly Plane[] = [
  { channel: 'xM', quantum: 0.01, order: 2, store: 'float' },
  { channel: 'yM', quantum: 0.01, order: 2, store: 'float' },
  { channel: 'zM', quantum: 0.01, order: 2, store: 'float' },
  { channel: 'timeS', quantum: 0.001, order: 2, store: 'float' },
  { channel: 'speedKmh', quantum: 0.1, order: 2, store: 'float' },
  { channel: 'throttlePct', quantum: 1, order: 1, store: 'float', missing: -1 },
  { channel: 'brake', quantum: 1, order: 1, store: 'byte' },
  { channel: 'gear', quantum: 1, order: 1, store: 'byte' },
  { channel: 'drs', quantum: 1, order: 1, store: 'byte' },
  { channel: 'longitudinalG', quantum: 0.002, order: 2, store: 'float' },
  { channel: 'lateralG', quantum: 0.002, order: 2, store: 'float' },
  { channel: 'lateralSigmaG', quantum: 0.005, order: 1, store: 'float' },
  { channel: 'longitudinalSigmaG', quantum: 0.005, order: 1, store: 'float' },
  { channel: 'flags', quantum: 1, order: 1, store: 'byte' },
]

/** The bytes are not a frame of this format and version. */
export class FrameError extends Error {
  override readonly name = 'FrameError'
}

/** Writes LEB128 varints into a buffer that grows. */
class VarintWriter {
  private bytes = new Uint8Array(32_768)
  private at = 0

  push(value: number): void {
    // Zigzag in floating point, not with shifts: second differences of coordinates may pass 31 bits.
    let rest = value >= 0 ? value * 2 : -value * 2 - 1
    if (this.at + 8 > this.bytes.length) this.grow()
    while (rest > 127) {
      this.bytes[this.at++] = (rest % 128) + 128
      rest = Math.floor(rest / 128)
    }
    this.bytes[this.at++] = rest
  }

  finish(): Uint8Array {
    return this.bytes.subarray(0, this.at)
  }

  private grow(): void {
    const larger = new Uint8Array(this.bytes.length * 2)
    larger.set(this.bytes)
    this.bytes = larger
  }
}

/**
 * @returns the frame's bytes.
 * @throws FrameError when channels differ in length, are empty, or hold a value that is not a number.
 */
export function encodeSculptureFrame(sculpture: Sculpture): Uint8Array {
  const { channels } = sculpture
  const n = channels.xM.length
  if (n === 0 || n > MAX_SAMPLES) throw new FrameError(`a frame holds 1 to ${MAX_SAMPLES} samples, not ${n}`)
  const writer = new VarintWriter()
  for (const plane of PLANES) {
    const values = channels[plane.channel]
    if (values.length !== n)
      throw new FrameError(`channel ${plane.channel} has ${values.length} samples, not ${n}`)
    let before = 0
    let stepBefore = 0
    for (let i = 0; i < n; i++) {
      const step = quantise(values[i]!, plane)
      const first = step - before
      writer.push(plane.order === 1 ? first : first - stepBefore)
      stepBefore = first
      before = step
    }
  }
  const planes = writer.finish()
  const header = new TextEncoder().encode(JSON.stringify(sculpture.header))
  const frame = new Uint8Array(16 + header.length + planes.length)
  const view = new DataView(frame.buffer)
  view.setUint32(0, MAGIC, true)
  view.setUint16(4, FRAME_FORMAT, true)
  view.setUint16(6, PIPELINE_VERSION, true)
  view.setUint32(8, header.length, true)
  frame.set(header, 12)
  view.setUint32(12 + header.length, n, true)
  frame.set(planes, 16 + header.length)
  return frame
}

/**
 * Reads a whole frame: header and all channels.
 * @throws FrameError when the bytes are cut short, too long, or of another format or pipeline version.
 */
export function decodeSculptureFrame(bytes: ArrayBuffer | Uint8Array): Sculpture {
  const frame = bytes instanceof Uint8Array ? bytes : new Uint8Array(bytes)
  const { header, end } = readHeader(frame)
  if (frame.length < end + 4) throw new FrameError('the frame ends before its samples')
  const n = new DataView(frame.buffer, frame.byteOffset).getUint32(end, true)
  if (n === 0 || n > MAX_SAMPLES) throw new FrameError(`the frame claims ${n} samples`)
  const cursor = { at: end + 4 }
  const decoded = new Map<keyof SculptureChannels, Float64Array | Uint8Array>()
  for (const plane of PLANES) decoded.set(plane.channel, readPlane(frame, cursor, n, plane))
  if (cursor.at !== frame.length) throw new FrameError('the frame is longer than its samples')
  return { header, channels: Object.fromEntries(decoded) as unknown as SculptureChannels }
}

/** Reads the header alone: enough for a caption, without touching the samples. @throws FrameError as decodeSculptureFrame. */
export function decodeSculptureHeader(frame: Uint8Array): SculptureHeader {
  return readHeader(frame).header
}

function quantise(value: number, plane: Plane): number {
  if (Number.isNaN(value) && plane.missing !== undefined) return plane.missing
  const step = Math.round(value / plane.quantum)
  if (!Number.isSafeInteger(step)) throw new FrameError(`channel ${plane.channel} holds ${value}`)
  return step
}

function readHeader(frame: Uint8Array): { readonly header: SculptureHeader; readonly end: number } {
  if (frame.length < 16) throw new FrameError('the frame is shorter than its fixed part')
  const view = new DataView(frame.buffer, frame.byteOffset, frame.byteLength)
  if (view.getUint32(0, true) !== MAGIC) throw new FrameError('these bytes are not a sculpture')
  const format = view.getUint16(4, true)
  const pipeline = view.getUint16(6, true)
  if (format !== FRAME_FORMAT || pipeline !== PIPELINE_VERSION)
    throw new FrameError(
      `format ${format}, pipeline ${pipeline}; this is ${FRAME_FORMAT}, ${PIPELINE_VERSION}`,
    )
  const end = 12 + view.getUint32(8, true)
  if (end > frame.length) throw new FrameError('the frame ends inside its header')
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(frame.subarray(12, end))
    return { header: JSON.parse(text) as SculptureHeader, end }
  } catch (cause) {
    throw new FrameError('the header cannot be read', { cause })
  }
}

function readPlane(
  frame: Uint8Array,
  cursor: { at: number },
  n: number,
  plane: Plane,
): Float64Array | Uint8Array {
  const values = plane.store === 'byte' ? new Uint8Array(n) : new Float64Array(n)
  let before = 0
  let stepBefore = 0
  for (let i = 0; i < n; i++) {
    let zigzag = 0
    let scale = 1
    for (;;) {
      const byte = frame[cursor.at++]
      if (byte === undefined || scale > 2 ** 49) throw new FrameError(`channel ${plane.channel} is cut short`)
      zigzag += (byte & 127) * scale
      if (byte < 128) break
      scale *= 128
    }
    const coded = zigzag % 2 === 0 ? zigzag / 2 : -(zigzag + 1) / 2
    const first = plane.order === 1 ? coded : coded + stepBefore
    const step = before + first
    // Divide by the whole number 1/quantum where there is one: 3 * 0.1 is not 0.3, 3 / 10 is.
    values[i] = step === plane.missing ? Number.NaN : step / Math.round(1 / plane.quantum)
    stepBefore = first
    before = step
  }
  return values
}
