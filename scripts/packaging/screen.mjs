// Reads what a virtual display shows out of its frame buffer, which Xvfb keeps in a file in the format of xwd.

import { readFileSync } from 'node:fs'
import { crc32, deflateSync } from 'node:zlib'

/** Offsets (bytes) of big-endian 32-bit fields in the header (X11/XWDFile.h). */
const FIELD = { headerBytes: 0, width: 16, height: 20, bitsPerPixel: 44, bytesPerLine: 48, colours: 76 }

/** A colour map's entry in the file, which true-colour screens carry too. */
const COLOUR_BYTES = 12

/**
 * @typedef {object} Picture
 * @property {number} width
 * @property {number} height
 * @property {Buffer} rgb width * height * 3 bytes, row by row.
 */

/**
 * @param {string} file
 * @returns {Picture}
 */
export function readScreen(file) {
  const bytes = readFileSync(file)
  /** @param {keyof typeof FIELD} name */
  const field = (name) => bytes.readUInt32BE(FIELD[name])
  if (field('bitsPerPixel') !== 32) throw new Error('only screens of 32 bits a pixel can be read')
  const [width, height] = [field('width'), field('height')]
  const start = field('headerBytes') + field('colours') * COLOUR_BYTES
  const rgb = Buffer.alloc(width * height * 3)
  for (let y = 0; y < height; y++)
    for (let x = 0; x < width; x++) {
      const from = start + y * field('bytesPerLine') + x * 4
      const to = (y * width + x) * 3
      rgb[to] = bytes[from + 2] ?? 0 // blue comes first
      rgb[to + 1] = bytes[from + 1] ?? 0
      rgb[to + 2] = bytes[from] ?? 0
    }
  return { width, height, rgb }
}

/** @param {Picture} picture */
export function distinctColours({ rgb }) {
  const found = new Set()
  for (let i = 0; i < rgb.length; i += 3) found.add(rgb.readUIntBE(i, 3))
  return found.size
}

/**
 * @param {Picture} picture
 * @returns {Buffer} A PNG file.
 */
export function toPng({ width, height, rgb }) {
  const head = Buffer.alloc(13)
  head.writeUInt32BE(width, 0)
  head.writeUInt32BE(height, 4)
  head.set([8, 2, 0, 0, 0], 8) // 8 bits, red green blue, no interlacing
  const rows = Buffer.alloc(height * (width * 3 + 1))
  for (let y = 0; y < height; y++) rgb.copy(rows, y * (width * 3 + 1) + 1, y * width * 3, (y + 1) * width * 3)
  const signature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a])
  return Buffer.concat([
    signature,
    chunk('IHDR', head),
    chunk('IDAT', deflateSync(rows)),
    chunk('IEND', Buffer.alloc(0)),
  ])
}

/**
 * @param {string} type
 * @param {Buffer} content
 */
function chunk(type, content) {
  const body = Buffer.concat([Buffer.from(type, 'ascii'), content])
  const [length, sum] = [Buffer.alloc(4), Buffer.alloc(4)]
  length.writeUInt32BE(content.length)
  sum.writeUInt32BE(crc32(body))
  return Buffer.concat([length, body, sum])
}
