// The numbers of the corners: round tags beside the apexes that face the eye and keep their size on the screen. One
// geometry and one texture for all of them, so they cost one draw call however many corners a circuit has.

import {
  BufferAttribute,
  BufferGeometry,
  CanvasTexture,
  Mesh,
  ShaderMaterial,
  SRGBColorSpace,
  Vector2,
  Vector3,
  type Camera,
} from 'three'
import { keepApart, type LabelSpot } from './label-layout'
import type { CornerPlace } from './lap-marks'
import type { Theme } from './materials'
import type { SculptureMesh } from './sculpture-mesh'

/** CSS pixels. Two figures in it are as large as the page's small print. */
const TAG_PX = 20
/** Metres from the middle of the track to the tag, on the outside of the corner. Visual only. */
const ASIDE_M = 42
const TAG_HEIGHT_M = 6
/** The texture: cells of this many pixels on a side (a tag at two device pixels a point), this many in a row. */
const CELL_PX = 2 * TAG_PX
/** No circuit has 64 corners. */
const CELLS = 8

const COLOURS: Readonly<Record<Theme, { readonly ground: string; readonly ink: string }>> = {
  dark: { ground: '#efeae0', ink: '#1e1b15' },
  light: { ground: '#3a342a', ink: '#fbfaf7' },
}

export interface CornerLabels {
  readonly object: Mesh
  /** Takes the corners of another lap. */
  set(corners: readonly CornerPlace[], mesh: SculptureMesh): void
  /** To be called before drawing: hides what would overlap from here. Sizes in CSS pixels. */
  arrange(camera: Camera, width: number, height: number): void
  setTheme(theme: Theme): void
  dispose(): void
}

export function createCornerLabels(): CornerLabels {
  const canvas = document.createElement('canvas')
  canvas.width = canvas.height = CELL_PX * CELLS
  const texture = new CanvasTexture(canvas)
  texture.colorSpace = SRGBColorSpace
  const picture = { value: new Vector2(1, 1) }
  const material = new ShaderMaterial({
    uniforms: { atlas: { value: texture }, tagPx: { value: TAG_PX }, picturePx: picture },
    vertexShader: TAG_VERTEX,
    fragmentShader: TAG_FRAGMENT,
    transparent: true,
    // Signposts, not parts of the work: a number behind a wall is still to be read.
    depthTest: false,
    depthWrite: false,
  })
  const object = new Mesh(new BufferGeometry(), material)
  object.frustumCulled = false
  object.renderOrder = 2
  object.visible = false
  let anchors: readonly Vector3[] = []
  const projected = new Vector3()

  return {
    object,
    set(corners, mesh) {
      object.geometry.dispose()
      anchors = corners.map((corner) => anchorOf(corner, mesh))
      object.geometry = tagGeometry(corners, anchors)
      object.visible = corners.length > 0
    },
    arrange(camera, width, height) {
      if (anchors.length === 0) return
      picture.value.set(width, height)
      camera.updateMatrixWorld()
      const spots = anchors.map((anchor): LabelSpot => {
        projected.copy(anchor).project(camera)
        const { x, y, z } = projected
        return { x: (x * width) / 2, y: (y * height) / 2, isInView: Math.abs(z) <= 1 }
      })
      const shown = object.geometry.getAttribute('shown') as BufferAttribute
      keepApart(spots, TAG_PX).forEach((isShown, i) => {
        for (let corner = 0; corner < 4; corner++) shown.setX(i * 4 + corner, isShown ? 1 : 0)
      })
      shown.needsUpdate = true
    },
    setTheme(theme) {
      paintAtlas(canvas, COLOURS[theme])
      texture.needsUpdate = true
    },
    dispose() {
      object.removeFromParent()
      object.geometry.dispose()
      material.dispose()
      texture.dispose()
    },
  }
}

/** Beside the apex on the outside of the corner, where no wall of the same corner stands. */
function anchorOf({ apex, direction }: CornerPlace, { crest, foot, stations }: SculptureMesh): Vector3 {
  const at = apex % stations
  const before = (at + stations - 1) % stations
  const after = (at + 1) % stations
  const alongX = foot[after * 3]! - foot[before * 3]!
  const alongZ = foot[after * 3 + 2]! - foot[before * 3 + 2]!
  const run = Math.hypot(alongX, alongZ) || 1
  const aside = direction === 'left' ? -ASIDE_M : ASIDE_M
  return new Vector3(
    crest[at * 3]! + (aside * alongZ) / run,
    TAG_HEIGHT_M,
    crest[at * 3 + 2]! - (aside * alongX) / run,
  )
}

function tagGeometry(corners: readonly CornerPlace[], anchors: readonly Vector3[]): BufferGeometry {
  const n = corners.length
  const positions = new Float32Array(n * 12)
  const sides = new Float32Array(n * 8)
  const places = new Float32Array(n * 8)
  const indices = new Uint16Array(n * 6)
  corners.forEach(({ number }, i) => {
    const column = number % CELLS
    const row = Math.floor(number / CELLS) % CELLS
    QUAD.forEach(([right, up], corner) => {
      const vertex = i * 4 + corner
      positions.set(anchors[i]!.toArray(), vertex * 3)
      sides.set([right, up], vertex * 2)
      places.set([(column + (right + 1) / 2) / CELLS, 1 - (row + (1 - up) / 2) / CELLS], vertex * 2)
    })
    indices.set(
      [0, 1, 2, 0, 2, 3].map((corner) => i * 4 + corner),
      i * 6,
    )
  })
  const geometry = new BufferGeometry()
  geometry.setAttribute('position', new BufferAttribute(positions, 3))
  geometry.setAttribute('side', new BufferAttribute(sides, 2))
  geometry.setAttribute('place', new BufferAttribute(places, 2))
  geometry.setAttribute('shown', new BufferAttribute(new Float32Array(n * 4), 1))
  geometry.setIndex(new BufferAttribute(indices, 1))
  return geometry
}

const QUAD = [
  [-1, -1],
  [1, -1],
  [1, 1],
  [-1, 1],
] as const

/** Paints all numbers: a round tag each, in the row and column of its number. */
function paintAtlas(canvas: HTMLCanvasElement, { ground, ink }: (typeof COLOURS)[Theme]): void {
  const pen = canvas.getContext('2d')
  // Null only for a canvas with a context of another kind, which this one never had.
  if (pen === null) return
  pen.clearRect(0, 0, canvas.width, canvas.height)
  pen.textAlign = 'center'
  pen.textBaseline = 'middle'
  pen.font = `600 ${CELL_PX * 0.56}px system-ui, sans-serif`
  for (let number = 0; number < CELLS * CELLS; number++) {
    const x = ((number % CELLS) + 0.5) * CELL_PX
    const y = (Math.floor(number / CELLS) + 0.5) * CELL_PX
    pen.fillStyle = ground
    pen.beginPath()
    pen.arc(x, y, CELL_PX * 0.46, 0, 2 * Math.PI)
    pen.fill()
    pen.fillStyle = ink
    pen.fillText(String(number), x, y + CELL_PX * 0.03)
  }
}

const TAG_VERTEX = `
  attribute vec2 side;
  attribute vec2 place;
  attribute float shown;
  uniform float tagPx;
  uniform vec2 picturePx;
  varying vec2 vPlace;
  void main() {
    vPlace = place;
    gl_Position = projectionMatrix * modelViewMatrix * vec4(position, 1.0);
    // A hidden tag has no size: its triangles cover nothing.
    gl_Position.xy += side * shown * tagPx / picturePx * gl_Position.w;
  }`

const TAG_FRAGMENT = `
  uniform sampler2D atlas;
  varying vec2 vPlace;
  void main() {
    gl_FragColor = texture2D(atlas, vPlace);
    if (gl_FragColor.a < 0.01) discard;
    #include <colorspace_fragment>
  }`
