// What the gap ribbon over the track means: its sides, its colours and its scale.

import { decimal } from '../../ui/format'
import { WORDS } from '../../ui/words'
import type { ComparedLap, Comparison } from './comparison'
import { ribbonScale } from './shared-track'

interface RibbonLegendProps {
  readonly comparison: Comparison
  readonly chosen: ComparedLap
}

export function RibbonLegend({ comparison, chosen }: RibbonLegendProps) {
  const words = WORDS.compare.ribbon
  const { tag } = chosen.style
  const { stepS } = ribbonScale(chosen)
  return (
    <aside className="ribbon-legend" aria-label={words.name}>
      <p>
        <b>{words.title(tag, comparison.reference.style.tag)}</b>
      </p>
      <ul>
        <li>
          <span className="ribbon-swatch behind" /> {words.behind(tag)}
        </li>
        <li>
          <span className="ribbon-swatch ahead" /> {words.ahead(tag)}
        </li>
        <li>
          <span className="ribbon-swatch untold" /> {words.untold}
        </li>
      </ul>
      <p className="quiet">{words.step(decimal(stepS, stepS < 0.1 ? 2 : stepS < 1 ? 1 : 0))}</p>
    </aside>
  )
}
