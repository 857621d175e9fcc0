// GLB: glTF 2.0 in one file, in metres, y up, in the size of the print, so that it stands on a real table in augmented
// reality. Colours are vertex colours; without normals, which the format takes as flat faces, as they are.

import { Document, WebIO } from '@gltf-transform/core'
import { linearChannelColour } from '@contract/channel-scale'
import { linearRgb, type Rgb } from '@contract/colour-scale'
import type { SculptureLook } from '@contract/sculpture-look'
import { SIMULATED_MARK, type ExhibitLabels } from './exhibit-labels'
import { PART_COLOURS } from './paint'
import { PARTS, type PrintSolid } from './print-solid'

const METRES_PER_MM = 0.001
/** Colours are 16 bit: 8 bit in linear light would show steps in the dark half of the scale. */
const FULL = 65_535
/** As the body on screen: matt. */
const ROUGHNESS = 0.62

export async function writeGlb(
  solid: PrintSolid,
  labels: ExhibitLabels,
  look: SculptureLook,
): Promise<Uint8Array> {
  const document = new Document()
  const buffer = document.createBuffer()
  const { positions, colours, indices } = paintedVertices(solid, look)
  const accessor = (name: string) => document.createAccessor(name).setBuffer(buffer)
  const primitive = document
    .createPrimitive()
    .setAttribute('POSITION', accessor('positions').setType('VEC3').setArray(positions))
    .setAttribute('COLOR_0', accessor('colours').setType('VEC4').setArray(colours).setNormalized(true))
    .setIndices(accessor('indices').setType('SCALAR').setArray(indices))
    .setMaterial(document.createMaterial('sculpture').setRoughnessFactor(ROUGHNESS).setMetallicFactor(0))
  const extras = { ...labels, look, ...(labels.isSimulated ? { note: SIMULATED_MARK } : {}) }
  const name = `${labels.driverName}, ${labels.occasion}${labels.isSimulated ? ' (simulated)' : ''}`
  const node = document.createNode(name).setMesh(document.createMesh(name).addPrimitive(primitive))
  document.getRoot().setDefaultScene(document.createScene(name).addChild(node).setExtras(extras))
  Object.assign(document.getRoot().getAsset(), { generator: 'F1 Sculpture Gallery', extras })
  return await new WebIO().writeBinary(document)
}

/** A vertex for each place and colour: where parts meet, a place has two. */
function paintedVertices(solid: PrintSolid, look: SculptureLook) {
  const known = new Map<string, number>()
  const places: number[] = []
  const colours: number[] = []
  const indices = new Uint32Array(solid.indices.length)
  for (let corner = 0; corner < solid.indices.length; corner++) {
    const vertex = solid.indices[corner]!
    const part = PARTS[solid.parts[Math.floor(corner / 3)]!]!
    const rgb = part === 'body' ? linearChannelColour(look, solid.values[corner]!) : PART_LINEAR[part]
    const rgba = [...rgb.map((value) => Math.round(value * FULL)), FULL]
    const key = `${vertex} ${rgba.join(' ')}`
    let index = known.get(key)
    if (index === undefined) {
      index = known.size
      known.set(key, index)
      const at = vertex * 3
      // The bed's (x, y, z up) is (x, z, -y): a turn, so nothing is mirrored.
      const [x, y, z] = [solid.positions[at]!, solid.positions[at + 1]!, solid.positions[at + 2]!]
      places.push(x * METRES_PER_MM, z * METRES_PER_MM, -y * METRES_PER_MM)
      colours.push(...rgba)
    }
    indices[corner] = index
  }
  return { positions: Float32Array.from(places), colours: Uint16Array.from(colours), indices }
}

function linearOf(hex: string): Rgb {
  const channel = (at: number): number => Number.parseInt(hex.slice(at, at + 2), 16) / 255
  return linearRgb([channel(1), channel(3), channel(5)])
}

const PART_LINEAR = {
  base: linearOf(PART_COLOURS.base),
  stone: linearOf(PART_COLOURS.stone),
  lettering: linearOf(PART_COLOURS.lettering),
} as const
