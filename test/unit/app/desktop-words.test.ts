// The words of tray, menus, dialogs and notifications in both languages, side by side.

import { afterEach, describe, expect, it } from 'vitest'
import { setDesktopLocale } from '@main/app/desktop-locale'
import { desktopWords } from '@main/app/desktop-words'
import { hasWords, leavesOf, said } from '../../helpers/word-trees'

const NOON = Date.UTC(2026, 10, 26, 12)
const SAMPLES = {
  'tray.held': ['metered'],
  'tray.lastRun': [NOON, 'partly-failed', 3],
}
/** The names of programs, arranged. */
const ALIKE = new Set(['about.builtOn', 'about.version'])

function allIn(locale: string): ReadonlyMap<string, string> {
  setDesktopLocale(locale)
  return new Map([...leavesOf(desktopWords())].map(([path, leaf]) => [path, said(path, leaf, SAMPLES)]))
}

afterEach(() => setDesktopLocale('en'))

describe('the words of the desktop', () => {
  it('are German where German is spoken, each of them', () => {
    const english = allIn('en')
    const german = allIn('de-AT')
    expect([...german.keys()]).toEqual([...english.keys()])
    for (const [path, text] of german) {
      expect(hasWords(text), path).toBe(true)
      expect(text, path).not.toMatch(/undefined|\[object|NaN/)
      expect(text, path).not.toMatch(/\b(the|of|and|is|are|with|from|to|it)\b/)
      if (!ALIKE.has(path)) expect(text, path).not.toBe(english.get(path))
    }
  })

  it('count in the plural of their language', () => {
    setDesktopLocale('de')
    const { notices, tray } = desktopWords()
    expect(notices.warmed.body(1)).toBe('1 Skulptur steht bereit.')
    expect(notices.warmed.body(1234)).toBe('1.234 Skulpturen stehen bereit.')
    expect(tray.warming(0.339)).toMatch(/33\s%$/)
  })
})
