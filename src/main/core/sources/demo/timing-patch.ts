// Patches of TimingData as values, and what of them is news: the feed never sends a value twice.

export type PatchValue = string | number | boolean | readonly string[] | Patch
export interface Patch {
  readonly [key: string]: PatchValue
}

/** Mini-sectors are sent for every passage, whatever they showed the lap before: screens go dark in between. */
const ALWAYS_NEWS = 'Segments'

/** Keeps what was sent and lets only the rest through. */
export class News {
  private readonly sent = new Map<string, string | number | boolean>()

  /** What of the patch is new, or null. */
  of(patch: Patch, path = ''): Patch | null {
    const fresh: Record<string, PatchValue> = {}
    let isEmpty = true
    for (const [key, value] of Object.entries(patch)) {
      const place = `${path}/${key}`
      if (isList(value)) {
        for (const gone of value) this.sent.delete(`${path}/${gone}`)
        fresh[key] = value
      } else if (key === ALWAYS_NEWS) {
        fresh[key] = value
      } else if (typeof value === 'object') {
        const inner = this.of(value, place)
        if (inner === null) continue
        fresh[key] = inner
      } else {
        if (this.sent.get(place) === value) continue
        this.sent.set(place, value)
        fresh[key] = value
      }
      isEmpty = false
    }
    return isEmpty ? null : fresh
  }
}

function isList(value: PatchValue): value is readonly string[] {
  return Array.isArray(value)
}
