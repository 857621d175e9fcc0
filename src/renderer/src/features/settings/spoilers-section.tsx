// Whether results may be told before they are asked for, and which have been asked for.

import { useContext } from 'react'
import { DEFAULT_PAGE_SETTINGS, type PageSettings } from '@contract/appearance'
import { NOTHING_REVEALED, type Revealed } from '@contract/spoilers'
import { WORDS } from '../../ui/words'
import { LAST_ROUND } from '../spoilers/spoilers-store'
import { SpoilersContext } from '../spoilers/spoilers-context'
import { countOthers } from '../spoilers/weekends'
import { Section } from './section'
import { TickRow } from './tick-row'

type SpoilerSettings = Pick<PageSettings, 'isSpoilerFree' | 'revealed'>

interface SpoilersSectionProps extends SpoilerSettings {
  readonly onChange: (change: Partial<SpoilerSettings>) => void
}

export function SpoilersSection({ isSpoilerFree, revealed, onChange }: SpoilersSectionProps) {
  const words = WORDS.settings.spoilers
  const { setting } = WORDS.spoilers
  const spoilers = useContext(SpoilersContext)
  const isNothing = revealed.upTo === null && revealed.others.length === 0
  return (
    <Section
      section="spoilers"
      hint={setting.does}
      reset={{
        isDefault: isSpoilerFree === DEFAULT_PAGE_SETTINGS.isSpoilerFree && isNothing,
        onReset: () =>
          onChange({ isSpoilerFree: DEFAULT_PAGE_SETTINGS.isSpoilerFree, revealed: NOTHING_REVEALED }),
      }}
    >
      <TickRow
        text={words.tick}
        hint={words.does}
        isTicked={isSpoilerFree}
        onChange={(isTicked) => onChange({ isSpoilerFree: isTicked })}
      />
      {isSpoilerFree && (
        <div className="spoiler-state">
          <output>{revealedText(revealed)}</output>
          <p className="quiet small">{setting.simulated}</p>
          <div className="buttons">
            <button type="button" className="button small" onClick={() => void spoilers?.revealUpToNow()}>
              {setting.revealAll}
            </button>
            <button type="button" className="button small" onClick={() => spoilers?.hideAll()}>
              {setting.hideAll}
            </button>
          </div>
        </div>
      )}
    </Section>
  )
}

function revealedText(revealed: Revealed): string {
  const { setting } = WORDS.spoilers
  const { upTo } = revealed
  const others = countOthers(revealed)
  if (upTo === null) return others.revealed === 0 ? setting.none : setting.single(others.revealed)
  return [
    upTo.round === LAST_ROUND ? setting.upToSeason(upTo.season) : setting.upTo(upTo.season, upTo.round),
    ...(others.revealed > 0 ? [setting.later(others.revealed)] : []),
    ...(others.hidden > 0 ? [setting.hidden(others.hidden)] : []),
  ].join(' ')
}
