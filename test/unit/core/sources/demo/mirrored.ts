import type { CircuitPlan } from '@main/core/sources/demo/circuit'

/** The same circuit seen in a mirror: left becomes right. */
export function mirrored(plan: CircuitPlan): CircuitPlan {
  return { ...plan, corners: plan.corners.map((corner) => ({ ...corner, xM: -corner.xM })) }
}
