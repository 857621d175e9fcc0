import { describe, expect, it } from 'vitest'
import { nodeVersionComplaint } from '../../../../scripts/setup/node-version.mjs'

describe('the Node.js version check', () => {
  it.each(['20.19.0', '20.19.5', '20.20.2', '22.0.0', '26.1.0'])('accepts %s', (version) => {
    expect(nodeVersionComplaint(version)).toBeNull()
  })

  it.each(['20.18.3', '20.9.0', '18.20.8', '8.17.0'])('refuses %s and names both versions', (version) => {
    const complaint = nodeVersionComplaint(version)
    expect(complaint).toContain('20.19.0 or newer')
    expect(complaint).toContain(version)
  })
})
