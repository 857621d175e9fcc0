// The wall cut into rows, so that only those in sight have to exist: each group's heading with its first block, then
// row after row of cards, and below them the season. Pure.

import type { WallItem } from '@contract/wall'
import type { SeasonRound } from './season-marks'
import { blockOf, cardsShown, type WallGroup } from './wall-groups'

export interface GroupPart {
  readonly key: string
  readonly group: WallGroup
  readonly items: readonly WallItem[]
  /** Place of the first of them in the group, from 0. */
  readonly from: number
}

export type WallRow =
  /** Heading and first block. `folded`: how many are seen while the group is folded; null where it cannot be. */
  | ({ readonly kind: 'lead'; readonly folded: number | null } & GroupPart)
  | ({ readonly kind: 'cards' } & GroupPart)
  | { readonly kind: 'season'; readonly key: string; readonly season: number }
  | { readonly kind: 'round'; readonly key: string; readonly round: SeasonRound }

export interface Unfolding {
  readonly columns: number
  /** Keys of groups that are shown whole. */
  readonly unfolded: ReadonlySet<string>
  /** Who looks for something sees all that was found. */
  readonly isFolding: boolean
}

export function wallRows(
  groups: readonly WallGroup[],
  { columns, unfolded, isFolding }: Unfolding,
): readonly WallRow[] {
  const block = blockOf(columns)
  return groups.flatMap((group, place) => {
    const few = cardsShown(columns, place === 0 ? 'first' : 'later')
    const canFold = isFolding && group.items.length > few
    const shown = canFold && !unfolded.has(group.key) ? group.items.slice(0, few) : group.items
    const rows: WallRow[] = [
      {
        kind: 'lead',
        key: group.key,
        group,
        items: shown.slice(0, block),
        from: 0,
        folded: canFold ? few : null,
      },
    ]
    for (let from = block; from < shown.length; from += columns)
      rows.push({
        kind: 'cards',
        key: `${group.key} from ${from}`,
        group,
        items: shown.slice(from, from + columns),
        from,
      })
    return rows
  })
}

export function seasonRows(season: number, rounds: readonly SeasonRound[]): readonly WallRow[] {
  if (rounds.length === 0) return []
  return [
    { kind: 'season', key: `season of ${season}`, season },
    ...rounds.map((round) => ({ kind: 'round' as const, key: `round ${round.round}`, round })),
  ]
}

/** The row in which a sculpture hangs, or -1. @param key as WallItem.key. */
export function rowOf(rows: readonly WallRow[], key: string): number {
  return rows.findIndex((row) => 'items' in row && row.items.some((item) => item.key === key))
}
