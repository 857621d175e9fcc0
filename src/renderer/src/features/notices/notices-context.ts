// The notices for the parts of the page that tell or list them. A room is many parts deep, and few of them do.

import { createContext } from 'react'
import type { Notices } from './notices'

/** Null outside of the gallery's page, as in a test of one part. */
export const NoticesContext = createContext<Notices | null>(null)
