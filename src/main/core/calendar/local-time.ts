// Instants by the clock of a circuit, in ISO 8601. Pure.

const MINUTE_MS = 60_000

/** `-06:00`, `+05:30`. @param offsetMs east of UTC is positive. */
export function utcOffset(offsetMs: number): string {
  const minutes = Math.round(Math.abs(offsetMs) / MINUTE_MS)
  const two = (value: number) => String(value).padStart(2, '0')
  return `${offsetMs < 0 ? '-' : '+'}${two(Math.floor(minutes / 60))}:${two(minutes % 60)}`
}

/** `2025-10-25T15:00:00-06:00`: the instant (epoch ms) as a clock with that offset shows it. */
export function isoWithOffset(at: number, offsetMs: number): string {
  return `${new Date(at + offsetMs).toISOString().slice(0, 19)}${utcOffset(offsetMs)}`
}
