// Tags that face the eye and keep their size on the screen: pictures out of one atlas at places in the room. One
// geometry and one texture for all of them, so they cost one draw call however many there are.

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

/** The atlas: cells of one size in rows, one a tag. */
export interface TagSheet {
  readonly columns: number
  readonly rows: number
  /** Of a tag on the screen, CSS pixels. */
  readonly widthPx: number
  readonly heightPx: number
  /** How far below its place in the room a tag hangs, CSS pixels. */
  readonly belowPx: number
  /** Over other kinds of tags: the higher one is seen. */
  readonly layer: 0 | 1 | 2
}

/** One cell of the atlas, in its pixels. */
export interface TagCell {
  readonly x: number
  readonly y: number
  readonly width: number
  readonly height: number
}

export interface ScreenTag {
  readonly anchor: Vector3
  /** Counted along the rows from the top left. */
  readonly cell: number
}

export interface ScreenTags {
  readonly object: Mesh
  /** Of tags that would overlap the first is shown. */
  set(tags: readonly ScreenTag[]): void
  /** The same tags at other places, for every frame of something that moves. @param places as many, in their order. */
  move(places: readonly Vector3[]): void
  /** To be called before drawing: hides what would overlap from here. Sizes in CSS pixels. */
  arrange(camera: Camera, width: number, height: number): void
  /** Paints the atlas anew. @param draw draws one of so many cells, in their order; texts stand on their middle. */
  paint(cells: number, draw: (pen: CanvasRenderingContext2D, cell: TagCell, index: number) => void): void
  dispose(): void
}

/** Of the atlas for a CSS pixel of a tag: sharp on most screens. */
const DEVICE_PX = 2

export function createScreenTags(sheet: TagSheet): ScreenTags {
  const cell = { width: DEVICE_PX * sheet.widthPx, height: DEVICE_PX * sheet.heightPx }
  const canvas = document.createElement('canvas')
  canvas.width = cell.width * sheet.columns
  canvas.height = cell.height * sheet.rows
  const texture = new CanvasTexture(canvas)
  texture.colorSpace = SRGBColorSpace
  const picture = { value: new Vector2(1, 1) }
  const material = new ShaderMaterial({
    uniforms: {
      atlas: { value: texture },
      tagPx: { value: new Vector2(sheet.widthPx, sheet.heightPx) },
      belowPx: { value: sheet.belowPx },
      picturePx: picture,
    },
    vertexShader: TAG_VERTEX,
    fragmentShader: TAG_FRAGMENT,
    transparent: true,
    // Signposts, not parts of the work: a tag behind a wall is still to be read.
    depthTest: false,
    depthWrite: false,
  })
  const object = new Mesh(new BufferGeometry(), material)
  object.frustumCulled = false
  object.renderOrder = 2 + sheet.layer
  object.visible = false
  let anchors: readonly Vector3[] = []
  const projected = new Vector3()

  return {
    object,
    set(tags) {
      object.geometry.dispose()
      anchors = tags.map(({ anchor }) => anchor)
      object.geometry = tagGeometry(tags, sheet)
      object.visible = tags.length > 0
    },
    move(places) {
      anchors = places
      const positions = object.geometry.getAttribute('position') as BufferAttribute
      places.forEach(({ x, y, z }, i) => {
        for (let corner = 0; corner < 4; corner++) positions.setXYZ(i * 4 + corner, x, y, z)
      })
      positions.needsUpdate = true
    },
    arrange(camera, width, height) {
      if (anchors.length === 0) return
      picture.value.set(width, height)
      camera.updateMatrixWorld()
      // Stretched upwards until a tag is as high as wide: what is laid out apart is round.
      const stretch = sheet.widthPx / sheet.heightPx
      const spots = anchors.map((anchor): LabelSpot => {
        projected.copy(anchor).project(camera)
        const { x, y, z } = projected
        return { x: (x * width) / 2, y: ((y * height) / 2) * stretch, isInView: Math.abs(z) <= 1 }
      })
      const shown = object.geometry.getAttribute('shown') as BufferAttribute
      keepApart(spots, sheet.widthPx).forEach((isShown, i) => {
        for (let corner = 0; corner < 4; corner++) shown.setX(i * 4 + corner, isShown ? 1 : 0)
      })
      shown.needsUpdate = true
    },
    paint(cells, draw) {
      const pen = canvas.getContext('2d')
      // Null only for a canvas with a context of another kind, which this one never had.
      if (pen === null) return
      pen.clearRect(0, 0, canvas.width, canvas.height)
      pen.textBaseline = 'middle'
      for (let i = 0; i < cells; i++) {
        const x = (i % sheet.columns) * cell.width
        draw(pen, { x, y: Math.floor(i / sheet.columns) * cell.height, ...cell }, i)
      }
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

function tagGeometry(tags: readonly ScreenTag[], { columns, rows }: TagSheet): BufferGeometry {
  const n = tags.length
  const positions = new Float32Array(n * 12)
  const sides = new Float32Array(n * 8)
  const places = new Float32Array(n * 8)
  const indices = new Uint16Array(n * 6)
  tags.forEach(({ anchor, cell }, i) => {
    const column = cell % columns
    const row = Math.floor(cell / columns) % rows
    QUAD.forEach(([right, up], corner) => {
      const vertex = i * 4 + corner
      positions.set(anchor.toArray(), vertex * 3)
      sides.set([right, up], vertex * 2)
      places.set([(column + (right + 1) / 2) / columns, 1 - (row + (1 - up) / 2) / rows], vertex * 2)
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

const TAG_VERTEX = `
  attribute vec2 side;
  attribute vec2 place;
  attribute float shown;
  uniform vec2 tagPx;
  uniform float belowPx;
  uniform vec2 picturePx;
  varying vec2 vPlace;
  void main() {
    vPlace = place;
    gl_Position = projectionMatrix * modelViewMatrix * vec4(position, 1.0);
    // A hidden tag has no size: its triangles cover nothing.
    gl_Position.xy += (side * shown * tagPx - vec2(0.0, 2.0 * belowPx)) / picturePx * gl_Position.w;
  }`

const TAG_FRAGMENT = `
  uniform sampler2D atlas;
  varying vec2 vPlace;
  void main() {
    gl_FragColor = texture2D(atlas, vPlace);
    if (gl_FragColor.a < 0.01) discard;
    #include <colorspace_fragment>
  }`
