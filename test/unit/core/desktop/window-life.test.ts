// What a window shows, how often its page is brought back, and where it opens.
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Showing, WantedShowing } from '@contract/showing'
import { AnswerWatch } from '@main/core/desktop/answer-watch'
import { RecoveryLimit } from '@main/core/desktop/recovery-limit'
import { Showings } from '@main/core/desktop/showings'
import { placeOnDisplays } from '@main/core/desktop/window-place'

const PLINTH = {
  room: 'plinth',
  id: { source: 'demo', season: 2026, round: 1, session: 'Q', driver: 'YAR', lap: 'fastest' },
} as const satisfies Showing
const SETTINGS: Showing = { room: 'warming', page: 'schedule' }

function aWindow() {
  const told: WantedShowing[] = []
  return { told, showings: new Showings((showing) => told.push(showing)) }
}

describe('what the window is to show', () => {
  it('asks about a link once: a page that comes back after a crash does not ask again', () => {
    const { showings } = aWindow()
    showings.note({ room: 'wall' })
    showings.want({ room: 'link', id: PLINTH.id, camera: null })
    expect(showings.take()).toEqual({ room: 'link', id: PLINTH.id, camera: null })
    showings.pageGone()
    expect(showings.take()).toEqual({ room: 'wall' })
  })

  it('waits for a page, and reaches it once', () => {
    const { told, showings } = aWindow()
    showings.want(PLINTH)
    expect(told).toEqual([])
    expect(showings.take()).toEqual(PLINTH)
    expect(showings.take()).toBeNull()
  })

  it('is told at once to a page that listens', () => {
    const { told, showings } = aWindow()
    expect(showings.take()).toBeNull()
    showings.want(SETTINGS)
    expect(told).toEqual([SETTINGS])
  })

  it('is after a crash what it was before, unless something else was asked for meanwhile', () => {
    const { told, showings } = aWindow()
    showings.take()
    showings.note(PLINTH)
    showings.pageGone()
    expect(showings.take()).toEqual(PLINTH)
    showings.pageGone()
    showings.want(SETTINGS)
    expect(showings.take()).toEqual(SETTINGS)
    expect(told).toEqual([])
  })
})

describe('a page that crashes', () => {
  it('is brought back three times within five minutes, and again when they have passed', () => {
    const limit = new RecoveryLimit()
    expect([0, 25_000, 50_000, 75_000, 299_999].map((at) => limit.allows(at))).toEqual([
      true,
      true,
      true,
      false,
      false,
    ])
    expect([300_000, 300_001].map((at) => limit.allows(at))).toEqual([true, false])
  })

  it('is brought back at once when a person asks for it', () => {
    const limit = new RecoveryLimit()
    for (const at of [0, 1, 2]) limit.allows(at)
    expect(limit.allows(3)).toBe(false)
    limit.reset()
    expect(limit.allows(4)).toBe(true)
  })
})

describe('a page that freezes', () => {
  /** Looks every five seconds from 0 on; `answers` says which of the questions get one before the next look. */
  function looks(count: number, answers: (question: number) => boolean): readonly string[] {
    const watch = new AnswerWatch()
    let asked = 0
    return Array.from({ length: count }, (_, index) => {
      const next = watch.look(index * 5_000)
      if (next === 'ask' && answers(asked++)) watch.answered()
      return next
    })
  }

  it('is ended 20 s after the question that it did not answer', () => {
    expect(looks(6, (question) => question === 0)).toEqual(['ask', 'ask', 'wait', 'wait', 'wait', 'end'])
  })

  it('is asked anew after it was ended: what comes back may freeze too', () => {
    expect(looks(10, () => false).filter((next) => next !== 'wait')).toEqual(['ask', 'end', 'ask', 'end'])
  })

  it('is never ended while it answers', () => {
    expect(new Set(looks(1_000, () => true))).toEqual(new Set(['ask']))
  })

  it('is given its time again after the machine has slept, or the main process was busy', () => {
    const watch = new AnswerWatch()
    expect([0, 5_000, 3_600_000, 3_605_000, 3_610_000, 3_615_000].map((at) => watch.look(at))).toEqual([
      'ask',
      ...Array<string>(5).fill('wait'),
    ])
    expect(watch.look(3_620_000)).toBe('end')
  })

  it('is asked anew when it is looked at again, whatever it owed before', () => {
    const watch = new AnswerWatch()
    for (const at of [0, 5_000, 10_000, 15_000]) watch.look(at)
    watch.rest()
    expect(watch.look(900_000)).toBe('ask')
  })

  it('is ended by no question that had an answer, whenever the looks and answers come', () => {
    const step = fc.record({ waitMs: fc.integer({ min: 0, max: 60_000 }), isAnswered: fc.boolean() })
    fc.assert(
      fc.property(fc.array(step, { maxLength: 60 }), (steps) => {
        const watch = new AnswerWatch()
        let now = 0
        let owedSince: number | null = null
        for (const { waitMs, isAnswered } of steps) {
          now += waitMs
          const next = watch.look(now)
          if (next === 'end') {
            expect(now - (owedSince ?? now)).toBeGreaterThanOrEqual(20_000)
            owedSince = null
          }
          if (next === 'ask') owedSince = now
          if (!isAnswered) continue
          watch.answered()
          owedSince = null
        }
      }),
    )
  })
})

describe('the place of the window', () => {
  const left = { x: 0, y: 0, width: 1920, height: 1040 }
  const right = { x: 1920, y: -200, width: 2560, height: 1400 }
  const place = { x: 2100, y: 0, width: 1320, height: 860, isMaximized: false }

  it('is where it was while that display is there', () => {
    expect(placeOnDisplays(place, [left, right])).toEqual({ x: 2100, y: 0, width: 1320, height: 860 })
  })

  it('is none when that display is gone, or when the title bar would lie above the others', () => {
    expect(placeOnDisplays(place, [left])).toBeNull()
    expect(placeOnDisplays({ ...place, x: 100, y: -400 }, [left])).toBeNull()
    expect(placeOnDisplays(place, [])).toBeNull()
  })

  it('is no larger than the display that holds it', () => {
    const large = { ...place, x: 0, y: 0, width: 4000, height: 3000 }
    expect(placeOnDisplays(large, [left])).toEqual(left)
  })

  it('can be taken hold of wherever it is', () => {
    const whole = (min: number, max: number) => fc.integer({ min, max })
    const area = fc.record({
      x: whole(-4000, 4000),
      y: whole(-4000, 4000),
      width: whole(100, 4000),
      height: whole(100, 4000),
    })
    fc.assert(
      fc.property(area, fc.array(area, { maxLength: 4 }), (wanted, areas) => {
        const found = placeOnDisplays({ ...wanted, isMaximized: false }, areas)
        if (found === null) return
        // Some point of the upper 64 pixels is on a display.
        const isSeen = areas.some(
          ({ x, y, width, height }) =>
            found.x < x + width && found.x + found.width > x && found.y < y + height && found.y + 64 > y,
        )
        expect(isSeen).toBe(true)
        expect(found.width).toBeLessThanOrEqual(wanted.width)
      }),
    )
  })
})
