import { renderToStaticMarkup } from 'react-dom/server'
import { describe, expect, it } from 'vitest'
import { Legend } from '@renderer/features/gallery/legend'
import { LookControls } from '@renderer/features/gallery/look-controls'
import { readLook, takeFormerMap, writeLook, type LookStorage } from '@renderer/features/gallery/use-look'
import { CHANNEL_SCALES, cssChannelColour } from '@contract/channel-scale'
import { COLOUR_CHANNELS, DEFAULT_LOOK, type SculptureLook } from '@contract/sculpture-look'
import { aSculpture } from '../../../../helpers/builders'

const LATERAL: SculptureLook = { style: 'tube', height: 'lateralG', colour: 'lateralG', map: 'turbo' }

function aStorage(): LookStorage & { readonly kept: Map<string, string> } {
  const kept = new Map<string, string>()
  return {
    kept,
    getItem: (key) => kept.get(key) ?? null,
    setItem: (key, value) => void kept.set(key, value),
    removeItem: (key) => void kept.delete(key),
  }
}

const { map: _, ...DEFAULT_KEPT } = DEFAULT_LOOK

const noop = (): void => {}
const legend = (look: SculptureLook, sculpture = aSculpture()): string =>
  renderToStaticMarkup(<Legend look={look} choose={noop} sculpture={sculpture} />)

describe('the kept look', () => {
  it('comes back as it was chosen; the default is kept by keeping nothing', () => {
    const storage = aStorage()
    writeLook(storage, LATERAL)
    expect(readLook(storage)).toEqual({ style: 'tube', height: 'lateralG', colour: 'lateralG' })
    writeLook(storage, { ...DEFAULT_LOOK })
    expect(storage.kept.size).toBe(0)
    expect(readLook(storage)).toEqual(DEFAULT_KEPT)
  })

  it('is the default without storage, and where somebody wrote nonsense', () => {
    expect(readLook(null)).toEqual(DEFAULT_KEPT)
    expect(readLook({ ...aStorage(), getItem: () => '{"style":' })).toEqual(DEFAULT_KEPT)
    const full = (): never => {
      throw new DOMException('full', 'QuotaExceededError')
    }
    expect(() => writeLook({ ...aStorage(), setItem: full }, LATERAL)).not.toThrow()
  })
})

describe('the colour map that a former version kept with the look', () => {
  it('is handed over once, and the rest of the look stays', () => {
    const storage = aStorage()
    storage.setItem('look', JSON.stringify(LATERAL))
    expect(takeFormerMap(storage)).toBe('turbo')
    expect(takeFormerMap(storage)).toBeNull()
    expect(readLook(storage).style).toBe('tube')
  })

  it('is none where nothing was kept', () => {
    expect(takeFormerMap(aStorage())).toBeNull()
    expect(takeFormerMap(null)).toBeNull()
  })
})

describe('the legend', () => {
  it.each(COLOUR_CHANNELS)('is painted from the table the mesh is painted from: %s', (colour) => {
    const look = { ...DEFAULT_LOOK, colour, map: 'viridis' } as const
    const { low, high } = CHANNEL_SCALES[colour]
    const colours = [...legend(look).matchAll(/<stop offset="([^"]+)" stop-color="([^"]+)"/g)]
    expect(colours.length).toBeGreaterThan(16)
    for (const [, offset, painted] of colours)
      expect(painted).toBe(cssChannelColour(look, low + (high - low) * Number(offset)))
  })

  it('says which way a signed force points, and offers no other map for it', () => {
    const html = legend(LATERAL)
    expect(html).toContain('Minus: to the right, plus: to the left.')
    expect(html).toContain('≤\u00a0−6')
    expect(html).toContain('disabled=""')
    expect(html).toContain('Blue to red')
  })

  it('explains the grey of what was not recorded, only where there is some', () => {
    expect(legend({ ...DEFAULT_LOOK, colour: 'throttlePct' })).toContain('not recorded')
    expect(legend(DEFAULT_LOOK)).not.toContain('not recorded')
  })

  it('does not offer a channel that the lap lacks', () => {
    const sculpture = aSculpture()
    const gearless = { ...sculpture.channels, gear: sculpture.channels.gear.map(() => 255) }
    expect(legend(DEFAULT_LOOK, { ...sculpture, channels: gearless })).not.toContain('>Gear<')
    expect(legend(DEFAULT_LOOK, sculpture)).toContain('>Gear<')
  })
})

describe('the controls of the look', () => {
  const controls = (look: SculptureLook): string =>
    renderToStaticMarkup(<LookControls look={look} choose={noop} reset={noop} />)

  it('are a group of named choices with the chosen ones set', () => {
    const html = controls(LATERAL)
    expect(html).toContain('role="group"')
    expect(html).toMatch(/value="tube"[^>]*checked|checked[^>]*value="tube"/)
    expect(html).toMatch(/<option value="lateralG" selected="">/)
  })

  it('offer a reset only when there is something to reset', () => {
    expect(controls(LATERAL)).not.toContain('disabled')
    expect(controls(DEFAULT_LOOK)).toContain('disabled')
  })
})
