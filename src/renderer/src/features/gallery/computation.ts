// How far a lap has been computed, as the label and the measurements tell it.

import type { SculptureHeader } from '@contract/sculpture'

/** Tier 3, tier 2 while that is in the making, or tier 2 for good. */
export function computationOf({
  tier,
  isFinalTier,
}: Pick<SculptureHeader, 'tier' | 'isFinalTier'>): 'first' | 'refined' | 'plain' {
  if (tier === 3) return 'refined'
  return isFinalTier ? 'plain' : 'first'
}
