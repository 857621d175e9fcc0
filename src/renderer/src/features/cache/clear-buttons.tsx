// Making room by kind: each button says what it would free.

import type { CacheUsage } from '@contract/cache'
import { bytes } from '../../ui/format'
import { CACHE_WORDS } from '../../ui/words'
import { sumOf, totalsOf } from './cache-state'
import type { CacheStore } from './cache-store'

interface ClearButtonsProps {
  readonly usage: CacheUsage
  readonly store: CacheStore
}

const KINDS = ['sculptures', 'sessions', 'raw', 'all'] as const

export function ClearButtons({ usage, store }: ClearButtonsProps) {
  const words = CACHE_WORDS.clear
  const totals = totalsOf(usage)
  const sizes = { sculptures: totals.sculptures, sessions: totals.laps, raw: totals.raw, all: sumOf(totals) }
  return (
    <section className="clear-kinds" aria-label={words.title}>
      <h2>{words.title}</h2>
      <ul>
        {KINDS.map((kind) => (
          <li key={kind}>
            <button
              type="button"
              className="button"
              disabled={sizes[kind] === 0}
              onClick={() => void store.planClear({ kind })}
            >
              {words.button(words.names[kind])}
            </button>
            <span className="clear-size">{bytes(sizes[kind])}</span>
          </li>
        ))}
      </ul>
    </section>
  )
}
