// Where recorded sessions come from.

export interface ArchiveHosts {
  /** Ends before `/{year}/…`, e.g. `https://livetiming.formula1.com/static`. Asked in this order. */
  readonly archiveUrls: readonly string[]
  /** Ends before `/{year}.json`. */
  readonly jolpicaUrl: string
}

export const OFFICIAL_HOSTS: ArchiveHosts = {
  archiveUrls: ['https://livetiming.formula1.com/static', 'https://livetiming-mirror.fastf1.dev/static'],
  jolpicaUrl: 'https://api.jolpi.ca/ergast/f1',
}
