// Which weekends may tell their results while the gallery is spoiler-free.

export interface Weekend {
  readonly season: number
  readonly round: number
}

/**
 * A mark instead of every weekend before it, and single ones. Those up to the mark are revealed, later ones are not;
 * `others` are the other way round: revealed after the mark, hidden again before it.
 */
export interface Revealed {
  readonly upTo: Weekend | null
  readonly others: readonly Weekend[]
}

export const NOTHING_REVEALED: Revealed = { upTo: null, others: [] }

/** Twelve whole seasons: whoever has revealed those one by one has seen what there is. The oldest gives way. */
export const MOST_OTHER_WEEKENDS = 300
