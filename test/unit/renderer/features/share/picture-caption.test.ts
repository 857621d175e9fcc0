import { describe, expect, it } from 'vitest'
import type { Exhibit } from '@renderer/features/gallery/exhibit'
import { DEFAULT_LOOK } from '@contract/sculpture-look'
import { layCaption } from '@renderer/features/share/picture-caption'
import { aHeader } from '../../../../helpers/builders'

const exhibit = (source: 'archive' | 'demo') =>
  ({
    ticket: { key: '', header: aHeader({ source }) },
    place: { eventName: 'Grand Prix of São Paulo', sessionName: 'Qualifying' },
  }) as unknown as Exhibit

describe('the caption of a picture', () => {
  it('names driver, time, occasion, lap and scale', () => {
    const words = layCaption(exhibit('archive'), { width: 3840, height: 2160 }, DEFAULT_LOOK).texts.map(
      ({ text }) => text,
    )
    expect(words).toEqual([
      'Ada Apex',
      'Grand Prix of São Paulo, Qualifying, 2026',
      expect.stringMatching(/Height: Combined G. Colour: Combined G, 0 to 6.*to scale/),
      '1:02.832',
      'Lap 3, Team São Paulo',
      expect.stringMatching(/Not affiliated/),
    ])
  })

  it('says what is shown when another channel gives height and colour', () => {
    const look = { ...DEFAULT_LOOK, height: 'lateralG', colour: 'speedKmh' } as const
    const { texts } = layCaption(exhibit('archive'), { width: 1920, height: 1080 }, look)
    expect(texts[2]!.text).toMatch(/^Height: Lateral G\. Colour: Speed, km\/h, 50 to 350\./)
  })

  it('has a badge on simulated laps, and on no others', () => {
    expect(layCaption(exhibit('demo'), { width: 1920, height: 1080 }, DEFAULT_LOOK).badge?.text).toBe(
      'Simulated',
    )
    expect(layCaption(exhibit('archive'), { width: 1920, height: 1080 }, DEFAULT_LOOK).badge).toBeNull()
  })

  it('looks alike in all sizes, and stays in its band', () => {
    const small = layCaption(exhibit('demo'), { width: 1920, height: 1080 }, DEFAULT_LOOK)
    const large = layCaption(exhibit('demo'), { width: 3840, height: 2160 }, DEFAULT_LOOK)
    for (const [i, text] of large.texts.entries()) {
      expect(text.y / 2).toBeCloseTo(small.texts[i]!.y, -1)
      expect(text.y - text.sizePx).toBeGreaterThan(2160 - large.bandPx)
      expect(text.y).toBeLessThan(2160)
    }
    expect(large.scale.y + large.scale.height).toBeLessThan(large.texts[2]!.y - large.texts[2]!.sizePx)
  })
})
