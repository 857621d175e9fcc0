import { describe, expect, it } from 'vitest'
import type { SculptureId, SessionId } from '@contract/ids'
import type { OpenedSession, SculptureTicket } from '@contract/calls'
import { retryTask } from '@main/core/gallery/retry-task'
import { aDriver, someLaps } from '../../../helpers/builders'
import { aTask } from '../../../helpers/task-fixtures'

function setUp() {
  const asked: string[] = []
  const drivers = [aDriver({ code: 'OUT', fastest: null }), aDriver({ code: 'NOR' })]
  const open = {
    openSession: ({ source, season, round, session }: SessionId) => {
      asked.push(`${source} ${season} ${round} ${session}`)
      return Promise.resolve({ laps: someLaps({ drivers }) } as OpenedSession)
    },
    openSculpture: ({ driver }: SculptureId) => {
      asked.push(driver)
      return Promise.resolve({} as SculptureTicket)
    },
  }
  return { asked, galleries: { archive: open, demo: open } }
}

describe('a task of an earlier start, done once more', () => {
  it('opens its session in its source', async () => {
    const { asked, galleries } = setUp()
    await retryTask(aTask({ source: 'demo' }), galleries)
    expect(asked).toEqual(['demo 2025 20 Q'])
  })

  it('makes the sculptures of the session by asking for that of the first who has a lap', async () => {
    const { asked, galleries } = setUp()
    await retryTask(aTask({ kind: 'build-sculpture' }), galleries)
    expect(asked).toEqual(['archive 2025 20 Q', 'NOR'])
  })

  it.each([
    ['an export, whose place is not known any more', aTask({ kind: 'export', subject: 'f1:sculpture:2025:20:Q:NOR as stl' })], // prettier-ignore
    ['what goes on behind the scenes', aTask({ kind: 'revalidate' })],
    ['a key that no session has', aTask({ subject: 'f1:session:2025:20:XX' })],
  ])('is not %s', (_what, task) => {
    const { asked, galleries } = setUp()
    expect(retryTask(task, galleries)).toBeNull()
    expect(asked).toEqual([])
  })
})
