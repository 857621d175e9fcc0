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
    materials.setTheme('dark')
    const dark = materials.tones.plinth.getHex()
    materials.setTheme('light')
    expect(materials.tones.plinth.getHex()).not.toBe(dark)
  })
})
