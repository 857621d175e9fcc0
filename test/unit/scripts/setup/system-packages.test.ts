import { spawnSync } from 'node:child_process'
import { describe, expect, it } from 'vitest'
import {
  missingLibraries,
  missingPackages,
  missingPreloads,
  neededPackages,
  parseOsRelease,
  usesT64Names,
} from '../../../../scripts/setup/system-packages.mjs'

const bookworm =
  'PRETTY_NAME="Debian GNU/Linux 12 (bookworm)"\nID=debian\nVERSION_ID="12"\nVERSION_CODENAME=bookworm\n'

describe('reading /etc/os-release', () => {
  it('takes off the quotes', () => {
    expect(parseOsRelease(bookworm)).toEqual({
      PRETTY_NAME: 'Debian GNU/Linux 12 (bookworm)',
      ID: 'debian',
      VERSION_ID: '12',
      VERSION_CODENAME: 'bookworm',
    })
  })

  it('skips comments and empty lines', () => {
    expect(parseOsRelease("# a comment\n\nID='ubuntu'\n")).toEqual({ ID: 'ubuntu' })
  })
})

describe('package names', () => {
  it.each([
    ['Debian 12', { ID: 'debian', VERSION_ID: '12' }, false],
    ['Debian 13', { ID: 'debian', VERSION_ID: '13' }, true],
    ['Debian testing', { ID: 'debian' }, true],
    ['Ubuntu 22.04', { ID: 'ubuntu', VERSION_ID: '22.04' }, false],
    ['Ubuntu 24.04', { ID: 'ubuntu', VERSION_ID: '24.04' }, true],
    ['Linux Mint on Ubuntu 22.04', { ID: 'linuxmint', VERSION_ID: '21', UBUNTU_CODENAME: 'jammy' }, false],
    ['Linux Mint on Ubuntu 24.04', { ID: 'linuxmint', VERSION_ID: '22', UBUNTU_CODENAME: 'noble' }, true],
    ['something unknown', {}, false],
  ])('are those of the right time on %s', (_name, release, expected) => {
    expect(usesT64Names(release)).toBe(expected)
  })

  it('carry t64 only where the release renamed them', () => {
    const names = neededPackages({ ID: 'debian', VERSION_ID: '13' }, { hasDisplay: true })
    expect(names).toContain('libgtk-3-0t64')
    expect(names).toContain('libasound2t64')
    expect(names).toContain('libnss3')
  })

  it('include a virtual display only where there is no other', () => {
    const release = parseOsRelease(bookworm)
    expect(neededPackages(release, { hasDisplay: false })).toContain('xvfb')
    expect(neededPackages(release, { hasDisplay: true })).not.toContain('xvfb')
  })
})

describe('missing packages', () => {
  const needed = ['libgtk-3-0', 'libnss3', 'xvfb']

  it('are those that dpkg does not know or has not installed', () => {
    const answer = 'libgtk-3-0 amd64 not-installed\nlibnss3 amd64 installed\n'
    expect(missingPackages(needed, answer, 'x64')).toEqual(['libgtk-3-0', 'xvfb'])
  })

  it('are all of them when dpkg said nothing', () => {
    expect(missingPackages(needed, '', 'x64')).toEqual(needed)
  })

  it('do not include one that is there under its other name', () => {
    expect(missingPackages(['libgtk-3-0'], 'libgtk-3-0t64 amd64 installed\n', 'x64')).toEqual([])
    expect(missingPackages(['libgtk-3-0t64'], 'libgtk-3-0 amd64 installed\n', 'x64')).toEqual([])
  })

  it('include one that is only there for another architecture', () => {
    expect(missingPackages(['libnss3'], 'libnss3 i386 installed\n', 'x64')).toEqual(['libnss3'])
    expect(missingPackages(['libnss3'], 'libnss3 arm64 installed\n', 'arm64')).toEqual([])
  })
})

describe('missing shared libraries', () => {
  it('are those that the loader did not find', () => {
    const answer = [
      '\tlinux-vdso.so.1 (0x00007ffd)',
      '\tlibnss3.so => not found',
      '\tlibc.so.6 => /lib/x86_64-linux-gnu/libc.so.6 (0x00007f00)',
      '\tlibgtk-3.so.0 => not found',
    ].join('\n')
    expect(missingLibraries(answer)).toEqual(['libnss3.so', 'libgtk-3.so.0'])
  })

  it('are none when there is no answer', () => {
    expect(missingLibraries('')).toEqual([])
  })
})

describe('libraries that a program opens by name', () => {
  const isGlibc = process.platform === 'linux' && spawnSync('ldd', ['--version']).stdout?.includes('GLIBC')
  it.skipIf(!isGlibc)(
    `are missing where the loader of this machine says so${isGlibc ? '' : ' (skipped: another loader than that of glibc)'}`,
    () => {
      const { stderr } = spawnSync('true', {
        encoding: 'utf8',
        env: { ...process.env, LC_ALL: 'C', LD_PRELOAD: 'libnobody-has-this.so.7 libc.so.6' },
      })
      expect(missingPreloads(stderr)).toEqual(['libnobody-has-this.so.7'])
    },
  )

  it('are all there where it says nothing', () => {
    expect(missingPreloads('')).toEqual([])
  })
})
