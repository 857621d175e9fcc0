// The page's own storage. Its origin is a profile's own, so each profile keeps its own choices.

/** @returns null where it is switched off. */
export function pageStorage(): Storage | null {
  try {
    return globalThis.localStorage ?? null
  } catch {
    // SecurityError: storage is switched off.
    return null
  }
}
