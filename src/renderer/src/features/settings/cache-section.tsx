// What is kept and where: the same form and the same folder as in the room of the cache, from the same store.

import { useEffect } from 'react'
import { DEFAULT_SETTINGS } from '@contract/settings'
import { useValue } from '../../ui/use-value'
import { CACHE_WORDS, WORDS } from '../../ui/words'
import { AskingDialog } from '../cache/asking-dialog'
import type { CacheStore } from '../cache/cache-store'
import { FolderSection } from '../cache/folder-section'
import { LimitsForm } from '../cache/limits-form'
import { OutcomeLine } from '../cache/outcome-line'
import type { NameOf } from '../cache/scope-name'
import { Section } from './section'

interface CacheSectionProps {
  readonly store: CacheStore
  readonly onCache: () => void
}

const { folder: _, ...DEFAULTS } = DEFAULT_SETTINGS.cache

/** Nothing is cleared from here; the two parts that speak of sessions have to be able to. */
const nameOf: NameOf = (_season, { round, session }) => CACHE_WORDS.round(round, session)

export function CacheSection({ store, onCache }: CacheSectionProps) {
  const words = WORDS.settings.cache
  const { settings, folder, move, asking, outcome } = useValue(store.state)
  useEffect(() => {
    void store.enter()
    return () => store.leave()
  }, [store])
  return (
    <Section
      section="cache"
      hint={words.hint}
      reset={{
        isDefault: settings === null || JSON.stringify(settings) === JSON.stringify(DEFAULTS),
        onReset: () => void store.saveSettings(DEFAULTS),
      }}
    >
      {settings !== null && <LimitsForm key={JSON.stringify(settings)} settings={settings} store={store} />}
      {folder !== null && <FolderSection folder={folder} move={move} store={store} />}
      <p>
        <button type="button" className="text-button small" onClick={onCache}>
          {words.toCache}
        </button>
      </p>
      <OutcomeLine
        trouble={outcome?.kind === 'failed' ? outcome.report : null}
        onClose={() => store.closeOutcome()}
      />
      {asking !== null && <AskingDialog asking={asking} store={store} nameOf={nameOf} />}
    </Section>
  )
}
