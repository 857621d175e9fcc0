// A disk that takes nothing: what is the matter, what still works, and what one can do about it.

import type { CacheStatus, DiskState } from '@contract/cache'
import type { ErrorCode } from '@contract/errors'
import { WhatIsThis } from '../../ui/what-is-this'
import { CACHE_WORDS } from '../../ui/words'
import type { CacheStore } from './cache-store'
import { troubleMessage } from '../../ui/trouble-text'

interface DiskTroubleProps {
  readonly status: CacheStatus
  readonly store: CacheStore
}

export function DiskTrouble({ status, store }: DiskTroubleProps) {
  const { state, trouble } = status.health
  // What can be fetched again goes before what has to be made.
  const scope = status.disk.raw.entries > 0 ? 'raw' : 'all'
  if (state === 'ok') return null
  const words = CACHE_WORDS.health[state]
  return (
    <section className="disk-trouble" role="alert" data-state={state}>
      <h2>{words.title}</h2>
      <p>
        {words.hint} <WhatIsThis code={CODE_OF_STATE[state]} />
      </p>
      {trouble !== null && <p className="quiet small">{troubleMessage(trouble)}</p>}
      {state === 'missing' && (
        <button type="button" className="button" onClick={() => void store.returnToUsualFolder()}>
          {CACHE_WORDS.healthUsual}
        </button>
      )}
      {state === 'full' && (
        <button type="button" className="button" onClick={() => void store.planClear({ kind: scope })}>
          {CACHE_WORDS.healthRoom[scope]}
        </button>
      )}
    </section>
  )
}

const CODE_OF_STATE: Readonly<Record<Exclude<DiskState, 'ok'>, ErrorCode>> = {
  full: 'cache/full',
  unwritable: 'cache/unwritable',
  missing: 'cache/missing',
}
