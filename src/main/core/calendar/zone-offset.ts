// How far the clocks of a time zone are from UTC. The rules are those of the ICU tables that come with the runtime.

const HOUR_MS = 3_600_000
const MINUTE_MS = 60_000

/**
 * @param timeZone an IANA name. @param at epoch ms.
 * @returns ms, east of UTC is positive; null where the offset has seconds (none has since 1972).
 * @throws RangeError for a zone that does not exist.
 */
export function zoneOffsetMs(timeZone: string, at: number): number | null {
  const parts = formatOf(timeZone).formatToParts(at)
  // `GMT-06:00`, and plain `GMT` for none.
  const text = parts.find(({ type }) => type === 'timeZoneName')?.value ?? ''
  const [, sign, hours, minutes] = /^GMT(?:([+-])(\d{2}):(\d{2}))?$/.exec(text) ?? []
  if (sign === undefined) return text === 'GMT' ? 0 : null
  return (sign === '-' ? -1 : 1) * (Number(hours) * HOUR_MS + Number(minutes) * MINUTE_MS)
}

const formats = new Map<string, Intl.DateTimeFormat>()

/** Making a format costs a hundred times more than using it, and a season asks some five hundred times. */
function formatOf(timeZone: string): Intl.DateTimeFormat {
  const known = formats.get(timeZone)
  if (known !== undefined) return known
  const made = new Intl.DateTimeFormat('en-US', { timeZone, timeZoneName: 'longOffset' })
  formats.set(timeZone, made)
  return made
}
