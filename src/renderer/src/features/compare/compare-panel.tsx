// The comparison of laps below the sculpture: which laps, who gains where, sectors and corners.

import type { GalleryClient } from '../../ipc/client'
import { WORDS } from '../../ui/words'
import type { BesideLaps } from '../gallery/beside'
import type { Exhibit } from '../gallery/exhibit'
import type { GalleryStore } from '../gallery/gallery-store'
import { CornerGapTable, SectorTable } from './gap-tables'
import { GuestPicker } from './guest-picker'
import { RevealOffer } from '../spoilers/reveal-button'
import type { NamedWeekend } from '../spoilers/spoilers-store'
import { LapList } from './lap-list'
import type { ComparisonChoice } from './use-comparison'
import { WhereWords } from './where-words'

interface ComparePanelProps extends ComparisonChoice {
  readonly exhibit: Exhibit
  readonly beside: BesideLaps
  /** Weekends that have to be revealed before their laps are compared. */
  readonly hidden: readonly NamedWeekend[]
  readonly store: GalleryStore
  readonly client: GalleryClient
}

export function ComparePanel({
  comparison,
  chosen,
  choose,
  exhibit,
  beside,
  hidden,
  store,
  client,
}: ComparePanelProps) {
  return (
    <div className="compare-panel">
      <div className="compare-laps">
        <LapList
          comparison={comparison}
          chosen={chosen}
          choose={choose}
          beside={beside}
          onTakeAway={(id) => store.takeAway(id)}
        />
        <GuestPicker
          exhibit={exhibit}
          client={client}
          onAdd={(item) => void store.setItemBeside(item)}
          beside={beside}
        />
      </div>
      {hidden.length > 0 ? (
        <RevealOffer text={WORDS.spoilers.compare} weekends={hidden} />
      ) : comparison === null || chosen === null ? (
        <p className="quiet compare-empty">{WORDS.compare.nothingToCompare}</p>
      ) : (
        <>
          <WhereWords reference={comparison.reference} other={chosen} />
          <div className="compare-tables">
            <SectorTable reference={comparison.reference} other={chosen} />
            <CornerGapTable reference={comparison.reference} other={chosen} />
          </div>
        </>
      )}
    </div>
  )
}
