import { describe, expect, it } from 'vitest'
import { adviceFor } from '../../../../scripts/setup/sandbox.mjs'

const restricted = {
  isRoot: false,
  areNamespacesRestricted: true,
  isHelperSetUp: false,
  helper: '/home/ann/project/node_modules/electron/dist/chrome-sandbox',
}

describe('advice about the sandbox', () => {
  it('gives the exact command where the system restricts it', () => {
    expect(adviceFor(restricted)).toContain(`sudo chmod 4755 "${restricted.helper}"`)
  })

  it('never proposes to switch the sandbox off', () => {
    expect(adviceFor(restricted)).not.toContain('--no-sandbox')
  })

  it.each([
    ['the system does not restrict it', { areNamespacesRestricted: false }],
    ['the helper is set up already', { isHelperSetUp: true }],
    ['root runs the app, without a sandbox', { isRoot: true }],
  ])('is not given when %s', (_when, change) => {
    expect(adviceFor({ ...restricted, ...change })).toBeNull()
  })
})
