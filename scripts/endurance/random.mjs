// Chance that can be had again: the same seed gives the same row of numbers on every computer.

/**
 * @typedef {object} Chance
 * @property {() => number} next At least 0, less than 1.
 * @property {(from: number, to: number) => number} whole Both ends included.
 * @property {(ratio: number) => boolean} hits True in so large a part of the cases.
 * @property {<T>(items: readonly T[]) => T | undefined} oneOf Undefined of none.
 * @property {<T extends { readonly weight: number }>(items: readonly T[]) => T | undefined} weighted
 */

/**
 * Mulberry32 (Tommy Ettinger, public domain): 32 bits of state, good enough to choose by and nothing else.
 * @param {number} seed A whole number.
 * @returns {Chance}
 */
export function chanceOf(seed) {
  let state = seed >>> 0
  const next = () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
  return {
    next,
    whole: (from, to) => from + Math.floor(next() * (to - from + 1)),
    hits: (ratio) => next() < ratio,
    oneOf: (items) => items[Math.floor(next() * items.length)],
    weighted: (items) => {
      let left = next() * items.reduce((sum, { weight }) => sum + weight, 0)
      return items.find(({ weight }) => (left -= weight) < 0) ?? items.at(-1)
    },
  }
}
