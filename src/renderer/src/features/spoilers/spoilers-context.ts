// The way to reveal a weekend, for the parts of the page that offer it: they are many parts deep, and few.

import { createContext } from 'react'
import type { SpoilersStore } from './spoilers-store'

/** Null outside of the gallery's page, as in a test of one part. */
export const SpoilersContext = createContext<SpoilersStore | null>(null)
