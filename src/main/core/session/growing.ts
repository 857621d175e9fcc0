// Typed arrays that grow: the length of a stream is known only when it has been read.

type Column = Float64Array | Float32Array | Int32Array | Uint8Array

/** A copy with room for `capacity` numbers, the rest zero. */
export function grown<T extends Column>(column: T, capacity: number): T {
  const copy = new (column.constructor as new (length: number) => T)(capacity)
  copy.set(column)
  return copy
}

/**
 * The chosen numbers of a column in a buffer of their own.
 *
 * @param order indices into the column; null: its first `length` numbers as they stand.
 */
export function picked<T extends Column>(column: T, order: Int32Array | null, length: number): T {
  if (order === null) return column.slice(0, length) as T
  const copy = new (column.constructor as new (length: number) => T)(order.length)
  for (let i = 0; i < order.length; i++) copy[i] = column[order[i]!]!
  return copy
}
