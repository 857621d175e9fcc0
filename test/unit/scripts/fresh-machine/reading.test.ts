// What is read out of the words of the commands, of apt and of the kernel.
import { describe, expect, it } from 'vitest'
import {
  advisedCommands,
  closingCounts,
  mirrorsOf,
  receivedBytes,
  setUpMs,
  sourcesOf,
} from '../../../../scripts/fresh-machine/reading.mjs'
import { adviceFor } from '../../../../scripts/setup/sandbox.mjs'

const lines = (...texts: readonly string[]) => texts.map((text, index) => ({ atMs: index * 1000, text }))

describe('what a command asks an administrator for', () => {
  it('is the whole line, without any sudo in it', () => {
    const output =
      'Electron cannot start here without: libnss3.so.\nRun this once, then the same command again:\n\n' +
      '  sudo apt-get update && sudo apt-get install -y libnss3 xvfb\n\n'
    expect(advisedCommands(output)).toEqual(['apt-get update && apt-get install -y libnss3 xvfb'])
  })

  it('is found in the advice about the sandbox as it is really given', () => {
    const advice = adviceFor({
      isRoot: false,
      areNamespacesRestricted: true,
      isHelperSetUp: false,
      helper: '/opt/chrome-sandbox',
    })
    expect(advisedCommands(advice ?? '')).toEqual([
      'chown root:root "/opt/chrome-sandbox" && chmod 4755 "/opt/chrome-sandbox"',
    ])
  })

  it('is nothing where sudo is only spoken of', () => {
    expect(advisedCommands('This needs sudo rights.\nsudo: command not found\n')).toEqual([])
  })
})

describe('the time of the set-up', () => {
  it('ends where the build begins', () => {
    expect(setUpMs(lines('> npm start', 'Installing', 'Building the app ...', 'shown'), 9000)).toBe(2000)
  })

  it('ends where the first step of the tests begins', () => {
    expect(setUpMs(lines('> npm test', '=== typecheck', '=== build', 'Building the app ...'), 9000)).toBe(
      1000,
    )
  })

  it('is all of it where neither was reached', () => {
    expect(setUpMs(lines('> npm start', 'Installing', 'npm said: no'), 9000)).toBe(9000)
  })
})

describe('the closing line of the tests', () => {
  it('is the last one of its form', () => {
    const output = lines('1 passed, 0 failed, 0 skipped', 'more', '12 passed, 1 failed, 3 skipped', '')
    expect(closingCounts(output)).toEqual({ passed: 12, failed: 1, skipped: 3 })
  })

  it('is missing where a run broke off', () => {
    expect(closingCounts(lines('=== unit', '  12 passed, 1 failed', 'Killed'))).toBeNull()
  })
})

describe('received bytes', () => {
  it('are those of all interfaces together, without what a machine tells itself', () => {
    const table = [
      'Inter-|   Receive                                                |  Transmit',
      ' face |bytes    packets errs drop fifo frame compressed multicast|bytes',
      '    lo:  9999     10    0    0    0     0          0         0     9999      10',
      '  tap0: 17059477     582    0    0    0     0          0         0    28345     483',
      '  eth1:23 1 0 0 0 0 0 0 5 5',
    ].join('\n')
    expect(receivedBytes(table)).toBe(17_059_500)
  })
})

describe('the archives that apt uses', () => {
  const targets = [
    'http://one.example/debian-security/ Debian bookworm-security',
    'http://one.example/debian/ Debian bookworm',
    'http://one.example/debian/ Debian bookworm-updates',
    'https://tools.example/apt/ Tools stable',
  ].join('\n')

  it('are told apart by family, and the security archive by its release', () => {
    expect(mirrorsOf(targets, 'debian')).toEqual({
      main: 'http://one.example/debian/',
      security: 'http://one.example/debian-security/',
    })
    expect(mirrorsOf(targets, 'ubuntu')).toEqual({ main: null, security: null })
    expect(mirrorsOf('', 'debian')).toEqual({ main: null, security: null })
  })

  it('become the sources of another release of the same family', () => {
    const trixie = { family: 'debian', codename: 'trixie', components: 'main' } as const
    expect(sourcesOf(trixie, mirrorsOfDebian())).toEqual([
      'deb http://one.example/debian/ trixie main',
      'deb http://one.example/debian/ trixie-updates main',
      'deb http://one.example/debian-security/ trixie-security main',
    ])
  })

  it('hold the security updates too on Ubuntu, but not on Debian', () => {
    const main = 'http://one.example/archive'
    const sources = (family: 'debian' | 'ubuntu') =>
      sourcesOf({ family, codename: 'name', components: 'main' }, { main, security: null })
    expect(sources('ubuntu')).toContain(`deb ${main} name-security main`)
    expect(sources('debian').join('\n')).not.toContain('security')
  })

  function mirrorsOfDebian() {
    const { main, security } = mirrorsOf(targets, 'debian')
    return { main: main ?? '', security }
  }
})
