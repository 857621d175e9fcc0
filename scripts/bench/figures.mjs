// What was measured, as numbers: a summary of each, a table of all, and what has moved since another time.

/**
 * @typedef {object} Figure One number that was measured, with every value that was found for it.
 * @property {string} part The benchmark it belongs to: `decode`, `cache`, ...
 * @property {string} name
 * @property {string} unit
 * @property {readonly number[]} values
 * @property {{ name: string, values: readonly number[] }} [floor] What the same run took for something known: the
 *   least that any program has to do, a rival, or the same without what is looked at.
 *
 * @typedef {object} BenchRecord
 * @property {1} version
 * @property {string} machine
 * @property {string} at ISO instant.
 * @property {readonly Figure[]} figures
 *
 * @typedef {object} Move
 * @property {Figure} before
 * @property {Figure} after
 * @property {number} ratio After by before, of what was compared.
 * @property {'values' | 'floor'} by
 */

/** A smaller change is not worth a look, however steady the numbers are (share of one). */
const LEAST_CHANGE = 0.05
/** From so many values on the middle half of them tells what is usual; of fewer, all have to agree. */
const ENOUGH_FOR_QUARTILES = 5

/**
 * @param {readonly number[]} values Not empty.
 * @returns {{ median: number, low: number, high: number }} `low` to `high`: the middle half, or all of a few.
 */
export function summarise(values) {
  const sorted = [...values].sort((a, b) => a - b)
  /** @param {number} ratio */
  const at = (ratio) => sorted[Math.round(ratio * (sorted.length - 1))] ?? Number.NaN
  const isEnough = sorted.length >= ENOUGH_FOR_QUARTILES
  return { median: at(0.5), low: at(isEnough ? 0.25 : 0), high: at(isEnough ? 0.75 : 1) }
}

/**
 * @param {Figure} figure
 * @returns {readonly number[] | null} Each value by the floor's of its turn where there are as many of both, else by
 *   the floor's median; null without a floor.
 */
export function ratios({ values, floor }) {
  if (floor === undefined || floor.values.length === 0) return null
  const middle = summarise(floor.values).median
  const isPaired = floor.values.length === values.length
  return values.map((value, turn) => value / (isPaired ? (floor.values[turn] ?? middle) : middle))
}

/**
 * A figure with a floor is compared by their ratio, which is that of another machine too.
 *
 * @param {BenchRecord} before
 * @param {BenchRecord} after
 * @returns {{ moved: readonly Move[], compared: number, missing: readonly Figure[] }} `moved`: the ones whose usual
 *   values have nothing in common; `missing`: in `before` only.
 */
export function compare(before, after) {
  /** @param {Figure} figure */
  const keyOf = ({ part, name, unit }) => JSON.stringify([part, name, unit])
  const now = new Map(after.figures.map((figure) => [keyOf(figure), figure]))
  /** @type {Move[]} */
  const moved = []
  /** @type {Figure[]} */
  const missing = []
  for (const old of before.figures) {
    const figure = now.get(keyOf(old))
    if (figure === undefined) {
      missing.push(old)
      continue
    }
    const [was, is] = [ratios(old), ratios(figure)]
    const by = was !== null && is !== null ? 'floor' : 'values'
    const a = summarise(by === 'floor' && was !== null ? was : old.values)
    const b = summarise(by === 'floor' && is !== null ? is : figure.values)
    const isApart = b.low > a.high || b.high < a.low
    const ratio = b.median / a.median
    if (isApart && !(Math.abs(ratio - 1) <= LEAST_CHANGE))
      moved.push({ before: old, after: figure, ratio, by })
  }
  return { moved, compared: before.figures.length - missing.length, missing }
}

/**
 * @param {BenchRecord} record
 * @returns {readonly (readonly string[])[]} The titles and a row for each figure.
 */
export function tableOf({ figures }) {
  return [
    ['part', 'figure', 'median', 'usual', 'unit', 'runs', 'ratio', 'to'],
    ...figures.map((figure) => {
      const { part, name, unit, values, floor } = figure
      const { median, low, high } = summarise(values)
      const byFloor = ratios(figure)
      return [
        part,
        name,
        short(median),
        values.length === 1 ? '' : `${short(low)} to ${short(high)}`,
        unit,
        `${values.length}`,
        byFloor === null ? '' : summarise(byFloor).median.toFixed(2),
        floor?.name ?? '',
      ]
    }),
  ]
}

/**
 * @param {readonly (readonly string[])[]} rows
 * @returns {string} In columns.
 */
export function inColumns(rows) {
  const widths = (rows[0] ?? []).map((_, column) => Math.max(...rows.map((row) => row[column]?.length ?? 0)))
  return rows.map((row) => row.map((cell, i) => cell.padEnd(widths[i] ?? 0)).join('  ').trimEnd()).join('\n') // prettier-ignore
}

/**
 * @param {number} value
 * @returns {string} Three figures, whole thousands unrounded.
 */
export function short(value) {
  if (!Number.isFinite(value)) return '-'
  return Math.abs(value) >= 100 ? value.toFixed(0) : `${Number(value.toPrecision(3))}`
}

/**
 * @param {string} text
 * @returns {BenchRecord}
 * @throws {SyntaxError} If it is no record of this kind.
 */
export function readRecord(text) {
  /** @type {unknown} */
  const found = JSON.parse(text)
  if (!isRecord(found)) throw new SyntaxError('This is no record of measurements of version 1.')
  return found
}

/**
 * @param {unknown} found
 * @returns {found is BenchRecord}
 */
function isRecord(found) {
  if (!isObject(found) || found['version'] !== 1 || typeof found['machine'] !== 'string') return false
  const { figures } = found
  return Array.isArray(figures) && figures.every(isFigure)
}

/** @param {unknown} found */
function isFigure(found) {
  if (!isObject(found)) return false
  const { part, name, unit, values, floor } = found
  const isNamed = [part, name, unit].every((word) => typeof word === 'string')
  const isBeside = floor === undefined || (isObject(floor) && typeof floor['name'] === 'string' && areNumbers(floor['values'])) // prettier-ignore
  return isNamed && areNumbers(values) && isBeside
}

/** @param {unknown} found */
function areNumbers(found) {
  return Array.isArray(found) && found.length > 0 && found.every((each) => typeof each === 'number')
}

/**
 * @param {unknown} found
 * @returns {found is Record<string, unknown>}
 */
function isObject(found) {
  return typeof found === 'object' && found !== null && !Array.isArray(found)
}
