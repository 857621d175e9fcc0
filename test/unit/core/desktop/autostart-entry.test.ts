import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { autostartEntry } from '@main/core/desktop/autostart-entry'

/** Reads Exec as a desktop does: the string's escapes first, then the quotes, then the field codes. */
function commandOf(entry: string): readonly string[] {
  const [, value = ''] = /^Exec=(.*)$/m.exec(entry) ?? []
  const unescaped = value.replaceAll('\\\\', '\\')
  return [...unescaped.matchAll(/"((?:[^"\\]|\\.)*)"/g)].map(([, quoted = '']) =>
    quoted.replaceAll(/\\(["`$\\])/g, '$1').replaceAll('%%', '%'),
  )
}

describe('the entry that starts the gallery at log-in', () => {
  it('gives the program and its arguments to the desktop unchanged, whatever characters are in them', () => {
    const argument = fc.string({ minLength: 1 }).filter((text) => !/[\n\r]/.test(text))
    fc.assert(
      fc.property(fc.array(argument, { minLength: 1, maxLength: 4 }), (command) => {
        expect(commandOf(autostartEntry('Gallery', command))).toEqual(command)
      }),
    )
  })

  it('has one line for each of its keys, under one heading', () => {
    const lines = autostartEntry('Gallery', ['/opt/a b/gallery', '--hidden']).trimEnd().split('\n')
    expect(lines[0]).toBe('[Desktop Entry]')
    expect(lines.slice(1).every((line) => /^[\w-]+=/.test(line))).toBe(true)
  })
})
