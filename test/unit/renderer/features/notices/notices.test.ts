import { describe, expect, it } from 'vitest'
import { createNotices, KEPT_AT_MOST, SHOWN_AT_ONCE, SHOWN_FOR_MS } from '@renderer/features/notices/notices'

function setUp() {
  let now = 0
  const timers = new Set<{ readonly at: number; readonly work: () => void }>()
  const notices = createNotices({
    now: () => now,
    after: (ms, work) => {
      const timer = { at: now + ms, work }
      timers.add(timer)
      return () => timers.delete(timer)
    },
  })
  const passTime = (ms: number): void => {
    now += ms
    for (const timer of [...timers].filter(({ at }) => at <= now)) {
      timers.delete(timer)
      timer.work()
    }
  }
  const shown = () => notices.shown.get().map(({ text }) => text)
  const kept = () => notices.kept.get().map(({ text }) => text)
  return { notices, passTime, shown, kept, timers }
}

describe('what is said in passing', () => {
  it('goes away by itself and can be read again', () => {
    const { notices, passTime, shown, kept } = setUp()
    notices.tell('Saved.')
    expect(shown()).toEqual(['Saved.'])
    passTime(SHOWN_FOR_MS)
    expect(shown()).toEqual([])
    expect(kept()).toEqual(['Saved.'])
    expect(notices.unread.get()).toBe(1)
    notices.read()
    expect(notices.unread.get()).toBe(0)
  })

  it('never fills the corner: the oldest gives way', () => {
    const { notices, shown, kept } = setUp()
    const texts = Array.from({ length: SHOWN_AT_ONCE + 2 }, (_, index) => `Notice ${index}`)
    for (const text of texts) notices.tell(text)
    expect(shown()).toEqual(texts.slice(2))
    expect(kept()).toEqual([...texts].reverse())
  })

  it('stays while somebody reads, and for its whole time afterwards', () => {
    const { notices, passTime, shown } = setUp()
    notices.tell('One')
    notices.hold()
    notices.tell('Two')
    passTime(10 * SHOWN_FOR_MS)
    expect(shown()).toEqual(['One', 'Two'])
    notices.letGo()
    passTime(SHOWN_FOR_MS - 1)
    expect(shown()).toHaveLength(2)
    passTime(1)
    expect(shown()).toEqual([])
  })

  it('stays until it is put away where it tells of trouble', () => {
    const { notices, passTime, shown, kept } = setUp()
    notices.tell('The disk is full', 'trouble')
    passTime(10 * SHOWN_FOR_MS)
    expect(shown()).toEqual(['The disk is full'])
    notices.dismiss(notices.shown.get()[0]!.id)
    expect(shown()).toEqual([])
    expect(kept()).toEqual(['The disk is full'])
  })

  it('does not stand there twice when it is said again', () => {
    const { notices, shown, kept } = setUp()
    notices.tell('Pinned.')
    notices.tell('Pinned.')
    expect(shown()).toEqual(['Pinned.'])
    expect(kept()).toHaveLength(2)
  })

  it('is only kept where it has been said in its own place', () => {
    const { notices, shown, kept } = setUp()
    notices.note('Saved lap.stl.')
    expect([shown(), kept()]).toEqual([[], ['Saved lap.stl.']])
  })

  it('is kept within bounds, the latest first, and forgotten when asked', () => {
    const { notices, kept } = setUp()
    for (let index = 0; index <= KEPT_AT_MOST; index++) notices.note(`${index}`)
    expect(kept()).toHaveLength(KEPT_AT_MOST)
    expect(kept()[0]).toBe(`${KEPT_AT_MOST}`)
    notices.forget()
    expect([kept(), notices.unread.get()]).toEqual([[], 0])
  })

  it('leaves no timer behind when the page goes', () => {
    const { notices, timers } = setUp()
    notices.tell('One')
    notices.close()
    notices.close()
    expect(timers.size).toBe(0)
  })
})
