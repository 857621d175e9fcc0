// Is a triangle mesh a closed surface? Counts edges; trusts nothing that another tool says about itself. Pure.

export interface Surface {
  /** xyz per vertex. */
  readonly positions: Float32Array
  /** Three per triangle, counter-clockwise from outside. */
  readonly indices: Uint32Array
}

export interface SurfaceReport {
  /** Edges that are not used exactly once in each direction. 0: closed, and all triangles face the same side. */
  readonly openEdges: number
  /** Positive when the triangles face outwards. In the cube of the positions' unit. */
  readonly volume: number
  /** Vertices − edges + triangles: 2 for one body without holes through it. */
  readonly eulerCharacteristic: number
  /** Bodies that share no vertex. */
  readonly bodies: number
}

/** Step of a vertex that shares its place, mm: a thousandth of a nozzle's width, and many steps of a 32-bit float. */
const HAIR_MM = 0.0005

/**
 * Where surfaces touch without crossing, a closed surface has several vertices in one place. Files without indices
 * cannot tell them apart, and readers join them into edges of four triangles. So each but the first moves up by a hair.
 * @param positions changed in place.
 */
export function partCoincidentVertices(positions: Float32Array): void {
  const taken = new Set<string>()
  for (let at = 0; at < positions.length; at += 3) {
    const place = () => `${positions[at]!} ${positions[at + 1]!} ${positions[at + 2]!}`
    while (taken.has(place())) positions[at + 2] = positions[at + 2]! + HAIR_MM
    taken.add(place())
  }
}

export function inspectSurface({ positions, indices }: Surface): SurfaceReport {
  const vertices = positions.length / 3
  // Both directions of an edge in one number each: a lap's solid has far fewer than 2^26 vertices.
  const uses = new Map<number, number>()
  const parent = Uint32Array.from({ length: vertices }, (_, i) => i)
  const rootOf = (vertex: number): number => {
    let root = vertex
    while (parent[root] !== root) root = parent[root]!
    while (parent[vertex] !== root) {
      const next = parent[vertex]!
      parent[vertex] = root
      vertex = next
    }
    return root
  }
  let sixfoldVolume = 0
  for (let i = 0; i < indices.length; i += 3) {
    const corners = [indices[i]!, indices[i + 1]!, indices[i + 2]!] as const
    sixfoldVolume += tripleProduct(positions, ...corners)
    corners.forEach((from, k) => {
      const edge = from * vertices + corners[(k + 1) % 3]!
      uses.set(edge, (uses.get(edge) ?? 0) + 1)
      parent[rootOf(from)] = rootOf(corners[0])
    })
  }
  let openEdges = 0
  for (const [edge, count] of uses) {
    const from = Math.floor(edge / vertices)
    const back = (edge % vertices) * vertices + from
    if (count !== 1 || uses.get(back) !== 1) openEdges++
  }
  const used = new Set(indices)
  const roots = new Set([...used].map(rootOf))
  return {
    openEdges,
    volume: sixfoldVolume / 6,
    eulerCharacteristic: used.size - uses.size / 2 + indices.length / 3,
    bodies: roots.size,
  }
}

/** Six times the signed volume of the tetrahedron from the origin. */
function tripleProduct(p: Float32Array, a: number, b: number, c: number): number {
  const [ax, ay, az] = [p[a * 3]!, p[a * 3 + 1]!, p[a * 3 + 2]!]
  const [bx, by, bz] = [p[b * 3]!, p[b * 3 + 1]!, p[b * 3 + 2]!]
  const [cx, cy, cz] = [p[c * 3]!, p[c * 3 + 1]!, p[c * 3 + 2]!]
  return ax * (by * cz - bz * cy) + ay * (bz * cx - bx * cz) + az * (bx * cy - by * cx)
}
