// What things are made of and how the room is lit, in a dark and a light theme. The materials are shared by all
// sculptures and live as long as the view.

import {
  Color,
  DirectionalLight,
  Group,
  HemisphereLight,
  MeshBasicMaterial,
  MeshLambertMaterial,
  MeshStandardMaterial,
  type Material,
} from 'three'

export type Theme = 'dark' | 'light'

interface Palette {
  readonly plinth: string
  readonly stone: string
  readonly inlay: string
  readonly finish: string
  readonly marker: string
}

const PALETTES: Readonly<Record<Theme, Palette>> = {
  dark: { plinth: '#46423c', stone: '#756d60', inlay: '#8d8678', finish: '#f4efe4', marker: '#ffffff' },
  light: { plinth: '#f3f0ea', stone: '#c9c3b7', inlay: '#d6d0c4', finish: '#4a4438', marker: '#1a1712' },
}

export interface Materials {
  readonly body: MeshStandardMaterial
  readonly stone: MeshLambertMaterial
  readonly plinth: MeshLambertMaterial
  readonly inlay: MeshLambertMaterial
  readonly finish: MeshLambertMaterial
  readonly marker: MeshBasicMaterial
  readonly all: ReadonlySet<Material>
  setTheme(theme: Theme): void
  dispose(): void
}

export function createMaterials(): Materials {
  const body = new MeshStandardMaterial({ vertexColors: true, roughness: 0.62, metalness: 0 })
  drawStrata(body)
  const stone = new MeshLambertMaterial()
  const plinth = new MeshLambertMaterial({ vertexColors: true, transparent: true })
  // Lies on the plinth's top: drawn with an offset in depth, or the two would flicker.
  const onPlinth = { polygonOffset: true, polygonOffsetFactor: -2, polygonOffsetUnits: -2 }
  const inlay = new MeshLambertMaterial(onPlinth)
  const finish = new MeshLambertMaterial(onPlinth)
  const marker = new MeshBasicMaterial()
  const named = { body, stone, plinth, inlay, finish, marker }
  const all = new Set<Material>(Object.values(named))
  return {
    ...named,
    all,
    setTheme(theme) {
      const palette = PALETTES[theme]
      for (const [name, colour] of Object.entries(palette)) named[name as keyof Palette].color.set(colour)
    },
    dispose() {
      for (const material of all) material.dispose()
    },
  }
}

/** The darkening of a line, 0..1. Visual only: seen at a glance, and too little to be taken for another colour. */
const STRATUM_SHADE = 0.6

/**
 * Engraves a thin line at every whole G, about a pixel wide at any distance: heights can be counted without trusting
 * colours. Lines closer than a dozen pixels fade, or they would only darken the wall. Needs the attribute `levelG`.
 */
function drawStrata(material: MeshStandardMaterial): void {
  material.onBeforeCompile = (shader) => {
    shader.vertexShader = shader.vertexShader
      .replace('#include <common>', '#include <common>\nattribute float levelG;\nvarying float vLevelG;')
      .replace('#include <begin_vertex>', '#include <begin_vertex>\nvLevelG = levelG;')
    shader.fragmentShader = shader.fragmentShader
      .replace('#include <common>', '#include <common>\nvarying float vLevelG;')
      .replace(
        '#include <color_fragment>',
        `#include <color_fragment>
        float toWholeG = abs(vLevelG - max(1.0, round(vLevelG)));
        float gPerPixel = max(fwidth(vLevelG), 1e-4);
        float stratum = 1.0 - smoothstep(0.5, 1.3, toWholeG / gPerPixel);
        stratum *= 1.0 - smoothstep(0.08, 0.2, gPerPixel);
        diffuseColor.rgb *= mix(1.0, ${STRATUM_SHADE.toFixed(2)}, stratum);`,
      )
  }
}

/**
 * Light on a surface that faces up, as three.js counts it: π shows a matt colour exactly as it is. The sky and the
 * key light below add up to that, so the crest of the sculpture has the legend's own colour.
 */
export const LIGHT_ON_TOP = Math.PI

/** Towards the key and the edge light, seen from the first view: x right, y up, z towards the eye. */
const KEY_DIRECTION = [-0.5, 1, 0.55] as const
const EDGE_DIRECTION = [0.7, 0, -0.7] as const
const SKY = 2.1

/**
 * Key light from the upper left, sky, and a weak light from behind that draws the edges. Turned with the group they
 * come in, so that every circuit is lit alike from its first view.
 */
export function createLights(): { readonly group: Group; readonly key: DirectionalLight } {
  const sky = new HemisphereLight(new Color('#ffffff'), new Color('#bdb7ac'), SKY)
  const cosToTop = KEY_DIRECTION[1] / Math.hypot(...KEY_DIRECTION)
  const key = new DirectionalLight('#ffffff', (LIGHT_ON_TOP - SKY) / cosToTop)
  key.position.set(...KEY_DIRECTION)
  const edge = new DirectionalLight('#dfe6ff', 0.55)
  edge.position.set(...EDGE_DIRECTION)
  return { group: new Group().add(sky, key, key.target, edge), key }
}
