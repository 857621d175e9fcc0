import { mkdirSync, mkdtempSync, renameSync, rmSync, utimesSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { fingerprint } from '../../../scripts/build.mjs'

let root: string
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'f1-build-test-'))
  mkdirSync(join(root, 'src', 'main'), { recursive: true })
  writeFileSync(join(root, 'src', 'main', 'index.ts'), 'export {}')
  writeFileSync(join(root, 'package.json'), '{}')
})
afterEach(() => {
  rmSync(root, { recursive: true, force: true })
})

describe('the fingerprint that decides whether to build', () => {
  it('stays when files are only touched, as by a fresh clone', () => {
    const before = fingerprint(root)
    utimesSync(join(root, 'src', 'main', 'index.ts'), 0, 0)
    expect(fingerprint(root)).toBe(before)
  })

  it('stays when something beside the inputs changes', () => {
    const before = fingerprint(root)
    writeFileSync(join(root, 'README.md'), 'words')
    mkdirSync(join(root, 'out'))
    writeFileSync(join(root, 'out', 'index.js'), '')
    expect(fingerprint(root)).toBe(before)
  })

  it.each([
    ['a source changes', () => writeFileSync(join(root, 'src', 'main', 'index.ts'), 'export { }')],
    ['a source is added', () => writeFileSync(join(root, 'src', 'main', 'more.ts'), '')],
    [
      'a source is renamed',
      () => renameSync(join(root, 'src', 'main', 'index.ts'), join(root, 'src', 'index.ts')),
    ],
    ['a dependency changes', () => writeFileSync(join(root, 'package-lock.json'), '{}')],
  ])('changes when %s', (_what, change) => {
    const before = fingerprint(root)
    change()
    expect(fingerprint(root)).not.toBe(before)
  })
})
