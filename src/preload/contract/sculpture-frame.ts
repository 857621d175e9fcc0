// The binary form of a sculpture: what the disk holds (deflated) and what the renderer fetches (as is).
// Owns the byte layout and its version; knows nothing of files or compression.
//
//   "F1SC" | u16 format | u16 pipeline | u32 header bytes | header (JSON, UTF-8) | u32 n | planes
//
// All integers are little endian. A plane is one channel of n values, see planes.ts: on a real lap about one byte a
// value before compression; float32 planes would be four.

import { FrameError, PlaneReader, PlaneWriter, type PlaneFormat } from './planes'
import type { Sculpture, SculptureChannels, SculptureHeader } from './sculpture'

/** Changes when the byte layout changes. */
export const FRAME_FORMAT = 2

/** Changes when the same bytes of the archive give another sculpture; old entries are rebuilt, never migrated. */
export const PIPELINE_VERSION = 4

/** A lap of the longest circuit has about 2,400 samples; more than this is not a frame of ours. */
const MAX_SAMPLES = 65_536
const MAGIC = 0x43_53_31_46 // "F1SC" read as a little-endian u32

export { FrameError } from './planes'

interface Plane extends PlaneFormat {
  readonly channel: keyof SculptureChannels
  readonly store: 'float' | 'byte'
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
  { channel: 'verticalG', quantum: 0.005, order: 1, store: 'float' },
  { channel: 'lateralSigmaG', quantum: 0.005, order: 1, store: 'float' },
  { channel: 'longitudinalSigmaG', quantum: 0.005, order: 1, store: 'float' },
  { channel: 'flags', quantum: 1, order: 1, store: 'byte' },
]

/**
 * @returns the frame's bytes.
 * @throws FrameError when channels differ in length, are empty, or hold a value that is not a number.
 */
export function encodeSculptureFrame(sculpture: Sculpture): Uint8Array {
  const { channels } = sculpture
  const n = channels.xM.length
  if (n === 0 || n > MAX_SAMPLES) throw new FrameError(`a frame holds 1 to ${MAX_SAMPLES} samples, not ${n}`)
  const writer = new PlaneWriter()
  for (const plane of PLANES) {
    const values = channels[plane.channel]
    if (values.length !== n)
      throw new FrameError(`channel ${plane.channel} has ${values.length} samples, not ${n}`)
    writer.write(values, plane, `channel ${plane.channel}`)
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
  const reader = new PlaneReader(frame, end + 4)
  const decoded = new Map<keyof SculptureChannels, Float64Array | Uint8Array>()
  for (const plane of PLANES) {
    const values = plane.store === 'byte' ? new Uint8Array(n) : new Float64Array(n)
    decoded.set(plane.channel, reader.read(values, plane, `channel ${plane.channel}`))
  }
  if (!reader.isAtEnd) throw new FrameError('the frame is longer than its samples')
  return { header, channels: Object.fromEntries(decoded) as unknown as SculptureChannels }
}

/** Reads the header alone: enough for a caption, without touching the samples. @throws FrameError as decodeSculptureFrame. */
export function decodeSculptureHeader(frame: Uint8Array): SculptureHeader {
  return readHeader(frame).header
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
