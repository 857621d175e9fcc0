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
import { BASE_TONES } from './base-mesh'

export type Theme = 'dark' | 'light'
export type RoomContrast = 'standard' | 'more'

/** What has a colour of the room, rather than of the legend. */
const TONES = [...BASE_TONES, 'stone', 'post', 'marker'] as const
type Tone = (typeof TONES)[number]

const PALETTES: Readonly<Record<Theme, Readonly<Record<Tone, string>>>> = {
  dark: {
    plinth: '#46423c',
    stone: '#756d60',
    post: '#b3a995',
    inlay: '#8d8678',
    finish: '#f4efe4',
    marker: '#ffffff',
  },
  light: {
    plinth: '#f3f0ea',
    stone: '#c9c3b7',
    post: '#a59d8e',
    inlay: '#d6d0c4',
    finish: '#4a4438',
    marker: '#1a1712',
  },
}

/** What differs where people want more contrast: what marks the lap stands out from what it stands on. */
const MORE_CONTRAST: Readonly<Record<Theme, Partial<Record<Tone, string>>>> = {
  dark: { plinth: '#262320', stone: '#a2988a', post: '#ddd7cb', inlay: '#cfc6b5', finish: '#ffffff' },
  light: {
    plinth: '#ffffff',
    stone: '#a1998a',
    post: '#5f584b',
    inlay: '#7d7567',
    finish: '#000000',
    marker: '#000000',
  },
}

/**
 * Written in the attribute `levelG` where there is no force to have a height: on stone, and on the posts of a body
 * that floats. Levels of forces are 0 or more.
 */
export const STONE_LEVEL = -1
export const POST_LEVEL = -2

export interface Materials {
  /** For bodies with their stone. Needs the attributes `color` and `levelG`. */
  readonly body: MeshStandardMaterial
  /** For what they stand on. Needs the attributes `tone` and `strength`, see BaseMesh. */
  readonly base: MeshLambertMaterial
  readonly marker: MeshBasicMaterial
  readonly all: ReadonlySet<Material>
  /** The colours as they are now. */
  readonly tones: Readonly<Record<Tone, Color>>
  setTheme(theme: Theme, contrast: RoomContrast): void
  dispose(): void
}

export function createMaterials(): Materials {
  const marker = new MeshBasicMaterial()
  const tones = {
    plinth: new Color(),
    inlay: new Color(),
    finish: new Color(),
    stone: new Color(),
    post: new Color(),
    marker: marker.color,
  }
  const body = new MeshStandardMaterial({ vertexColors: true, roughness: 0.62, metalness: 0 })
  drawStrata(body, tones)
  const base = new MeshLambertMaterial({ transparent: true })
  drawTones(base, tones)
  const all = new Set<Material>([body, base, marker])
  return {
    body,
    base,
    marker,
    all,
    tones,
    setTheme(theme, contrast) {
      const colours = contrast === 'more' ? { ...PALETTES[theme], ...MORE_CONTRAST[theme] } : PALETTES[theme]
      for (const tone of TONES) tones[tone].set(colours[tone])
    },
    dispose() {
      for (const material of all) material.dispose()
    },
  }
}

/**
 * How much nearer inlay and marks are taken to be than the plinth they lie on, in normalised depth: some steps of a
 * buffer of 24 bits, without which they would flicker. At a thousandth of it stone would vanish behind them.
 */
const TONE_DEPTH = 2e-6

/** Colours by name instead of by vertex, so that a change of theme touches no geometry. */
function drawTones(material: MeshLambertMaterial, tones: Materials['tones']): void {
  const colours = BASE_TONES.map((tone) => tones[tone])
  material.onBeforeCompile = (shader) => {
    shader.uniforms['toneColours'] = { value: colours }
    shader.vertexShader = shader.vertexShader
      .replace(
        '#include <common>',
        `#include <common>
        attribute float tone;
        attribute float strength;
        uniform vec3 toneColours[${BASE_TONES.length}];
        varying vec4 vTone;`,
      )
      .replace(
        '#include <project_vertex>',
        `#include <project_vertex>
        vTone = vec4(toneColours[int(tone)], strength);
        gl_Position.z -= tone * ${TONE_DEPTH.toExponential()} * gl_Position.w;`,
      )
    shader.fragmentShader = shader.fragmentShader
      .replace('#include <common>', '#include <common>\nvarying vec4 vTone;')
      .replace('#include <color_fragment>', 'diffuseColor *= vTone;')
  }
}

/** The darkening of a line, 0..1. Visual only: seen at a glance, and too little to be taken for another colour. */
const STRATUM_SHADE = 0.6

/**
 * Engraves a thin line at every whole G, about a pixel wide at any distance: heights can be counted without trusting
 * colours. Lines closer than a dozen pixels fade, or they would only darken the wall. Stone and posts take the room's
 * colours and no shine.
 */
function drawStrata(material: MeshStandardMaterial, { stone, post }: Materials['tones']): void {
  material.onBeforeCompile = (shader) => {
    shader.uniforms['stoneColour'] = { value: stone }
    shader.uniforms['postColour'] = { value: post }
    shader.vertexShader = shader.vertexShader
      .replace('#include <common>', '#include <common>\nattribute float levelG;\nvarying float vLevelG;')
      .replace('#include <begin_vertex>', '#include <begin_vertex>\nvLevelG = levelG;')
    shader.fragmentShader = shader.fragmentShader
      .replace(
        '#include <common>',
        `#include <common>
        varying float vLevelG;
        uniform vec3 stoneColour;
        uniform vec3 postColour;`,
      )
      .replace(
        '#include <color_fragment>',
        `#include <color_fragment>
        float toWholeG = abs(vLevelG - max(1.0, round(vLevelG)));
        float gPerPixel = max(fwidth(vLevelG), 1e-4);
        float stratum = 1.0 - smoothstep(0.5, 1.3, toWholeG / gPerPixel);
        stratum *= 1.0 - smoothstep(0.08, 0.2, gPerPixel);
        diffuseColor.rgb *= mix(1.0, ${STRATUM_SHADE.toFixed(2)}, stratum);
        bool isStone = vLevelG < ${(STONE_LEVEL / 2).toFixed(1)};
        if (isStone) diffuseColor.rgb = vLevelG < ${((STONE_LEVEL + POST_LEVEL) / 2).toFixed(1)} ? postColour : stoneColour;`,
      )
      .replace(
        '#include <roughnessmap_fragment>',
        '#include <roughnessmap_fragment>\nif (isStone) roughnessFactor = 1.0;',
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
