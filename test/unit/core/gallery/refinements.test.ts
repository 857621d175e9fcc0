import { describe, expect, it } from 'vitest'
import type { SessionCode, SessionId } from '@contract/ids'
import { Refinements } from '@main/core/gallery/refinements'

const session = (code: SessionCode): SessionId => ({
  source: 'archive',
  season: 2025,
  round: 20,
  session: code,
})

function setUp() {
  const begun: SessionCode[] = []
  const failures: string[] = []
  const improved: (readonly string[])[] = []
  const running: { end: () => void; fail: () => void }[] = []
  const refinements = new Refinements(
    (id) => {
      begun.push(id.session)
      return new Promise((resolve, reject) => {
        const keys = id.session === 'FP2' ? [] : [`better ${id.session}`]
        running.push({ end: () => resolve(keys), fail: () => reject(new Error('in vain')) })
      })
    },
    (keys) => improved.push(keys),
    { log: (_level, _area, message) => failures.push(message) },
    () => Promise.resolve(),
  )
  const afterThePause = () => new Promise((resolve) => setImmediate(resolve))
  const next = async (how: 'end' | 'fail') => {
    running.shift()?.[how]()
    await afterThePause()
  }
  return { begun, failures, improved, refinements, next, afterThePause }
}

describe('refinements', () => {
  it('go one at a time, the last wish first', async () => {
    const { begun, improved, refinements, next, afterThePause } = setUp()
    refinements.wish(session('FP1'))
    expect(begun).toEqual([])
    await afterThePause()
    for (const code of ['FP2', 'Q'] as const) refinements.wish(session(code))
    expect(begun).toEqual(['FP1'])
    await next('end')
    await next('end')
    await next('end')
    expect(begun).toEqual(['FP1', 'Q', 'FP2'])
    // Of FP2 nothing became better, so there is nothing to tell.
    expect(improved).toEqual([['better FP1'], ['better Q']])
  })

  it('are done once however often they are wished for, and again for a wish that comes during one', async () => {
    const { begun, refinements, next, afterThePause } = setUp()
    refinements.wish(session('Q'))
    refinements.wish(session('Q'))
    await afterThePause()
    refinements.wish(session('Q'))
    await next('end')
    await next('end')
    expect(begun).toEqual(['Q', 'Q'])
    await next('end')
    expect(begun).toEqual(['Q', 'Q'])
  })

  it('that fail are reported, not tried again, and hold up nobody', async () => {
    const { begun, failures, refinements, next, afterThePause } = setUp()
    refinements.wish(session('Q'))
    await afterThePause()
    refinements.wish(session('R'))
    await next('fail')
    refinements.wish(session('Q'))
    await next('end')
    expect(begun).toEqual(['Q', 'R'])
    expect(failures).toEqual(['could not improve f1:session:2025:20:Q: Error: in vain'])
  })

  it('stop at the end of the one that runs when they are closed, also twice', async () => {
    const { begun, refinements, next, afterThePause } = setUp()
    refinements.wish(session('Q'))
    await afterThePause()
    refinements.wish(session('R'))
    refinements.close()
    refinements.close()
    refinements.wish(session('FP1'))
    await next('end')
    expect(begun).toEqual(['Q'])
  })

  it('do not begin when they are closed during the pause', async () => {
    const { begun, refinements, afterThePause } = setUp()
    refinements.wish(session('Q'))
    refinements.close()
    await afterThePause()
    expect(begun).toEqual([])
  })
})
