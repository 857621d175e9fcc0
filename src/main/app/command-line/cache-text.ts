// What the cache holds, as text.

import type { CacheStatus, CacheUsage, Clearing, UsedBytes } from '@contract/cache'
import { mib, table } from './table'

export function statsText(status: CacheStatus): string {
  const { memory, disk, lookups, health } = status
  const of = ({ bytes, maxBytes }: typeof memory) => `${mib(bytes)} of ${mib(maxBytes)}`
  return table(
    ['cache', status.folder],
    [
      ['sculptures', String(status.sculpture_keys)],
      ['sessions', String(status.session_keys)],
      ['in memory', of(memory)],
      ['on disk', of(disk.sculptures)],
      ['raw topics', `${disk.raw.entries}, ${of(disk.raw)}`],
      [
        'look-ups',
        `${lookups.hit} hits, ${lookups.stale} stale, ${lookups.miss} misses, ${lookups.inflight} joined`,
      ],
      ['hit rate', `${Math.round(status.hitRate * 100)} %`],
      ['waiting saved', `${(status.savedMs / 1000).toFixed(1)} s`],
      ...(status.corrupt > 0 ? [['damaged', `${status.corrupt} found and removed`]] : []),
      ...(health.trouble === null ? [] : [['trouble', health.trouble.message]]),
    ],
  )
}

export function usageText({ seasons, other, freeBytes }: CacheUsage): string {
  const row = (
    name: string,
    { entries, bytes, isPinned }: { entries: number; bytes: UsedBytes; isPinned: boolean },
  ) => [
    name,
    String(entries),
    mib(bytes.sculptures),
    mib(bytes.laps),
    mib(bytes.raw),
    mib(bytes.sculptures + bytes.laps + bytes.raw),
    isPinned ? 'pinned' : '',
  ]
  const rows = seasons.flatMap((season) => [
    row(String(season.season), season),
    ...season.sessions.map((session) => row(`  ${session.round} ${session.session}`, session)),
  ])
  return [
    rows.length === 0 && other.entries === 0
      ? 'the cache is empty'
      : table(['', 'entries', 'sculptures', 'laps', 'raw', 'together', ''], rows),
    ...(other.entries > 0 ? [`of no season: ${other.entries} entries, ${mib(other.bytes)}`] : []),
    ...(freeBytes === null ? [] : [`free on this disk: ${mib(freeBytes)}`]),
  ].join('\n')
}

/** `12 entries, 1.4 MiB, 2 of them pinned.` */
export function planText({ entries, bytes, pinned }: Clearing): string {
  const pins = pinned > 0 ? `, ${pinned} of them pinned` : ''
  return `${entries} entries, ${mib(bytes.results + bytes.raw)}${pins}.`
}

export function clearedText(cleared: Clearing): string {
  return cleared.entries === 0 ? 'there was nothing to clear' : `cleared: ${planText(cleared)}`
}
