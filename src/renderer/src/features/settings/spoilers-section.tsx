// Whether results may be told before they are asked for.

import { DEFAULT_PAGE_SETTINGS } from '@contract/appearance'
import { WORDS } from '../../ui/words'
import { Section } from './section'
import { TickRow } from './tick-row'

interface SpoilersSectionProps {
  readonly isSpoilerFree: boolean
  readonly onChange: (isSpoilerFree: boolean) => void
}

export function SpoilersSection({ isSpoilerFree, onChange }: SpoilersSectionProps) {
  const words = WORDS.settings.spoilers
  return (
    <Section
      section="spoilers"
      reset={{
        isDefault: isSpoilerFree === DEFAULT_PAGE_SETTINGS.isSpoilerFree,
        onReset: () => onChange(DEFAULT_PAGE_SETTINGS.isSpoilerFree),
      }}
    >
      <TickRow text={words.tick} hint={words.does} isTicked={isSpoilerFree} onChange={onChange} />
    </Section>
  )
}
