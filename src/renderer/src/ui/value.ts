// One thing that changes and is told of: what the stores of the rooms are made of. No React.

export interface Value<T> {
  readonly get: () => T
  /** @returns the function that ends the subscription. */
  readonly subscribe: (listener: () => void) => () => void
}

export interface ChangeableValue<T> extends Value<T> {
  /** What comes out the same as before is told to nobody. */
  readonly change: (by: (known: T) => T) => void
}

export function createValue<T>(initial: T): ChangeableValue<T> {
  let value = initial
  const listeners = new Set<() => void>()
  return {
    get: () => value,
    subscribe: (listener) => {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    change: (by) => {
      const next = by(value)
      if (Object.is(next, value)) return
      value = next
      for (const listener of listeners) listener()
    },
  }
}
