// Names and equality of wishes. Pure.

import type { SourceKind } from '@contract/ids'
import type { TaskKind } from '@contract/tasks'
import type { WarmRequest } from '@contract/warming'

/** Two wishes that come to the same run. */
export function isSameWish(a: WarmRequest, b: WarmRequest): boolean {
  return wishKey(a) === wishKey(b)
}

function wishKey({ drivers, ...rest }: WarmRequest): string {
  const sorted = Object.entries(rest).sort(([a], [b]) => (a < b ? -1 : 1))
  const codes = drivers?.kind === 'list' ? { ...drivers, codes: [...drivers.codes].sort() } : drivers
  return JSON.stringify([sorted, codes ?? null])
}

/** What a wish is called where tasks are listed: `2025:20`, `recent`. */
export function wishSubject(request: WarmRequest): string {
  switch (request.kind) {
    case 'recent':
      return request.season === undefined ? 'recent' : `recent:${request.season}`
    case 'race':
      return `${request.season}:${request.round}`
    case 'season':
      return String(request.season)
  }
}

/** True for a source whose topics come over the network. */
export function needsNetwork(source: SourceKind): boolean {
  return source === 'archive'
}

const KINDS = { recent: 'warm-recent', race: 'warm-race', season: 'warm-season' } as const

export function wishKind({ kind }: WarmRequest): Extract<TaskKind, `warm-${string}`> {
  return KINDS[kind]
}
