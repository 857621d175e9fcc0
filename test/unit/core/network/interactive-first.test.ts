import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Urgency } from '@contract/tasks'
import { InteractiveFirst } from '@main/core/network/interactive-first'

/** Requests that end when the test says so. */
function aHost() {
  const turns = new InteractiveFirst()
  const underWay: string[] = []
  const ends = new Map<string, () => void>()
  const send = (name: string, urgency: Urgency, signal = new AbortController().signal) =>
    turns.run(urgency, signal, async () => {
      underWay.push(name)
      await new Promise<void>((resolve) => ends.set(name, resolve))
      underWay.splice(underWay.indexOf(name), 1)
    })
  const end = async (name: string) => {
    ends.get(name)?.()
    await new Promise((resolve) => setImmediate(resolve))
  }
  return { send, end, underWay }
}

const others = ['a', 'b', 'c', 'd', 'e', 'f']

describe('requests to a host', () => {
  it('leave connections free for a click, which is sent at once', async () => {
    const { send, underWay } = aHost()
    for (const name of others) void send(name, 'warming')
    await Promise.resolve()
    expect(underWay).toEqual(['a', 'b', 'c', 'd'])
    void send('click', 'interactive')
    expect(underWay).toContain('click')
  })

  it('of the warming begin only when no click is under way', async () => {
    const { send, end, underWay } = aHost()
    for (const name of others) void send(name, 'warming')
    void send('click', 'interactive')
    void send('second click', 'interactive')
    await end('a')
    await end('click')
    expect(underWay).toEqual(['b', 'c', 'd', 'second click'])
    await end('second click')
    expect(underWay).toEqual(['b', 'c', 'd', 'e'])
  })

  it('are not sent any more when they were cancelled before their turn', async () => {
    const { send, end, underWay } = aHost()
    void send('click', 'interactive')
    const enough = new AbortController()
    const waiting = send('a', 'warming', enough.signal)
    enough.abort()
    await expect(waiting).rejects.toMatchObject({ code: 'task/cancelled' })
    await end('click')
    expect(underWay).toEqual([])
  })

  it('all come to their end, in whatever order they come and go, and a failing one holds up nobody', async () => {
    const request = fc.record({
      urgency: fc.constantFrom<Urgency>('interactive', 'warming', 'background'),
      fails: fc.boolean(),
      ticks: fc.nat(3),
    })
    await fc.assert(
      fc.asyncProperty(fc.array(request, { maxLength: 20 }), async (requests) => {
        const turns = new InteractiveFirst()
        let resting = 0
        const all = requests.map(({ urgency, fails, ticks }) =>
          turns.run(urgency, new AbortController().signal, async () => {
            if (urgency !== 'interactive') resting += 1
            expect(resting).toBeLessThanOrEqual(4)
            for (let i = 0; i < ticks; i++) await Promise.resolve()
            if (urgency !== 'interactive') resting -= 1
            if (fails) throw new Error('broken line')
          }),
        )
        const ended = await Promise.allSettled(all)
        expect(ended.map(({ status }) => status)).toEqual(
          requests.map(({ fails }) => (fails ? 'rejected' : 'fulfilled')),
        )
      }),
    )
  })
})
