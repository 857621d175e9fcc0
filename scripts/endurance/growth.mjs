// Whether something grows that should not: from samples taken over a long use. Pure.

/**
 * @typedef {Readonly<Record<string, number>>} Sample By name of what is measured.
 * @typedef {object} Allowance What may be added to the lowest of the early samples.
 * @property {number} ratio Of the lowest itself.
 * @property {number} fixed In its own unit: small numbers jump by more than a ratio.
 */

/** With fewer samples no part of them is long enough to have been everywhere once. */
const LEAST_SAMPLES = 8

/**
 * Compares the lowest of the last quarter with the lowest of the second one. The lowest, because what is on the screen at
 * the moment of a sample goes up and down, and a leak raises the floor; the second quarter, because in the first one the
 * rooms are entered for the first time, and code is loaded.
 * @param {readonly Sample[]} samples In the order in which they were taken.
 * @param {Readonly<Record<string, Allowance>>} allowances
 * @returns {string[]} What has grown, in words; nothing of fewer samples than can be compared.
 */
export function growthOf(samples, allowances) {
  if (samples.length < LEAST_SAMPLES) return []
  const quarter = Math.floor(samples.length / 4)
  const early = samples.slice(quarter, 2 * quarter)
  const late = samples.slice(-quarter)
  return Object.entries(allowances).flatMap(([name, { ratio, fixed }]) => {
    const [before, after] = [lowest(early, name), lowest(late, name)]
    const most = before * (1 + ratio) + fixed
    return after > most
      ? [`${name} has grown from ${before} to ${after}; ${Math.round(most)} is allowed`]
      : []
  })
}

/** @param {readonly Sample[]} samples @param {string} name */
function lowest(samples, name) {
  return Math.min(...samples.map((sample) => sample[name] ?? 0))
}

/**
 * @param {readonly Sample[]} early
 * @param {Sample} late
 * @param {Readonly<Record<string, Allowance>>} allowances Added to the highest of the early ones.
 * @returns {string[]}
 */
export function growthBetween(early, late, allowances) {
  return Object.entries(allowances).flatMap(([name, { ratio, fixed }]) => {
    const before = Math.max(...early.map((sample) => sample[name] ?? 0))
    const after = late[name] ?? 0
    const most = before * (1 + ratio) + fixed
    return after > most
      ? [`${name} has grown from ${before} to ${after}; ${Math.round(most)} is allowed`]
      : []
  })
}
