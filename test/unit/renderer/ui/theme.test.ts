import { readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { describe, expect, it } from 'vitest'
import { linearFromSrgb } from '@contract/colour-scale'

const folder = resolve(import.meta.dirname, '../../../../src/renderer/src/ui')
const CSS = readFileSync(resolve(folder, 'theme.css'), 'utf8')
const CONTRAST_CSS = readFileSync(resolve(folder, 'contrast.css'), 'utf8')

/** The custom properties of the dark and of the light theme, as the style sheet sets them. */
function tokens(theme: 'dark' | 'light'): ReadonlyMap<string, string> {
  const [dark, light] = [...CSS.matchAll(/:root \{([^}]*)\}/g)].map((match) => match[1]!)
  const text = theme === 'dark' ? dark! : dark! + light!
  return new Map([...text.matchAll(/--([a-z-]+): (#[0-9a-f]{6,8})/g)].map((match) => [match[1]!, match[2]!]))
}

/** WCAG 2 contrast, 1..21. */
function contrast(a: string, b: string): number {
  const luminance = (colour: string) => {
    const [r, g, blue] = [1, 3, 5].map((at) =>
      linearFromSrgb(Number.parseInt(colour.slice(at, at + 2), 16) / 255),
    )
    return 0.2126 * r! + 0.7152 * g! + 0.0722 * blue!
  }
  const [low, high] = [luminance(a), luminance(b)].toSorted((x, y) => x - y)
  return (high! + 0.05) / (low! + 0.05)
}

const GROUNDS = ['wall', 'wall-lit', 'wall-far', 'panel', 'row-hover', 'row-chosen', 'card']

describe.each(['dark', 'light'] as const)('the %s theme', (theme) => {
  const colours = tokens(theme)
  const of = (name: string): string => {
    const colour = colours.get(name)
    if (colour === undefined) throw new Error(`theme.css sets no --${name}`)
    return colour
  }

  it.each(GROUNDS)('has readable text on %s', (ground) => {
    for (const text of ['ink', 'ink-quiet', 'accent', 'alarm'])
      expect(contrast(of(text), of(ground)), text).toBeGreaterThanOrEqual(4.5)
  })

  it('has readable text on the label and on the accent', () => {
    expect(contrast(of('label-ink'), of('label'))).toBeGreaterThanOrEqual(4.5)
    expect(contrast(of('label-quiet'), of('label'))).toBeGreaterThanOrEqual(4.5)
    expect(contrast(of('accent-ink'), of('accent'))).toBeGreaterThanOrEqual(4.5)
  })

  it.each(GROUNDS)('has focus rings and edges of controls that stand out from %s', (ground) => {
    expect(contrast(of('accent'), of(ground))).toBeGreaterThanOrEqual(3)
    expect(contrast(of('line-strong'), of(ground))).toBeGreaterThanOrEqual(3)
  })

  it.each(['chart-along', 'chart-across', 'chart-brake'])(
    'draws %s so that it stands out from the panel',
    (line) => {
      expect(contrast(of(line), of('panel'))).toBeGreaterThanOrEqual(3)
    },
  )
})

describe.each(['light', 'dark'] as const)('the %s theme with more contrast', (theme) => {
  const pairs = [...CONTRAST_CSS.matchAll(/--([a-z-]+): light-dark\((#[0-9a-f]{6}), (#[0-9a-f]{6})\)/g)]
  const colours = new Map(pairs.map(([, name, light, dark]) => [name!, theme === 'light' ? light! : dark!]))
  const of = (name: string): string => {
    const colour = colours.get(name)
    if (colour === undefined) throw new Error(`contrast.css sets no --${name}`)
    return colour
  }

  it.each(GROUNDS)('has text on %s that is readable with little sight', (ground) => {
    for (const text of ['ink', 'ink-quiet', 'accent'])
      expect(contrast(of(text), of(ground))).toBeGreaterThanOrEqual(7)
  })

  it('has edges, alarms and lines that stand out', () => {
    for (const line of ['line-strong', 'alarm', 'chart-along', 'chart-across', 'chart-brake'])
      expect(contrast(of(line), of('panel')), line).toBeGreaterThanOrEqual(4.5)
    expect(contrast(of('accent-ink'), of('accent'))).toBeGreaterThanOrEqual(7)
    expect(contrast(of('label-quiet'), of('label'))).toBeGreaterThanOrEqual(7)
  })
})
