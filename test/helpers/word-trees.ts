// Words in two languages, laid side by side: for every way into the tree what stands at its end.

import type { Language } from '@contract/language'
import { vi } from 'vitest'

export type Leaf = string | null | ((...values: unknown[]) => string)

/** By path, e.g. `stage.summary`. */
export function leavesOf(tree: object, path = ''): ReadonlyMap<string, Leaf> {
  return new Map(
    Object.entries(tree).flatMap(([name, value]: [string, Leaf | object]) => {
      const here = path === '' ? name : `${path}.${name}`
      return typeof value === 'object' && value !== null
        ? [...leavesOf(value, here)]
        : [[here, value] as const]
    }),
  )
}

/** A module of the page as it is in a document of this language. Nobody else gets to see it. */
export async function inLanguage<T>(language: Language, load: () => Promise<T>): Promise<T> {
  vi.resetModules()
  vi.stubGlobal('document', { documentElement: { lang: language } })
  try {
    return await load()
  } finally {
    vi.unstubAllGlobals()
    vi.resetModules()
  }
}

/** Different in any text they appear in, and above one, so that plurals are plural. */
const VALUES = [1101, 2202, 3303, 4404, 5505, 6606]

/**
 * What a leaf says. A function is given numbers, or texts where it needs them, or what `samples` has for it: where a
 * value is one of a closed list.
 */
export function said(
  path: string,
  leaf: Leaf,
  samples: Readonly<Record<string, readonly unknown[]>>,
): string {
  if (typeof leaf !== 'function') return leaf ?? ''
  const given = samples[path]
  if (given !== undefined) return leaf(...given)
  const values = VALUES.slice(0, leaf.length)
  try {
    return leaf(...values)
  } catch {
    // A TypeError of a number that is treated as text.
    return leaf(...values.map(String))
  }
}

/** Whether there are words in it at all, beyond the values that were put in. */
export function hasWords(text: string): boolean {
  return /\p{L}{2}/u.test(text)
}
