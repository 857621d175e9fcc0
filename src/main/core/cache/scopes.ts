// Which entries a person means by "this session" or "this season". Pure.

import type { ClearScope } from '@contract/cache'
import { parseKey, type ParsedKey } from '@contract/ids'
import type { BlobMetadata } from '../ports'

export type Tier = 'results' | 'raw'

export interface Subject {
  readonly key: string
  /** Of what it is a part; null when it says neither by its key nor by its metadata. */
  readonly part: ParsedKey | null
}

const parsed = new Map<string, ParsedKey | null>()
/** The keys of some years of everything; beyond, those seen first are taken apart again. */
const MOST_PARSED = 100_000

/** Statuses and usage are asked for often and keys do not change: each is taken apart once. */
function parseOnce(key: string): ParsedKey | null {
  const known = parsed.get(key)
  if (known !== undefined) return known
  if (parsed.size >= MOST_PARSED) parsed.clear()
  const result = parseKey(key)
  parsed.set(key, result)
  return result
}

export function subjectOf({
  key,
  metadata,
}: {
  readonly key: string
  readonly metadata: BlobMetadata
}): Subject {
  return { key, part: parseOnce(metadata.belongsTo ?? key) }
}

/** The kind of a result, by its key alone. */
export function kindOf(key: string): ParsedKey['kind'] | null {
  return parseOnce(key)?.kind ?? null
}

export function isWithin(scope: ClearScope, { key, part }: Subject, tier: Tier): boolean {
  switch (scope.kind) {
    case 'all':
      return true
    case 'raw':
      return tier === 'raw'
    case 'sculptures':
      return tier === 'results' && part?.kind === 'sculpture'
    case 'sessions':
      return tier === 'results' && part?.kind === 'session'
    case 'season':
      return part?.season === scope.season
    case 'session':
      return (
        (part?.kind === 'session' || part?.kind === 'sculpture') &&
        part.season === scope.season &&
        part.round === scope.round &&
        part.session === scope.session
      )
    case 'key':
      return key === scope.key
  }
}
