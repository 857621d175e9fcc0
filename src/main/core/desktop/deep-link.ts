// Links that open a sculpture from elsewhere: `sculpture://2025/20/Q/NOR`, with `?lap=12` and `&source=demo` where they
// are wanted. They come from strangers: what is not exactly of this form is no link, and nothing of it is used.

import type { SculptureId } from '@contract/ids'
import { sculptureIdSchema } from '@contract/validators'

export const LINK_SCHEME = 'sculpture'

/** The longest that is right has 53 characters; beyond this nothing is even looked at. */
const MOST_CHARACTERS = 100

const FORM = new RegExp(
  `^${LINK_SCHEME}://(\\d{4})/(\\d{1,2})/([A-Z0-9]{1,3})/([A-Z0-9]{1,4})/?(?:\\?(.*))?$`,
)
const LAP = /^[1-9]\d{0,2}$/

/** Without a source it means the recorded session. @returns null for whatever is no such link; never throws. */
export function parseDeepLink(text: string): SculptureId | null {
  if (text.length > MOST_CHARACTERS) return null
  const [match, season, round, session, driver, query] = FORM.exec(text) ?? []
  const options = match === undefined ? null : readOptions(query)
  if (options === null) return null
  const { lap, source = 'archive' } = options
  if (lap !== undefined && !LAP.test(lap)) return null
  const id = sculptureIdSchema.safeParse({
    source,
    season: Number(season),
    round: Number(round),
    session,
    driver,
    lap: lap === undefined ? 'fastest' : Number(lap),
  })
  return id.success ? id.data : null
}

interface LinkOptions {
  readonly lap?: string
  readonly source?: string
}

/** @returns null where an option is unknown, empty or there twice: it might have meant something else. */
function readOptions(query: string | undefined): LinkOptions | null {
  const options = new Map<string, string>()
  for (const part of query === undefined ? [] : query.split('&')) {
    const [, name, value] = /^(lap|source)=([a-z0-9]+)$/.exec(part) ?? []
    if (name === undefined || value === undefined || options.has(name)) return null
    options.set(name, value)
  }
  return Object.fromEntries(options)
}
