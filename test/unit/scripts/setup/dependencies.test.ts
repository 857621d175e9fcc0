import { describe, expect, it } from 'vitest'
import { isInstalled } from '../../../../scripts/setup/dependencies.mjs'

const three = { version: '0.187.0', integrity: 'sha512-a' }
const react = { version: '19.3.0', integrity: 'sha512-b' }
const wanted = { packages: { '': {}, 'node_modules/three': three, 'node_modules/react': react } }
const everythingIsThere = () => true

describe('whether the dependencies are installed', () => {
  it('says yes when npm recorded exactly what the lock file asks for', () => {
    const installed = { packages: { 'node_modules/three': three, 'node_modules/react': react } }
    expect(isInstalled(wanted, installed, everythingIsThere)).toBe(true)
  })

  it('does not mind packages beyond those, such as one that a developer is trying out', () => {
    const installed = { packages: { ...wanted.packages, 'node_modules/extra': { version: '1.0.0' } } }
    expect(isInstalled(wanted, installed, everythingIsThere)).toBe(true)
  })

  it('says no when a package is missing from the record', () => {
    expect(isInstalled(wanted, { packages: { 'node_modules/three': three } }, everythingIsThere)).toBe(false)
  })

  it.each([
    ['version', { ...react, version: '19.2.0' }],
    ['content', { ...react, integrity: 'sha512-c' }],
  ])('says no when the %s of a package differs', (_what, other) => {
    const installed = { packages: { 'node_modules/three': three, 'node_modules/react': other } }
    expect(isInstalled(wanted, installed, everythingIsThere)).toBe(false)
  })

  it('says no when a recorded package has been deleted since', () => {
    const installed = { packages: { 'node_modules/three': three, 'node_modules/react': react } }
    expect(isInstalled(wanted, installed, (folder) => folder !== 'node_modules/react')).toBe(false)
  })

  it('lets optional packages be absent: they are for other platforms', () => {
    const withOptional = { packages: { ...wanted.packages, 'node_modules/mac-only': { optional: true } } }
    const installed = { packages: { 'node_modules/three': three, 'node_modules/react': react } }
    expect(isInstalled(withOptional, installed, everythingIsThere)).toBe(true)
  })
})
