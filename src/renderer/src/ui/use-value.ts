// Values of the stores, and the time of day, as components see them.

import { useEffect, useState, useSyncExternalStore } from 'react'
import type { Value } from './value'

export function useValue<T>(value: Value<T>): T {
  return useSyncExternalStore(value.subscribe, value.get, value.get)
}

/** Epoch ms, renewed so often. */
export function useNow(everyMs: number): number {
  const [now, setNow] = useState(() => Date.now())
  useEffect(() => {
    const timer = setInterval(() => setNow(Date.now()), everyMs)
    return () => clearInterval(timer)
  }, [everyMs])
  return now
}
