// What the cache holds and how it serves, in the numbers the cache itself gives.

import type { CacheStatus } from '@contract/cache'
import type { SculptureTicket } from '@contract/calls'
import { Fact, Facts } from '../../ui/facts'
import { bytes, duration, percent, whole } from '../../ui/format'
import { CACHE_WORDS, WORDS } from '../../ui/words'

interface CachePanelProps {
  readonly status: CacheStatus | null
  /** How the sculpture on the plinth came here. */
  readonly ticket: SculptureTicket | null
  /** To the room of the cache. */
  readonly onOpen: () => void
}

export function CachePanel({ status, ticket, onOpen }: CachePanelProps) {
  const words = WORDS.cache
  return (
    <section className="cache" aria-labelledby="cache-title">
      <h2 id="cache-title">{words.title}</h2>
      {ticket !== null && (
        <p className="served" data-served-from={ticket.servedFrom}>
          <span className="quiet">{words.thisOne}</span>
          <strong>
            {words.served(words.from[ticket.servedFrom], duration(ticket.elapsedMs), bytes(ticket.bytes))}
          </strong>
          {ticket.freshness === 'stale' && <span className="quiet">{words.stale}</span>}
        </p>
      )}
      {status === null ? <p className="quiet">{words.unknown}</p> : <Status status={status} />}
      <button type="button" className="link" onClick={onOpen}>
        {CACHE_WORDS.open}
      </button>
    </section>
  )
}

function Status({ status }: { readonly status: CacheStatus }) {
  const words = WORDS.cache
  const { lookups, memory, disk } = status
  return (
    <>
      <ul className="lookups" aria-label={words.lookups}>
        <Lookup count={lookups.hit} name={words.hit} />
        <Lookup count={lookups.stale} name={words.stales} />
        <Lookup count={lookups.miss} name={words.miss} />
        <Lookup count={lookups.inflight} name={words.inflight} />
      </ul>
      <Facts>
        <Fact term={words.hitRate}>{percent(status.hitRate)}</Fact>
        <Fact term={words.entries} note={words.entriesOf(status.sculpture_keys, status.session_keys)}>
          {whole(status.total_keys)}
        </Fact>
        <Fact term={words.memory}>{words.used(bytes(memory.bytes), bytes(memory.maxBytes))}</Fact>
        <Fact term={words.disk}>
          {words.used(bytes(disk.sculptures.bytes), bytes(disk.sculptures.maxBytes))}
        </Fact>
        <Fact term={words.raw}>{words.used(bytes(disk.raw.bytes), bytes(disk.raw.maxBytes))}</Fact>
      </Facts>
      {status.corrupt > 0 && <p className="quiet">{words.corrupt(whole(status.corrupt))}</p>}
      <p className="quiet folder" title={status.folder}>
        {status.folder}
      </p>
    </>
  )
}

function Lookup({ count, name }: { readonly count: number; readonly name: string }) {
  return (
    <li>
      <strong>{whole(count)}</strong> {name}
    </li>
  )
}
