import { describe, expect, it } from 'vitest'
import { exportSubject } from '@contract/export'
import { calendarKey, nameOfKey, nameOfTask, seasonsIn } from '@renderer/features/warming/names'
import { aRunReport, aTask } from '../../../../helpers/task-fixtures'
import { aSeason } from '../gallery/fake-client'
import { aRunTask } from '../../../../helpers/warming-fixtures'

const CALENDARS = new Map([[calendarKey('archive', 2025), aSeason(2025, [[['Q', 'completed']]])]])
const NONE = new Map()

describe('names of what tasks are about', () => {
  it('are those of the calendar where it is known', () => {
    expect(nameOfKey('f1:session:2025:1:Q', 'archive', CALENDARS)).toBe('Session Q, Grand Prix 1 2025')
    expect(nameOfKey('f1:sculpture:2025:1:Q:NOR', 'archive', CALENDARS)).toBe(
      'NOR, Session Q, Grand Prix 1 2025',
    )
  })

  it('never mix the simulated season with the recorded one', () => {
    expect(nameOfKey('f1:session:2025:1:Q', 'demo', CALENDARS)).not.toContain('Grand Prix 1')
  })

  it('are the key in words where no calendar is known, and the text itself where it is no key', () => {
    expect(nameOfKey('f1:session:2025:20:Q', 'archive', NONE)).toBe('Qualifying, round 20, 2025')
    expect(nameOfKey('f1:sculpture:2025:20:R:VER:12', 'archive', NONE)).toContain('lap 12')
    expect(nameOfKey('2025', 'archive', NONE)).toBe('2025')
  })

  it('say of a file what it is a file of, and of a refinement which session it refines', () => {
    const subject = exportSubject('f1:sculpture:2025:1:Q:NOR', '3mf')
    expect(nameOfTask(aTask({ kind: 'export', subject }), CALENDARS)).toBe(
      '3MF of NOR, Session Q, Grand Prix 1 2025',
    )
    const better = aTask({ kind: 'refine-session', subject: 'better f1:session:2025:1:Q' })
    expect(nameOfTask(better, CALENDARS)).toBe('Session Q, Grand Prix 1 2025')
  })

  it('say of a run what was wished for', () => {
    const request = { kind: 'recent', source: 'archive', rounds: 10 } as const
    expect(nameOfTask(aRunTask({ run: aRunReport({ request }) }), NONE)).toBe('The latest 10 rounds')
    expect(nameOfTask(aRunTask({ kind: 'warm-race', subject: '2025:1' }), CALENDARS)).toBe(
      'Grand Prix 1 2025',
    )
    expect(nameOfTask(aRunTask({ kind: 'warm-season', subject: '2025', run: null }), NONE)).toContain('2025')
  })

  it('need the calendars of those seasons that the tasks speak of', () => {
    const tasks = [
      aTask(),
      aTask({ source: 'demo', subject: 'better f1:session:2026:1:Q' }),
      aRunTask({ kind: 'warm-race', subject: '2024:3' }),
      aRunTask(),
    ]
    expect([...seasonsIn(tasks).values()]).toEqual([
      ['archive', 2025],
      ['demo', 2026],
      ['archive', 2024],
    ])
  })
})
