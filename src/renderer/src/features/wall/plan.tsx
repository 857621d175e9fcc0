// The circuit as a thin line on the outline of its plinth: where a picture is not there yet, or never will be.

import { useMemo } from 'react'
import { DRAWING_SIZE, drawPlan } from './plan-drawing'

/** @param plan as `WallItem.plan`; null draws an empty plinth. */
export function Plan({ plan }: { readonly plan: string | null }) {
  const drawing = useMemo(() => (plan === null ? null : drawPlan(plan)), [plan])
  return (
    <svg className="plan" viewBox={`0 0 ${DRAWING_SIZE.width} ${DRAWING_SIZE.height}`} aria-hidden="true">
      <polygon className="plan-plinth" points={drawing?.plinth ?? EMPTY_PLINTH} />
      {drawing !== null && <polygon className="plan-track" points={drawing.track} />}
    </svg>
  )
}

/** A slab seen from the first view, drawing units. */
const EMPTY_PLINTH = '40,205 165,95 560,165 470,320'
