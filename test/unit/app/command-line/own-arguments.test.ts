import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { isCommandLine, ownArguments } from '@main/app/command-line/own-arguments'

describe('the arguments that are ours', () => {
  it.each([
    [['/opt/gallery'], true, []],
    [['/opt/gallery', 'health', '--json'], true, ['health', '--json']],
    [['/opt/gallery', '--no-sandbox', 'health', '--json'], true, ['health', '--json']],
    [['/opt/gallery', '--no-sandbox', '--disable-gpu'], true, []],
    [['/opt/gallery', '--version'], true, ['--version']],
    [['/opt/gallery', '-h'], true, ['-h']],
    [['electron', '/project', 'health'], false, ['health']],
    [['electron', '--no-sandbox', '/project', 'health'], false, ['health']],
    [['electron', '--no-sandbox', '/project'], false, []],
    [['electron'], false, []],
  ])('of %j (packaged: %j) are %j', (argv, isPackaged, own) => {
    expect(ownArguments(argv, isPackaged)).toEqual(own)
  })

  it('make a command line of nothing but a word of its list, whatever a second start is given', () => {
    const hostile = fc.oneof(
      fc.string(),
      fc.constantFrom('__proto__', 'constructor', 'toString', 'HEALTH', ' health', 'health\0', '../health'),
      fc.webUrl(),
    )
    fc.assert(
      fc.property(fc.array(hostile), fc.boolean(), (rest, isPackaged) => {
        const own = ownArguments(['gallery', ...rest], isPackaged)
        if (!isCommandLine(own)) return
        expect(own[0]).toMatch(/^(?:[a-z]+|--help|--version|-h|-V)$/)
      }),
    )
  })

  it('never keep a switch of the runtime in the place of a command', () => {
    fc.assert(
      fc.property(fc.array(fc.string().map((name) => `--x${name}`)), (switches) => {
        expect(ownArguments(['gallery', ...switches, 'health'], true)).toEqual(['health'])
      }),
    )
  })
})
