// Reads links that open a sculpture from elsewhere: `sculpture://2025/20/Q/NOR`, with `?lap=12`, `&source=demo` and
// `&camera=…` where they are wanted. They come from strangers: what is not exactly of this form is no link, and nothing of
// it is used.

import {
  cameraPoseSchema,
  LINK_SCHEME,
  POSE_FIELDS,
  type CameraPose,
  type SculptureLink,
} from '@contract/link'
import { sculptureIdSchema } from '@contract/validators'

/** The longest that is right has 91 characters; beyond this nothing is even looked at. */
const MOST_CHARACTERS = 100

const FORM = new RegExp(
  `^${LINK_SCHEME}://(\\d{4})/(\\d{1,2})/([A-Z0-9]{1,3})/([A-Z0-9]{1,4})/?(?:\\?(.*))?$`,
)
const LAP = /^[1-9]\d{0,2}$/
/** One written form a number: no sign of nought, no noughts before it. */
const POSE_NUMBER = /^(?:0|-?[1-9]\d{0,3})$/

/** Without a source it means the recorded session. @returns null for whatever is no such link; never throws. */
export function parseDeepLink(text: string): SculptureLink | null {
  if (text.length > MOST_CHARACTERS) return null
  const [match, season, round, session, driver, query] = FORM.exec(text) ?? []
  const options = match === undefined ? null : readOptions(query)
  if (options === null) return null
  const { lap, source = 'archive' } = options
  if (lap !== undefined && !LAP.test(lap)) return null
  const camera = options.camera === undefined ? null : readPose(options.camera)
  if (camera === null && options.camera !== undefined) return null
  const id = sculptureIdSchema.safeParse({
    source,
    season: Number(season),
    round: Number(round),
    session,
    driver,
    lap: lap === undefined ? 'fastest' : Number(lap),
  })
  return id.success ? { id: id.data, camera } : null
}

interface LinkOptions {
  readonly lap?: string
  readonly source?: string
  readonly camera?: string
}

/** @returns null where an option is unknown, empty or there twice: it might have meant something else. */
function readOptions(query: string | undefined): LinkOptions | null {
  const options = new Map<string, string>()
  for (const part of query === undefined ? [] : query.split('&')) {
    const [, name, value] = /^(lap|source|camera)=([a-z0-9.-]+)$/.exec(part) ?? []
    if (name === undefined || value === undefined || options.has(name)) return null
    options.set(name, value)
  }
  return Object.fromEntries(options)
}

/** @returns null for anything but a pose within its bounds. */
function readPose(text: string): CameraPose | null {
  const numbers = text.split('.')
  if (numbers.length !== POSE_FIELDS.length || !numbers.every((each) => POSE_NUMBER.test(each))) return null
  const pose = cameraPoseSchema.safeParse(
    Object.fromEntries(POSE_FIELDS.map((field, i) => [field, Number(numbers[i])])),
  )
  return pose.success ? pose.data : null
}
