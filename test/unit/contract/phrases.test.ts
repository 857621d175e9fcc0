import { readdirSync, readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { fillIn, readPhrase } from '@contract/phrases'
import { PHRASES, type PhraseName } from '@contract/phrase-list'
import { GERMAN_PHRASES } from '@renderer/ui/words/german/phrases'

const names = Object.keys(PHRASES) as PhraseName[]

/** Of the forms that values have, by their names; any other is a number. */
const FORMS: Readonly<Record<string, fc.Arbitrary<string>>> = {
  season: fc.integer({ min: 2018, max: 2030 }).map(String),
  code: fc.constantFrom('FP1', 'Q', 'SQ', 'R'),
  driver: fc.constantFrom('NOR', 'VER', '44'),
  topic: fc.constantFrom('TimingData', 'CarData.z', 'Position.z'),
  event: fc.constantFrom('Monaco Grand Prix', 'São Paulo Grand Prix'),
  session: fc.constantFrom('Race', 'Practice 1', 'Sprint Qualifying'),
  channel: fc.constantFrom('lateral G', 'speed'),
  zone: fc.constantFrom('Europe/Paris', 'UTC'),
}

const placeholdersIn = (template: string) => [...template.matchAll(/\{(\w+)\}/g)].map(([, name]) => name!)

const valuesOf = (name: PhraseName) =>
  fc.record(
    Object.fromEntries(
      placeholdersIn(PHRASES[name]).map((each) => [each, FORMS[each] ?? fc.nat(999).map(String)]),
    ),
  )

describe('phrases', () => {
  it.each(names)('%s is read back as it was said', (name) => {
    fc.assert(
      fc.property(valuesOf(name), (values) => {
        expect(readPhrase(fillIn(PHRASES[name], values))).toEqual({ name, values })
      }),
      { numRuns: 20 },
    )
  })

  it.each(names)('%s has the same values in German', (name) => {
    expect(placeholdersIn(GERMAN_PHRASES[name]).toSorted()).toEqual(placeholdersIn(PHRASES[name]).toSorted())
  })

  it('are not found in what the system says', () => {
    for (const text of ['EACCES', '/home/ada/laps', 'example.org', 'Monaco', 'f1:2025:20:Q:NOR'])
      expect(readPhrase(text)).toBeNull()
  })
})

describe('what the main process says to people', () => {
  /** The command line speaks English; what strangers and bugs are told of is for the log. */
  const ENGLISH_ONLY =
    /command-line|desktop-words|development-switches|ipc\/(?:answer|router|control-desk)|pins-file/

  it('is in the list of phrases, for another language to say it', () => {
    const main = resolve(import.meta.dirname, '../../../src/main')
    const files = readdirSync(main, { recursive: true, encoding: 'utf8' }).filter(
      (file) => file.endsWith('.ts') && !ENGLISH_ONLY.test(file),
    )
    const literal =
      /warnings\.push\(\s*['"`]|detail: ['`][^'`]* |AppError\(\s*'(?!internal|cli)[^']+',\s*['"`][^'"`]* /g
    const found = files.flatMap((file) =>
      [...readFileSync(join(main, file), 'utf8').matchAll(literal)].map(([text]) => `${file}: ${text}`),
    )
    // A fault of ours, and told as one.
    expect(found.filter((each) => !each.includes('it was made but not'))).toEqual([])
  })
})
