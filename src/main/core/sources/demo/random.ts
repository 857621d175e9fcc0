// Repeatable chance for the simulated session: the same text always gives the same numbers, on every machine.
// Not for secrets. Main process or worker; no state outside the returned function.

/** Uniform in [0, 1). */
export type Random = () => number

/**
 * One stream of numbers per text, so that adding a use of chance in one topic does not shift the others.
 * Seeding: FNV-1a over the UTF-16 units; generator: mulberry32 (32 bits of state are plenty for some 10⁵ draws).
 */
export function createRandom(seed: string): Random {
  let state = 0x811c9dc5
  for (let i = 0; i < seed.length; i++) state = Math.imul(state ^ seed.charCodeAt(i), 0x01000193)
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
}

export function between(random: Random, low: number, high: number): number {
  return low + (high - low) * random()
}

/** Bell-shaped in [-1, 1] with standard deviation 1/3: the mean of three uniforms. */
export function bell(random: Random): number {
  return ((random() + random() + random()) / 3) * 2 - 1
}
