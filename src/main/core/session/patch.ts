// How a payload of the timing feed is read. A topic is one keyframe followed by sparse patches, in which an array
// of the keyframe is addressed by an object with string indices; readers here treat both alike and take nothing
// of a payload's shape for granted. Pure.

/** An object of the feed, its values still unknown. */
export type FeedRecord = Readonly<Record<string, unknown>>

/** The value as a record; null for anything else, arrays included. */
export function asRecord(value: unknown): FeedRecord | null {
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as FeedRecord) : null
}

/** A record under a key of a record; null where either is missing. */
export function recordAt(parent: FeedRecord | null, key: string): FeedRecord | null {
  return parent === null ? null : asRecord(parent[key])
}

/** A non-empty text under a key: `""` means "cleared" in the feed and reads as null here. */
export function textAt(parent: FeedRecord | null, key: string): string | null {
  const value = parent?.[key]
  return typeof value === 'string' && value !== '' ? value : null
}

/** A whole number under a key, given as a number or as digits; null otherwise. */
export function integerAt(parent: FeedRecord | null, key: string): number | null {
  const value = parent?.[key]
  if (typeof value === 'number') return Number.isSafeInteger(value) ? value : null
  return typeof value === 'string' && /^\d{1,9}$/.test(value) ? Number(value) : null
}

/**
 * Items of a list by index, whether it came as an array (keyframe) or as an object with string indices (patch).
 * Keys that are no index, such as `_deleted` and `_kf`, are left out.
 */
export function indexedItems(value: unknown): readonly (readonly [index: number, item: unknown])[] {
  if (Array.isArray(value)) return value.map((item: unknown, index) => [index, item] as const)
  const record = asRecord(value)
  if (record === null) return []
  return Object.entries(record)
    .filter(([key]) => /^\d{1,4}$/.test(key))
    .map(([key, item]) => [Number(key), item] as const)
}

/** Keys of cars; everything else beside them is no driver. */
export const RACING_NUMBER = /^\d{1,3}$/

/** Per-driver patches of a message: the entries of its `Lines`. */
export function driverPatches(payload: unknown): readonly (readonly [number: string, patch: FeedRecord])[] {
  const lines = recordAt(asRecord(payload), 'Lines')
  if (lines === null) return []
  const patches: (readonly [string, FeedRecord])[] = []
  // A loop, as a race has a hundred thousand messages and lists of entries for each are what it would wait for.
  for (const number of Object.keys(lines)) {
    const patch = RACING_NUMBER.test(number) ? asRecord(lines[number]) : null
    if (patch !== null) patches.push([number, patch])
  }
  return patches
}

const DURATION = /^([+-])?(?:(?:(\d{1,3}):)?(\d{1,3}):)?(\d{1,6})(?:\.(\d+))?$/

/**
 * A duration of the feed (`19.556`, `1:15.586`, `1:02:03.4`, `+1.234`) in ms, rounded to whole ms; null for an
 * empty or unreadable one such as `LAP 12` or `1L`.
 */
export function parseDurationMs(text: string): number | null {
  const match = DURATION.exec(text.trim())
  if (match === null) return null
  const [, sign, hours = '0', minutes = '0', seconds = '0', fraction = '0'] = match
  const wholeMs = ((Number(hours) * 60 + Number(minutes)) * 60 + Number(seconds)) * 1000
  const ms = wholeMs + Math.round(Number(`0.${fraction}`) * 1000)
  return sign === '-' ? -ms : ms
}
