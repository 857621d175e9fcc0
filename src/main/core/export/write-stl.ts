// Binary STL: 80 bytes of text, a count, 50 bytes a triangle; little endian. It has no unit: slicers take millimetres.
// Layout: M. Burns, "Automated Fabrication" (1993), section 6.5. Pure.

import type { Surface } from './closed-surface'

const HEADER_BYTES = 80
const TRIANGLE_BYTES = 50

/** @param title goes into the file's header; what is not ASCII or does not fit is left out. */
export function writeStl({ positions, indices }: Surface, title: string): Uint8Array {
  const triangles = indices.length / 3
  const bytes = new Uint8Array(HEADER_BYTES + 4 + triangles * TRIANGLE_BYTES)
  const view = new DataView(bytes.buffer)
  // A header that begins with "solid" is taken for the text form of STL.
  const text = `mm; ${title}`.normalize('NFKD').replace(/[^\x20-\x7e]/g, '')
  bytes.set(new TextEncoder().encode(text.slice(0, HEADER_BYTES)))
  view.setUint32(HEADER_BYTES, triangles, true)
  for (let triangle = 0; triangle < triangles; triangle++) {
    const at = HEADER_BYTES + 4 + triangle * TRIANGLE_BYTES
    const corners = [0, 1, 2].map((k) => {
      const vertex = indices[triangle * 3 + k]! * 3
      return [positions[vertex]!, positions[vertex + 1]!, positions[vertex + 2]!] as const
    })
    const numbers = [...normalOf(corners), ...corners.flat()]
    numbers.forEach((value, i) => view.setFloat32(at + i * 4, value, true))
  }
  return bytes
}

type Point = readonly [number, number, number]

/** Unit vector outwards; zero for a triangle without area, which readers then work out themselves. */
function normalOf(corners: readonly Point[]): Point {
  const [a, b, c] = corners as [Point, Point, Point]
  const u = [b[0] - a[0], b[1] - a[1], b[2] - a[2]] as const
  const v = [c[0] - a[0], c[1] - a[1], c[2] - a[2]] as const
  const n = [u[1] * v[2] - u[2] * v[1], u[2] * v[0] - u[0] * v[2], u[0] * v[1] - u[1] * v[0]] as const
  const length = Math.hypot(...n)
  return length > 0 ? [n[0] / length, n[1] / length, n[2] / length] : [0, 0, 0]
}
