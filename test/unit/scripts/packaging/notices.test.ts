import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { packagesOf } from '../../../../scripts/packaging/bundled-packages.mjs'
import { noticesText, shippedPackages } from '../../../../scripts/packaging/notices.mjs'
import { temporaryFolder } from '../../../helpers/temporary-folder'

interface Package {
  readonly path: string
  readonly licence?: string
  readonly files?: Readonly<Record<string, string>>
  readonly lock?: object
}

async function aProject(packages: readonly Package[]) {
  const root = await temporaryFolder()
  for (const { path, licence, files = {} } of packages) {
    await mkdir(join(root, path), { recursive: true })
    const own = { name: path.split('node_modules/').at(-1), version: '1.0.0', license: licence }
    await writeFile(join(root, path, 'package.json'), JSON.stringify(own))
    for (const [name, text] of Object.entries(files)) await writeFile(join(root, path, name), text)
  }
  const entries = packages.map(({ path, lock = {} }) => [path, lock])
  const lock = { packages: Object.fromEntries([['', {}], ...entries, ['node_modules/for-windows', {}]]) }
  await writeFile(join(root, 'package-lock.json'), JSON.stringify(lock))
  return root
}

describe('the licences of what is shipped', () => {
  it('are those of what lies beside our files and of what was drawn into them, and of nothing else', async () => {
    const root = await aProject([
      { path: 'node_modules/beside', licence: 'MIT', files: { LICENSE: 'do what you like' } },
      { path: 'node_modules/drawn-in', licence: 'ISC', lock: { dev: true } },
      { path: 'node_modules/a-tool', licence: 'MIT', lock: { dev: true } },
    ])
    const shipped = shippedPackages({ root, bundled: ['node_modules/drawn-in'] })
    expect(shipped.map(({ name }) => name)).toEqual(['beside', 'drawn-in'])
    const text = noticesText(shipped, { electronVersion: '33.2.1', ownLicence: 'ours' })
    for (const part of ['beside 1.0.0', 'do what you like', 'drawn-in 1.0.0: ISC', 'Electron 33.2.1', 'ours'])
      expect(text).toContain(part)
  })

  it('come with their notices, but not with code that is named like one', async () => {
    const files = { 'LICENSE.md': 'licence', 'NOTICE.txt': 'notice', 'license.js': 'code', 'README.md': 'no' }
    const root = await aProject([{ path: 'node_modules/@a/b', licence: 'Apache-2.0', files }])
    expect(shippedPackages({ root, bundled: [] })[0]?.texts).toEqual(['licence', 'notice'])
  })

  it('must be known: a package that names none is not shipped', async () => {
    const root = await aProject([{ path: 'node_modules/unknown' }])
    expect(() => shippedPackages({ root, bundled: [] })).toThrow('unknown')
  })
})

describe('the packages in a bundle', () => {
  it('are found by the folders of its modules, each once', () => {
    expect(
      packagesOf([
        '/p/src/main.ts',
        '\0virtual:thing',
        '/p/node_modules/three/build/three.js',
        '/p/node_modules/three/examples/controls.js?v=1',
        '/p/node_modules/@a/b/index.js',
        'C:\\p\\node_modules\\a\\node_modules\\c\\index.js',
      ]),
    ).toEqual(['node_modules/@a/b', 'node_modules/a/node_modules/c', 'node_modules/three'])
  })
})
