// The time of a lap where there is room for a time and not for words: hidden, it is a row of dashes with its meaning for
// screen readers.

import { isVeiled, toldTime } from './told-time'

/** As wide as a time. */
const DASHES = '–:––'

export function NarrowTime({ ms }: { readonly ms: number }) {
  if (!isVeiled(ms)) return toldTime(ms)
  return (
    <>
      <span aria-hidden="true">{DASHES}</span>
      <span className="unseen">{toldTime(ms)}</span>
    </>
  )
}
