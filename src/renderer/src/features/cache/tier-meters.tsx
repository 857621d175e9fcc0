// How full each tier is, and how well the cache serves, in the numbers the cache itself gives.

import { useId } from 'react'
import type { CacheStatus, TierStatus } from '@contract/cache'
import { Fact, Facts } from '../../ui/facts'
import { bytes, percent, whole } from '../../ui/format'
import { CACHE_WORDS } from '../../ui/words'
import { savedTime } from './saved-time'

interface TierMetersProps {
  readonly status: CacheStatus
  /** Null where the system does not say. */
  readonly freeBytes: number | null
}

export function TierMeters({ status, freeBytes }: TierMetersProps) {
  const words = CACHE_WORDS.tiers
  return (
    <section aria-label={words.title} className="tiers">
      <h2>{words.title}</h2>
      <Meter name={words.memory} tier={status.memory} />
      <Meter name={words.results} tier={status.disk.sculptures} />
      <Meter name={words.raw} tier={status.disk.raw} />
      <Facts>
        <Fact term={words.free}>{freeBytes === null ? words.freeUnknown : bytes(freeBytes)}</Fact>
      </Facts>
    </section>
  )
}

function Meter({ name, tier }: { readonly name: string; readonly tier: TierStatus }) {
  const words = CACHE_WORDS.tiers
  const id = useId()
  const used = words.used(bytes(tier.bytes), bytes(tier.maxBytes))
  return (
    <div className="tier">
      <div className="tier-head">
        <span id={id}>{name}</span>
        <span className="quiet">{words.entries(tier.entries)}</span>
      </div>
      <meter aria-labelledby={id} min={0} max={tier.maxBytes} value={tier.bytes}>
        {used}
      </meter>
      <p className="tier-used">{used}</p>
    </div>
  )
}

export function ServiceFacts({ status }: { readonly status: CacheStatus }) {
  const words = CACHE_WORDS.service
  const { hit, stale, miss, inflight } = status.lookups
  const hasServed = hit + stale + miss + inflight > 0
  return (
    <section aria-label={words.title}>
      <h2>{words.title}</h2>
      <p className="saved">
        <strong>{savedTime(status.savedMs) ?? words.savedNone}</strong>{' '}
        <span className="quiet">{words.saved}</span>
      </p>
      <Facts>
        <Fact term={words.hitRate}>{hasServed ? percent(status.hitRate) : words.noLookups}</Fact>
        <Fact
          term={words.lookups}
          note={hasServed ? words.lookupsText(hit, stale, miss, inflight) : undefined}
        >
          {whole(hit + stale + miss + inflight)}
        </Fact>
        {status.corrupt > 0 && <Fact term={words.corrupt}>{whole(status.corrupt)}</Fact>}
      </Facts>
    </section>
  )
}
