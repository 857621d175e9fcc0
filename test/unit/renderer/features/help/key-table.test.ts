import { describe, expect, it } from 'vitest'
import { stageCommand, STAGE_KEYS } from '@renderer/features/gallery/stage-keys'
import { keyGroups, WALL_KEYS } from '@renderer/features/help/key-table'
import { nextCard } from '@renderer/features/wall/card-keys'

const texts = (isMac: boolean) =>
  keyGroups(isMac).flatMap(({ rows }) => rows.map(({ keys, what }) => `${JSON.stringify(keys)} ${what}`))

describe('the keys the help lists', () => {
  it('are obeyed by the sculpture, each with what stands beside it', () => {
    for (const { does, keys, isShifted } of STAGE_KEYS) {
      for (const key of keys) {
        const command = stageCommand(key, isShifted === true)
        expect([does, command]).toEqual([does, expect.objectContaining({ kind: expect.any(String) })])
      }
    }
  })

  it('are obeyed by the wall', () => {
    const box = (left: number, top: number) => ({ left, top, width: 10, height: 10 })
    const boxes = [box(0, 0), box(20, 0), box(40, 0), box(0, 20), box(20, 20), box(40, 20)]
    // First and last card are those of the whole wall, not of the rows that are drawn: `wall-find.spec` presses them.
    for (const key of WALL_KEYS.walk) {
      const moves = boxes.map((_, from) => nextCard(boxes, from, key))
      expect([key, moves.some((to) => to !== null)]).toEqual([key, true])
    }
  })

  it('are written as on the keyboard in front of one', () => {
    expect(texts(false)).toContainEqual(expect.stringMatching(/\[\["Ctrl","Shift","R"\]\] Warm now/))
    expect(texts(true)).toContainEqual(expect.stringMatching(/\[\["⌘","Shift","R"\]\] Warm now/))
    expect(texts(false)).toContainEqual(expect.stringMatching(/\["Alt","←"\]/))
    // The plus sign alone is a key, and not what stands between two.
    expect(texts(false)).toContainEqual(expect.stringMatching(/\[\["\+"\],\["="\]\]/))
  })

  it('never mean two things in one place', () => {
    for (const { rows } of keyGroups(false)) {
      const keys = rows.flatMap((row) => row.keys.map((each) => each.join('+')))
      expect(new Set(keys).size).toBe(keys.length)
    }
  })
})
