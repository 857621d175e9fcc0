import { existsSync, statSync } from 'node:fs'
import { mkdir, writeFile } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import { describe, expect, it } from 'vitest'
import { controlFile, readArguments } from '../../../../scripts/packaging/fpm-by-dpkg.mjs'
import { runQuietly } from '../../../../scripts/setup/run-quietly.mjs'
import { temporaryFolder } from '../../../helpers/temporary-folder'

const tool = resolve(import.meta.dirname, '../../../../scripts/packaging/fpm-by-dpkg.mjs')

const ARGUMENTS = [
  ['-s', 'dir', '--force', '-t', 'deb', '-d', 'libgtk-3-0', '-d', 'libnss3', '--deb-compression', 'xz'],
  ['--architecture', 'amd64', '--description', 'Laps\n Laps\n as sculptures', '--version', '1.0.0+gabc'],
  ['--name', 'gallery', '--maintainer', 'Us <us@example.invalid>', '--deb-priority', 'optional'],
].flat()
describe('the stand-in for fpm', () => {
  it("understands electron-builder's arguments", () => {
    const { options, copies } = readArguments([
      ...ARGUMENTS,
      '/build/a=b/=/opt/The Gallery',
      '/i.png=/usr/i.png',
    ])
    expect(options.get('-d')).toEqual(['libgtk-3-0', 'libnss3'])
    expect(copies).toEqual([
      { from: '/build/a=b/', to: '/opt/The Gallery' },
      { from: '/i.png', to: '/usr/i.png' },
    ])
  })

  it('refuses what it does not understand rather than leaving it out', () => {
    expect(() => readArguments(['dir-without-a-place'])).toThrow('dir-without-a-place')
  })

  it('writes a control file: fields that have a value, the description in lines that begin with a space', () => {
    expect(controlFile(readArguments(ARGUMENTS), 2049)).toBe(
      'Package: gallery\nVersion: 1.0.0+gabc\nArchitecture: amd64\nMaintainer: Us <us@example.invalid>\n' +
        'Installed-Size: 3\nDepends: libgtk-3-0, libnss3\nPriority: optional\n' +
        'Description: Laps\n as sculptures\n',
    )
  })

  it.skipIf(!existsSync('/usr/bin/dpkg-deb'))(
    'makes a package of files in their places, owned by root, with its script; twice the same bytes',
    async () => {
      const folder = await temporaryFolder()
      await mkdir(join(folder, 'app'))
      await writeFile(join(folder, 'app', 'run'), '#!/bin/sh\n', { mode: 0o700 })
      await writeFile(join(folder, 'after'), '#!/bin/sh\n')
      const make = async (name: string) => {
        const deb = join(folder, name)
        const request = [...ARGUMENTS, '--after-install', join(folder, 'after'), '--package', deb, `${folder}/app/=/opt/G`] // prettier-ignore
        const env = { ...process.env, SOURCE_DATE_EPOCH: '1700000000' }
        expect(await runQuietly(process.execPath, [tool, ...request], { env })).toMatchObject({ ok: true })
        return deb
      }
      const [one, two] = [await make('one.deb'), await make('two.deb')]
      const listed = await runQuietly('dpkg-deb', ['--contents', one])
      expect(listed.output).toMatch(/-rwxr-xr-x root\/root .* \.\/opt\/G\/run/)
      expect((await runQuietly('dpkg-deb', ['--field', one, 'Version'])).output.trim()).toBe('1.0.0+gabc')
      expect((await runQuietly('cmp', [one, two])).ok).toBe(true)
      expect(statSync(one).size).toBeGreaterThan(0)
    },
  )
})
