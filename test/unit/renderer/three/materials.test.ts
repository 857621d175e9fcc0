import { DirectionalLight, HemisphereLight } from 'three'
import { describe, expect, it, vi } from 'vitest'
import { createLights, createMaterials, LIGHT_ON_TOP } from '@renderer/three/materials'

describe('light and materials', () => {
  it('lights a surface that faces up so that its colour is shown as it is', () => {
    const { group } = createLights()
    let onTop = 0
    for (const light of group.children) {
      if (light instanceof HemisphereLight) onTop += light.intensity
      if (light instanceof DirectionalLight)
        onTop += light.intensity * Math.max(0, light.position.y / light.position.length())
    }
    expect(onTop).toBeCloseTo(LIGHT_ON_TOP, 6)
  })

  it('disposes all of its materials', () => {
    const materials = createMaterials()
    const disposals = [...materials.all].map((material) => vi.spyOn(material, 'dispose'))
    materials.dispose()
    expect(disposals.length).toBeGreaterThan(2)
    for (const disposal of disposals) expect(disposal).toHaveBeenCalledOnce()
  })

  it('changes colours with the theme', () => {
    const materials = createMaterials()
    materials.setTheme('dark', 'standard')
    const dark = materials.tones.plinth.getHex()
    materials.setTheme('light', 'standard')
    expect(materials.tones.plinth.getHex()).not.toBe(dark)
  })

  it.each(['dark', 'light'] as const)(
    'sets off the %s lap from its plinth where more contrast is wanted',
    (theme) => {
      const materials = createMaterials()
      const ratio = (contrast: 'standard' | 'more'): number => {
        materials.setTheme(theme, contrast)
        const luminance = ({ r, g, b }: { r: number; g: number; b: number }) =>
          0.2126 * r + 0.7152 * g + 0.0722 * b
        const [low, high] = [materials.tones.plinth, materials.tones.inlay]
          .map(luminance)
          .sort((a, b) => a - b)
        return (high! + 0.05) / (low! + 0.05)
      }
      expect(ratio('more')).toBeGreaterThan(4.5)
      expect(ratio('more')).toBeGreaterThan(ratio('standard'))
    },
  )
})
