// The messages of the gallery as the help explains them: one entry for each code of the contract's table, so that none
// can be missing, and a few matters that have no code. Pure.

import { ERROR_CODES, ERROR_WORDS, type ErrorCode, type Retry } from '@contract/errors'
import { troubleHint, troubleTitle } from '../../ui/trouble-text'
import { TROUBLE_WORDS } from '../../ui/words'
import { OTHER_MATTERS, type OtherMatter } from '../../ui/words/subjects'

export type TroubleArea = keyof typeof TROUBLE_WORDS.areas

export interface TroubleEntry {
  readonly id: ErrorCode | OtherMatter
  readonly title: string
  readonly meaning: string
  readonly hint: string
  readonly more: readonly string[]
  /** Null where nothing was asked for that could be asked again. */
  readonly retry: Retry | null
}

export interface TroubleGroup {
  readonly area: TroubleArea
  readonly entries: readonly TroubleEntry[]
}

/** By areas, in the order in which they are listed. */
export function troubleGroups(): readonly TroubleGroup[] {
  const groups = new Map<TroubleArea, TroubleEntry[]>()
  for (const area of AREAS) groups.set(area, [])
  for (const matter of OTHER_MATTERS) groups.get('desktop')?.push(entryOfMatter(matter))
  for (const code of ERROR_CODES) groups.get(areaOf(code))?.push(entryOfCode(code))
  return AREAS.map((area) => ({ area, entries: groups.get(area) ?? [] }))
}

/**
 * Whether what somebody typed or pasted means this entry: all of its words are in it, or it is a whole message, which
 * begins with the title and goes on with its subject.
 */
export function fits(entry: TroubleEntry, search: string): boolean {
  const typed = plain(search)
  if (typed === '') return true
  const title = plain(entry.title)
  if (typed.includes(title)) return true
  const text = plain([entry.id, entry.title, entry.meaning, entry.hint, ...entry.more].join(' '))
  return typed.split(' ').every((word) => text.includes(word))
}

/** The groups with what fits, without those of which nothing does. */
export function search(groups: readonly TroubleGroup[], typed: string): readonly TroubleGroup[] {
  return groups
    .map(({ area, entries }) => ({ area, entries: entries.filter((entry) => fits(entry, typed)) }))
    .filter(({ entries }) => entries.length > 0)
}

function entryOfCode(code: ErrorCode): TroubleEntry {
  const title = troubleTitle(code)
  return {
    id: code,
    // In a message its subject follows; by itself it would seem to be cut off.
    title: code === 'calendar/no-events' ? TROUBLE_WORDS.subjectFollows(title) : title,
    meaning: TROUBLE_WORDS.meanings[code],
    hint: troubleHint({ code }),
    more: TROUBLE_WORDS.more[code] ?? [],
    retry: ERROR_WORDS[code].retry,
  }
}

function entryOfMatter(id: OtherMatter): TroubleEntry {
  return { id, ...TROUBLE_WORDS.others[id], more: [], retry: null }
}

const AREAS = Object.keys(TROUBLE_WORDS.areas) as readonly TroubleArea[]

type Prefix<Code> = Code extends `${infer Before}/${string}` ? Before : never

/** By what stands before the slash. What a person would look for in one place stands in one. */
const AREA_OF_PREFIX: Readonly<Record<Prefix<ErrorCode>, TroubleArea>> = {
  source: 'source',
  calendar: 'session',
  session: 'session',
  driver: 'session',
  lap: 'session',
  sculpture: 'session',
  cache: 'cache',
  task: 'task',
  schedule: 'task',
  settings: 'settings',
  export: 'export',
  ipc: 'internal',
  cli: 'cli',
  internal: 'internal',
}

function areaOf(code: ErrorCode): TroubleArea {
  return AREA_OF_PREFIX[code.split('/')[0] as Prefix<ErrorCode>]
}

/** Without case, accents, signs and doubled spaces. */
function plain(text: string): string {
  return text
    .normalize('NFD')
    .toLowerCase()
    .replace(/[^\p{Letter}\p{Number}]+/gu, ' ')
    .trim()
}
