// Which of the things that hang on the wall are of the circuit on the plinth, told by the plans on their cards: names
// change from year to year, plans only with the circuit. A first choice only: the lines themselves decide when they
// are there. Pure.

import { PLAN_SIZE, type WallItem } from '@contract/wall'
import { sessionKey, type SculptureId } from '@contract/ids'

/** Plans of one circuit differ by rounding, and by where 64 points fall; in a square of PLAN_SIZE. */
const ALIKE = 0.012 * PLAN_SIZE

/** @returns whether two plans, as on wall cards, are of one circuit as far as cards can tell. */
export function arePlansAlike(a: string, b: string): boolean {
  const left = pointsOf(a)
  const right = pointsOf(b)
  if (left.length === 0 || left.length !== right.length) return false
  const apart = left.reduce((sum, [x, y], i) => sum + Math.hypot(x - right[i]![0], y - right[i]![1]), 0)
  return apart / left.length <= ALIKE
}

function pointsOf(plan: string): readonly (readonly [number, number])[] {
  return plan.split(' ').map((point) => {
    const [x = Number.NaN, y = Number.NaN] = point.split(',').map(Number)
    return [x, y] as const
  })
}

/**
 * @param items of the source of the main lap.
 * @param main the lap on the plinth; its own session is left out, which the catalogue has.
 */
export function ofSameCircuit(items: readonly WallItem[], main: SculptureId): readonly WallItem[] {
  const session = sessionKey(main)
  const plan = items.find(({ id, plan }) => plan !== null && sessionKey(id) === session)?.plan ?? null
  if (plan === null) return []
  return items.filter(
    (item) => item.plan !== null && sessionKey(item.id) !== session && arePlansAlike(item.plan, plan),
  )
}
