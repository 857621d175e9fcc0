// A circuit's line in few bytes: what is stored of it, so that other sessions of the same circuit can take it.
//
//   deflated: "F1LN" | u16 pipeline | u32 header bytes | header (JSON, UTF-8) | planes of x, y, z coefficients
//
// All integers are little endian. Coefficients are rounded to 10^-5 m, which changes curvature by 2 * 10^-6 1/m at
// most: 0.002 G at 350 km/h.

import { deflateRawSync, inflateRawSync } from 'node:zlib'
import type { SessionCode } from '@contract/ids'
import { FrameError, PlaneReader, PlaneWriter } from '@contract/planes'
import { PIPELINE_VERSION } from '@contract/sculpture-frame'
import { say } from '@contract/phrases'
import { AppError } from '../app-error'
import type { TrackLine } from './track-line'

/** A line and the session whose fixes made it. */
export interface CircuitLine {
  readonly line: TrackLine
  readonly season: number
  readonly round: number
  readonly session: SessionCode
}

type Header = Omit<CircuitLine, 'line'> & {
  readonly line: Omit<TrackLine, 'x' | 'y' | 'z'>
  /** Coefficients of each coordinate. */
  readonly coefficients: number
}

const MAGIC = 0x4e_4c_31_46 // "F1LN" read as a little-endian u32
const PREFIX_BYTES = 10
const COEFFICIENTS = { quantum: 1e-5, order: 2 } as const
/** The longest circuit has 2,400; stops a damaged entry from filling memory. */
const MOST_COEFFICIENTS = 65_536
const MOST_BYTES = 4 * 1024 * 1024

/** @returns about 12 KB, with an ArrayBuffer of their own, so that a worker can transfer them. */
export function encodeCircuitLine({ line, ...made }: CircuitLine): Uint8Array<ArrayBuffer> {
  const { x, y, z, ...facts } = line
  const content: Header = { ...made, line: facts, coefficients: x.length }
  const header = new TextEncoder().encode(JSON.stringify(content))
  const writer = new PlaneWriter()
  for (const [name, values] of Object.entries({ x, y, z })) writer.write(values, COEFFICIENTS, name)
  const planes = writer.finish()
  const bytes = new Uint8Array(PREFIX_BYTES + header.length + planes.length)
  const view = new DataView(bytes.buffer)
  view.setUint32(0, MAGIC, true)
  view.setUint16(4, PIPELINE_VERSION, true)
  view.setUint32(6, header.length, true)
  bytes.set(header, PREFIX_BYTES)
  bytes.set(planes, PREFIX_BYTES + header.length)
  return new Uint8Array(deflateRawSync(bytes))
}

/** @throws AppError `cache/corrupt`, also for a line of another pipeline version. */
export function decodeCircuitLine(packed: Uint8Array): CircuitLine {
  try {
    const bytes = inflateRawSync(packed, { maxOutputLength: MOST_BYTES })
    const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
    if (bytes.length < PREFIX_BYTES || view.getUint32(0, true) !== MAGIC)
      throw new FrameError('these bytes are not a line')
    if (view.getUint16(4, true) !== PIPELINE_VERSION) throw new FrameError('made by another version')
    const end = PREFIX_BYTES + view.getUint32(6, true)
    const text = new TextDecoder('utf-8', { fatal: true }).decode(bytes.subarray(PREFIX_BYTES, end))
    const { line, coefficients, ...made } = JSON.parse(text) as Header
    if (!(coefficients > 0 && coefficients <= MOST_COEFFICIENTS))
      throw new FrameError(`a line of ${coefficients} coefficients`)
    const reader = new PlaneReader(bytes, end)
    const read = (name: string) => reader.read(new Float64Array(coefficients), COEFFICIENTS, name)
    const decoded = { ...made, line: { ...line, x: read('x'), y: read('y'), z: read('z') } }
    if (!reader.isAtEnd) throw new FrameError('the bytes go on behind the line')
    return decoded
  } catch (cause) {
    const detail = cause instanceof FrameError ? { detail: cause.message } : {}
    throw new AppError('cache/corrupt', say('of-a-circuit-line'), { cause, ...detail })
  }
}
