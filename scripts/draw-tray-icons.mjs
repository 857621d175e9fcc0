// Draws resources/tray/*.png: the sculpture of the application's icon as one small shape, once for each state. Shapes, not
// colours, tell the states apart. Run it after a change here: `node scripts/draw-tray-icons.mjs`; what it makes is
// committed.

import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { crc32, deflateSync } from 'node:zlib'
import { projectRoot } from './setup/folders.mjs'

/** Side of the square everything below is drawn in. */
const SIDE = 22

/** Pixels: 16 for Windows and macOS, 22 for panels on Linux; each also at twice that for dense displays. */
const SIZES = [16, 22]
const DENSITIES = [1, 2]

/** Each pixel is the mean of so many by so many points. */
const SAMPLES = 8

/** Named by the panel they are for. macOS uses the black ones as templates and paints them itself. */
const COLOURS = { light: [32, 34, 38], dark: [244, 242, 238], template: [0, 0, 0] }

/** @typedef {readonly [x: number, y: number]} Point y points down. */
/** @typedef {(x: number, y: number) => boolean} Shape */

/** The upper edge: three peaks, as sharp as the corners of a lap; the lower one: the road seen from the side. */
const SCULPTURE = /** @type {Point[]} */ ([
  ...curve([1.5, 16.5], [1.5, 10], [1.8, 3]),
  ...curve([1.8, 3], [3.2, 11.2], [6.6, 11.4]),
  ...curve([6.6, 11.4], [9.4, 11.2], [10.6, 6]),
  ...curve([10.6, 6], [12, 11.2], [15, 11.4]),
  ...curve([15, 11.4], [18.4, 11], [20.2, 1.5]),
  ...curve([20.2, 1.5], [20.5, 10], [20.5, 16.5]),
  ...curve([20.5, 16.5], [16, 20.5], [11, 20.5]),
  ...curve([11, 20.5], [6, 20.5], [1.5, 16.5]),
])

/** Half the width of an outline, and of the gap that sets a sign apart from what lies behind it. */
const STROKE = 0.9
const GAP = 1.5

const body = inside(SCULPTURE)
const outline = along(SCULPTURE, STROKE)
const slash = along(
  [
    [2, 2],
    [20, 20],
  ],
  STROKE,
)
const aroundSlash = along(
  [
    [2, 2],
    [20, 20],
  ],
  STROKE + GAP,
)
const badgePlace = disc(16, 16, 6)
const bars = either(box(13.4, 12.2, 2.1, 7.6), box(16.9, 12.2, 2.1, 7.6))
const exclamation = either(box(15, 11, 2.4, 6), disc(16.2, 19.4, 1.4))

/** @type {Record<string, Shape>} */
const STATES = {
  warm: body,
  // Filling up from the road.
  warming: either(outline, (x, y) => body(x, y) && y > 15),
  paused: either(without(body, badgePlace), bars),
  offline: either(without(outline, aroundSlash), slash),
  attention: either(without(body, badgePlace), exclamation),
}

const folder = join(projectRoot, 'resources', 'tray')
mkdirSync(folder, { recursive: true })
for (const [state, shape] of Object.entries(STATES)) {
  for (const [tone, colour] of Object.entries(COLOURS)) {
    for (const size of SIZES) {
      // Linux has no templates.
      if (tone === 'template' && size !== 16) continue
      for (const density of DENSITIES) {
        const name = `${state}-${tone}-${size}${density === 1 ? '' : `@${density}x`}.png`
        writeFileSync(join(folder, name), encodePng(draw(shape, size * density, colour), size * density))
      }
    }
  }
}

/**
 * @param {Shape} shape
 * @param {number} pixels
 * @param {readonly number[]} colour
 * @returns {Buffer} RGBA, rows from the top.
 */
function draw(shape, pixels, colour) {
  const image = Buffer.alloc(pixels * pixels * 4)
  const step = SIDE / pixels / SAMPLES
  for (let row = 0; row < pixels; row++) {
    for (let column = 0; column < pixels; column++) {
      let hits = 0
      for (let i = 0; i < SAMPLES * SAMPLES; i++) {
        const x = (column * SAMPLES + (i % SAMPLES) + 0.5) * step
        const y = (row * SAMPLES + Math.floor(i / SAMPLES) + 0.5) * step
        if (shape(x, y)) hits++
      }
      image.set([...colour, Math.round((hits / SAMPLES ** 2) * 255)], (row * pixels + column) * 4)
    }
  }
  return image
}

/**
 * @param {Buffer} rgba
 * @param {number} pixels
 * @returns {Buffer} PNG, 8 bits a channel, no filter.
 */
function encodePng(rgba, pixels) {
  const header = Buffer.alloc(13)
  header.writeUInt32BE(pixels, 0)
  header.writeUInt32BE(pixels, 4)
  header.set([8, 6, 0, 0, 0], 8)
  const rows = Array.from({ length: pixels }, (_, row) =>
    Buffer.concat([Buffer.from([0]), rgba.subarray(row * pixels * 4, (row + 1) * pixels * 4)]),
  )
  const signature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a])
  return Buffer.concat([
    signature,
    chunk('IHDR', header),
    chunk('IDAT', deflateSync(Buffer.concat(rows), { level: 9 })),
    chunk('IEND', Buffer.alloc(0)),
  ])
}

/**
 * @param {string} type
 * @param {Buffer} content
 */
function chunk(type, content) {
  const typed = Buffer.concat([Buffer.from(type, 'latin1'), content])
  const length = Buffer.alloc(4)
  length.writeUInt32BE(content.length)
  const sum = Buffer.alloc(4)
  sum.writeUInt32BE(crc32(typed))
  return Buffer.concat([length, typed, sum])
}

/**
 * @param {Point} from
 * @param {Point} towards
 * @param {Point} to
 * @returns {Point[]} A quadratic Bézier curve as 16 corners, without its end.
 */
function curve(from, towards, to) {
  return Array.from({ length: 16 }, (_, i) => {
    const t = i / 16
    const at = (/** @type {0 | 1} */ axis) =>
      (1 - t) ** 2 * from[axis] + 2 * t * (1 - t) * towards[axis] + t ** 2 * to[axis]
    return /** @type {const} */ ([at(0), at(1)])
  })
}

/**
 * @param {readonly Point[]} corners
 * @returns {Shape} By the even-odd rule.
 */
function inside(corners) {
  return (x, y) => {
    let isInside = false
    for (const [[ax, ay], [bx, by]] of edges(corners)) {
      if (ay > y !== by > y && x < ((bx - ax) * (y - ay)) / (by - ay) + ax) isInside = !isInside
    }
    return isInside
  }
}

/**
 * @param {readonly Point[]} corners
 * @param {number} reach
 * @returns {Shape} Within `reach` of the closed line through them.
 */
function along(corners, reach) {
  return (x, y) =>
    edges(corners).some(([[ax, ay], [bx, by]]) => {
      const length = (bx - ax) ** 2 + (by - ay) ** 2
      const t = Math.min(1, Math.max(0, ((x - ax) * (bx - ax) + (y - ay) * (by - ay)) / length))
      return Math.hypot(x - ax - t * (bx - ax), y - ay - t * (by - ay)) <= reach
    })
}

/**
 * @param {readonly Point[]} corners
 * @returns {(readonly [Point, Point])[]}
 */
function edges(corners) {
  return corners.map((corner, i) => [corner, /** @type {Point} */ (corners[(i + 1) % corners.length])])
}

/**
 * @param {number} cx
 * @param {number} cy
 * @param {number} radius
 * @returns {Shape}
 */
function disc(cx, cy, radius) {
  return (x, y) => Math.hypot(x - cx, y - cy) <= radius
}

/**
 * @param {number} left
 * @param {number} top
 * @param {number} width
 * @param {number} height
 * @returns {Shape}
 */
function box(left, top, width, height) {
  return (x, y) => x >= left && x <= left + width && y >= top && y <= top + height
}

/**
 * @param {Shape} a
 * @param {Shape} b
 * @returns {Shape}
 */
function either(a, b) {
  return (x, y) => a(x, y) || b(x, y)
}

/**
 * @param {Shape} a
 * @param {Shape} b
 * @returns {Shape}
 */
function without(a, b) {
  return (x, y) => a(x, y) && !b(x, y)
}
