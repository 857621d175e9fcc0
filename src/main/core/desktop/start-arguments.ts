// What a start asks for, by its arguments: those of this process, or those a second start hands over. Chromium and the
// desktop add switches of their own among them, so what is not ours is passed over, never obeyed.

import { LINK_SCHEME, type SculptureLink } from '@contract/link'
import { parseDeepLink } from './deep-link'

export const HIDDEN_SWITCH = '--hidden'

/** More arguments than any desktop gives; the rest is not looked at. */
const MOST_ARGUMENTS = 64

export interface StartArguments {
  /** Begin in the tray, without a window. */
  readonly isHidden: boolean
  readonly link: SculptureLink | null
  /** Something called itself a link of ours and is none. */
  readonly hasBadLink: boolean
}

/** Two links are none: nobody sends two, and which one was meant cannot be known. */
export function readStartArguments(args: readonly string[]): StartArguments {
  const known = args.slice(0, MOST_ARGUMENTS)
  const links = known.filter((arg) => arg.startsWith(`${LINK_SCHEME}:`))
  const [only] = links
  const link = only === undefined || links.length > 1 ? null : parseDeepLink(only)
  return { isHidden: known.includes(HIDDEN_SWITCH), link, hasBadLink: links.length > 0 && link === null }
}
