// UTC instants as the feed writes them: `2025-10-25T21:20:53.2037009Z`, 0 to 9 decimals, the Z sometimes missing.

const ZERO = 0x30
const DATE_AND_TIME = '0000-00-00T00:00:00'

/**
 * Reads an instant from bytes, without making a text or a Date of them: a session has tens of thousands.
 *
 * @param end one behind the last byte.
 * @returns epoch microseconds (further decimals are cut off), NaN where the bytes are no such instant.
 */
export function readUtcUs(bytes: Uint8Array, start: number, end: number): number {
  const fractionStart = start + DATE_AND_TIME.length
  if (fractionStart > end) return Number.NaN
  for (let i = 0; i < DATE_AND_TIME.length; i++) {
    const wanted = DATE_AND_TIME.charCodeAt(i)
    const byte = bytes[start + i]!
    if (wanted === ZERO ? !isDigit(byte) : byte !== wanted) return Number.NaN
  }
  const two = (offset: number): number =>
    (bytes[start + offset]! - ZERO) * 10 + bytes[start + offset + 1]! - ZERO
  const month = two(5)
  const day = two(8)
  const hour = two(11)
  const minute = two(14)
  const second = two(17)
  const isInRange =
    month >= 1 && month <= 12 && day >= 1 && day <= 31 && hour <= 23 && minute <= 59 && second <= 59
  const fractionUs = readFractionUs(bytes, fractionStart, end)
  if (!isInRange || Number.isNaN(fractionUs)) return Number.NaN
  return Date.UTC(two(0) * 100 + two(2), month - 1, day, hour, minute, second) * 1000 + fractionUs
}

/** `.1234567Z`, `Z` or nothing. */
function readFractionUs(bytes: Uint8Array, start: number, end: number): number {
  const stop = bytes[end - 1] === 0x5a ? end - 1 : end
  if (start >= stop) return 0
  if (bytes[start] !== 0x2e || stop - start < 2 || stop - start > 10) return Number.NaN
  let fractionUs = 0
  for (let i = 1; i <= 6; i++) {
    const at = start + i
    fractionUs = fractionUs * 10 + (at < stop ? bytes[at]! - ZERO : 0)
  }
  for (let at = start + 1; at < stop; at++) if (!isDigit(bytes[at]!)) return Number.NaN
  return fractionUs
}

function isDigit(byte: number): boolean {
  return byte >= ZERO && byte <= ZERO + 9
}

/** Microseconds to whole milliseconds, ties to the even one, so that rounding does not drift to one side. */
export function roundUsToMs(us: number): number {
  const ms = Math.floor(us / 1000)
  const rest = us - ms * 1000
  if (rest === 500) return ms % 2 === 0 ? ms : ms + 1
  return rest > 500 ? ms + 1 : ms
}
