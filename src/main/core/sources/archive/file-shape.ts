// Whether bytes can be what was asked for, judged by their two ends: enough to refuse a log-in page or half a file
// before it is kept for good. What lies between is the decoder's business.

/** A byte order mark or none, twelve characters of time, an object or a string. */
const STREAM_BEGINNING = /^\uFEFF?\d{2}:\d{2}:\d{2}\.\d{3}[{"]/
const JSON_BEGINNING = /^\uFEFF?\s*\{/
const BEGINNING_BYTES = 64

const LINE_FEED = 10
const TIME_LENGTH = 12

export function looksLikeJson(bytes: Uint8Array): boolean {
  return beginsWith(bytes, JSON_BEGINNING)
}

/** Every stream ends with a line break; one whose last line is whole without it is let pass. */
export function looksLikeStream(bytes: Uint8Array): boolean {
  return beginsWith(bytes, STREAM_BEGINNING) && endsWithWholeLine(bytes)
}

/** An empty file begins with nothing; the decoder says what that means. */
function beginsWith(bytes: Uint8Array, beginning: RegExp): boolean {
  if (bytes.byteLength === 0) return true
  const start = bytes.subarray(0, BEGINNING_BYTES)
  return beginning.test(new TextDecoder('utf-8', { ignoreBOM: true }).decode(start))
}

/** A host that announces fewer bytes than it has makes a file that ends in the middle of a line. */
function endsWithWholeLine(bytes: Uint8Array): boolean {
  const start = bytes.lastIndexOf(LINE_FEED) + 1
  if (start === bytes.byteLength) return true
  try {
    JSON.parse(new TextDecoder().decode(bytes.subarray(start)).slice(TIME_LENGTH))
    return true
  } catch {
    // SyntaxError: the line was cut.
    return false
  }
}
