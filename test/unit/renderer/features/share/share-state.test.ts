import { describe, expect, it } from 'vitest'
import { DEFAULT_PRINT } from '@contract/export'
import { exhibitId, type Exhibit } from '@renderer/features/gallery/exhibit'
import { DEFAULT_FIELDS, readField, readPrint, shareCommand } from '@renderer/features/share/share-state'
import { aHeader } from '../../../../helpers/builders'

describe('the choices for a print', () => {
  it('begin with the defaults', () => {
    expect(readPrint(DEFAULT_FIELDS)).toEqual(DEFAULT_PRINT)
    expect(readPrint({ ...DEFAULT_FIELDS, hasLettering: false })?.lettering).toBe('simulated-mark')
  })

  it('are numbers within their limits, with a point or a comma, or nothing', () => {
    expect(readField('baseMm', '2,4')).toBe(2.4)
    expect(readField('baseMm', ' 3 ')).toBe(3)
    for (const typed of ['', ' ', '0', '1e9', 'thick', '-2', '2.4mm'])
      expect(readField('baseMm', typed)).toBeNull()
    expect(readPrint({ ...DEFAULT_FIELDS, bedMm: '' })).toBeNull()
  })
})

describe('keys of sharing', () => {
  const key = (name: string, held: Partial<KeyboardEvent> = {}) => ({
    key: name,
    ctrlKey: false,
    metaKey: false,
    shiftKey: false,
    altKey: false,
    ...held,
  })
  it('are Ctrl+S and Ctrl+Shift+C, on a Mac with the command key', () => {
    expect(shareCommand(key('s', { ctrlKey: true }), false)).toBe('open')
    expect(shareCommand(key('C', { ctrlKey: true, shiftKey: true }), false)).toBe('copy')
    expect(shareCommand(key('s', { metaKey: true }), true)).toBe('open')
    expect(shareCommand(key('s', { ctrlKey: true }), true)).toBeNull()
  })

  it('leave the browser’s and the fields’ own keys alone', () => {
    expect(shareCommand(key('s'), false)).toBeNull()
    expect(shareCommand(key('c', { ctrlKey: true }), false)).toBeNull()
    expect(shareCommand(key('S', { ctrlKey: true, shiftKey: true }), false)).toBeNull()
    expect(shareCommand(key('s', { ctrlKey: true, altKey: true }), false)).toBeNull()
  })
})

describe('the lap on the plinth', () => {
  it('is exported as it was asked for: the fastest, or a lap by its number', () => {
    const place = {
      id: { source: 'demo', season: 2026, round: 1, session: 'Q' },
      eventName: '',
      sessionName: '',
    }
    const exhibit = (key: string) =>
      ({ ticket: { key, header: aHeader({ lap: 3 }) }, place }) as unknown as Exhibit
    expect(exhibitId(exhibit('f1:sculpture:2026:1:Q:AAA')).lap).toBe('fastest')
    expect(exhibitId(exhibit('f1:sculpture:2026:1:Q:AAA:3')).lap).toBe(3)
  })
})
