import { renderToStaticMarkup } from 'react-dom/server'
import { describe, expect, it } from 'vitest'
import type { CacheStatus } from '@contract/cache'
import type { SculptureTicket } from '@contract/calls'
import { CachePanel } from '@renderer/features/cache/cache-panel'
import { aHeader } from '../../../../helpers/builders'
import { aCacheStatus } from '../../../../helpers/cache-fixtures'

const STATUS = aCacheStatus()

const TICKET: SculptureTicket = {
  key: 'f1:sculpture:2025:20:Q:NOR',
  path: '/sculptures/archive/2025/20/Q/NOR/fastest',
  header: aHeader(),
  servedFrom: 'memory',
  freshness: 'stale',
  elapsedMs: 0.8,
  bytes: 11_732,
}

/** What a reader gets: the text without the markup, white space made one. */
function textOf(status: CacheStatus | null, ticket: SculptureTicket | null): string {
  return renderToStaticMarkup(<CachePanel status={status} ticket={ticket} onOpen={() => {}} />)
    .replaceAll(/<[^>]+>/g, ' ')
    .replaceAll(/\s+/g, ' ')
}

describe('the cache panel', () => {
  it('shows entries, bytes, look-ups and hit rate as the cache gives them', () => {
    const text = textOf(STATUS, null)
    for (const part of [
      '41 hits',
      '3 stale',
      '7 misses',
      '1 joined',
      '85%',
      '263',
      '8.4 MiB of 64.0 MiB',
      '6.1 MiB of 512 MiB',
    ])
      expect(text).toContain(part)
    expect(text).toContain('2 damaged and removed')
  })

  it('says where this sculpture came from, how fast, how large, and whether it is being checked', () => {
    const text = textOf(STATUS, TICKET)
    expect(text).toContain('From memory in 0.8 ms, 11.5 KiB')
    expect(text).toContain('being checked in the background')
  })

  it('does without numbers until the cache has reported', () => {
    expect(textOf(null, null)).toContain('not reported yet')
  })
})
