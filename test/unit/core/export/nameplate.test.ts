import { describe, expect, it } from 'vitest'
import { DEFAULT_PRINT } from '@contract/export'
import { layNameplate, plateDepthMm } from '@main/core/export/nameplate'
import { readTypeface } from '@main/core/export/typeface'
import { FONTS, LABELS } from '../../../helpers/lap-shapes'

const typeface = readTypeface(FONTS)
const base = { widthMm: 210, depthMm: 150 }
const unlettered = { ...DEFAULT_PRINT, lettering: 'simulated-mark' } as const

function extent(contours: readonly (readonly (readonly [number, number])[])[]) {
  const xs = contours.flat().map(([x]) => x)
  const ys = contours.flat().map(([, y]) => y)
  return { left: Math.min(...xs), right: Math.max(...xs), low: Math.min(...ys), high: Math.max(...ys) }
}

describe('the typeface', () => {
  it('gives capitals the height asked for, upright and from left to right', () => {
    const { left, right, low, high } = extent(typeface.outline('HI', 6).contours)
    expect(low).toBeCloseTo(0, 1)
    expect(high).toBeCloseTo(6, 1)
    expect(left).toBeGreaterThanOrEqual(0)
    expect(right).toBeGreaterThan(3)
    expect(right).toBeLessThan(typeface.outline('HI', 6).widthMm)
  })

  it('has the letters of the field’s and the circuits’ names, from both subsets', () => {
    for (const letter of 'ÀÉÍÓÖØÚÜãçéëñöüßČčĆłŠŞğıŽž') expect(typeface.has(letter), letter).toBe(true)
    expect(typeface.has('角')).toBe(false)
  })
})

describe('the nameplate', () => {
  it('names driver, time, occasion and lap within the base, lowest line first', () => {
    const { texts, warnings } = layNameplate(LABELS, DEFAULT_PRINT, base, typeface)
    expect(texts.length).toBe(4)
    expect(warnings).toEqual([])
    for (const { x, y, widthMm, contours } of texts) {
      expect(x).toBeGreaterThanOrEqual(-105 + 4)
      expect(x + widthMm).toBeLessThanOrEqual(105 - 4 + 1e-6)
      expect(y + extent(contours).high).toBeLessThan(-75 + 4 + plateDepthMm(LABELS, DEFAULT_PRINT))
    }
  })

  it('says that a lap is simulated, also without any other lettering', () => {
    const simulated = { ...LABELS, isSimulated: true }
    expect(layNameplate(simulated, DEFAULT_PRINT, base, typeface).texts.length).toBe(5)
    expect(layNameplate(simulated, unlettered, base, typeface).texts.length).toBe(1)
    expect(layNameplate(LABELS, unlettered, base, typeface).texts).toEqual([])
    expect(plateDepthMm(LABELS, unlettered)).toBe(0)
  })

  it('replaces what the font cannot draw and says which letters these were', () => {
    const { texts, warnings } = layNameplate(
      { ...LABELS, driverName: '角田 Yuki\n' },
      DEFAULT_PRINT,
      base,
      typeface,
    )
    expect(warnings).toEqual(['The font has no 角 田; the lettering shows ? instead.'])
    expect(texts.every(({ contours }) => contours.length > 0)).toBe(true)
  })

  it('makes a long line smaller, then shorter, and says so; a text of a million letters costs nothing', () => {
    const long = { ...LABELS, occasion: 'The Grand Prix of a very long name '.repeat(40_000) }
    const { texts, warnings } = layNameplate(long, DEFAULT_PRINT, { widthMm: 80, depthMm: 80 }, typeface)
    expect(warnings.join()).toMatch(/too long for a base of this size/)
    for (const { x, widthMm } of texts) expect(x + widthMm).toBeLessThanOrEqual(36 + 1e-6)
  })
})
