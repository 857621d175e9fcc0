// Says a phrase of the list, and finds out which one was said. What the main process says is stored for years (in the
// cache, with tasks, in the log) and read by scripts, so it is English text; a page in another language reads the phrase
// back and says it in its own words. Both use the same list, so that neither can drift away from the other.

import { PHRASES, type PhraseName } from './phrase-list'

type Placeholders<T extends string> = T extends `${string}{${infer N}}${infer Rest}`
  ? N | Placeholders<Rest>
  : never
type PlaceholdersOf<N extends PhraseName> = Placeholders<(typeof PHRASES)[N]>
type Values<N extends PhraseName> = [PlaceholdersOf<N>] extends [never]
  ? []
  : [values: Readonly<Record<PlaceholdersOf<N>, string | number>>]

/** What was said, and its values as they stood in the text. */
export interface ReadPhrase {
  readonly name: PhraseName
  readonly values: Readonly<Record<string, string>>
}

/** In English. */
export function say<N extends PhraseName>(name: N, ...[values]: Values<N>): string {
  return fillIn(PHRASES[name], values ?? {})
}

/** @param template with `{name}` where a value goes; one without a value stays. */
export function fillIn(template: string, values: Readonly<Record<string, string | number>>): string {
  return template.replaceAll(PLACEHOLDER, (whole, name: string) => String(values[name] ?? whole))
}

/** @returns null for what none of the phrases says: names, paths, codes of the system. */
export function readPhrase(text: string): ReadPhrase | null {
  for (const { name, pattern } of patterns()) {
    const match = pattern.exec(text)
    if (match !== null) return { name, values: { ...match.groups } }
  }
  return null
}

const PLACEHOLDER = /\{(\w+)\}/g

/** Values that look like nothing else; any other is as long as it can be. */
const FORMS: Readonly<Record<string, string>> = {
  season: String.raw`\d{4}`,
  round: String.raw`\d+`,
  lap: String.raw`\d+`,
  count: String.raw`\d+`,
  code: String.raw`[A-Z]{1,2}\d?`,
  driver: String.raw`[A-Z0-9]{1,4}`,
  topic: String.raw`[A-Z]\w*(?:\.z)?`,
}

interface Pattern {
  readonly name: PhraseName
  readonly pattern: RegExp
}

let made: readonly Pattern[] | null = null

/** Made when the first is needed: the main process never does. Those with most text of their own first, for they are narrower. */
function patterns(): readonly Pattern[] {
  made ??= (Object.keys(PHRASES) as PhraseName[])
    .toSorted((a, b) => ownLength(PHRASES[b]) - ownLength(PHRASES[a]))
    .map((name) => ({ name, pattern: patternOf(PHRASES[name]) }))
  return made
}

function ownLength(template: string): number {
  return template.replaceAll(PLACEHOLDER, '').length
}

function patternOf(template: string): RegExp {
  const source = template
    .split(/(\{\w+\})/)
    .map((part) => {
      const name = /^\{(\w+)\}$/.exec(part)?.[1]
      return name === undefined
        ? part.replaceAll(/[$()*+.?[\\\]^{|}]/g, String.raw`\$&`)
        : `(?<${name}>${FORMS[name] ?? '.+'})`
    })
    .join('')
  return new RegExp(`^${source}$`, 'u')
}
