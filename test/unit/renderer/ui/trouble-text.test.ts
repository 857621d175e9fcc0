import { beforeAll, describe, expect, it } from 'vitest'
import { ERROR_CODES, ERROR_WORDS, type ErrorCode, type ErrorReport } from '@contract/errors'
import { say } from '@contract/phrases'
import type * as TroubleText from '@renderer/ui/trouble-text'
import { AppError, toReport } from '@main/core/app-error'
import { inLanguage } from '../../../helpers/word-trees'

type Texts = typeof TroubleText

let english: Texts
let german: Texts

beforeAll(async () => {
  const load = () => import('@renderer/ui/trouble-text')
  english = await inLanguage('en', load)
  german = await inLanguage('de', load)
})

function stored(code: ErrorCode, message: string): ErrorReport {
  const { hint, retry } = ERROR_WORDS[code]
  return { code, message, hint, retry }
}

describe('trouble in words', () => {
  it.each(ERROR_CODES)('is in English what the command line says of %s', (code) => {
    for (const report of [
      toReport(new AppError(code, '')),
      toReport(new AppError(code, 'x')),
      toReport(new AppError(code, '', { detail: 'y' })),
      toReport(new AppError(code, '2025 Monaco Grand Prix, Race', { detail: say('nobody-timed') })),
    ]) {
      expect(english.troubleMessage(report)).toBe(report.message)
      expect(english.troubleHint(report)).toBe(report.hint)
    }
  })

  it('says subject and reason in German, and leaves names and codes of the system as they are', () => {
    const session = say('of-session', { season: 2025, event: 'Monaco Grand Prix', session: 'Race' })
    const error = new AppError('lap/unknown', say('of-driver-in', { driver: 'NOR', place: session }), {
      detail: say('no-lap-counted'),
    })
    expect(german.troubleMessage(toReport(error))).toBe(
      'Diese Runde gibt es nicht: NOR, Monaco Grand Prix 2025, Rennen (keine Runde dieses Fahrers wurde gewertet).',
    )
    const unwritable = new AppError('cache/unwritable', '/mnt/laps', { detail: 'EACCES' })
    expect(german.troubleMessage(toReport(unwritable))).toBe(
      'Der Ordner des Caches lässt sich nicht beschreiben: /mnt/laps (EACCES).',
    )
  })

  it('writes the numbers of a reason as German does, years as years', () => {
    expect(german.inWords(say('lap-longer', { seconds: '1.05' }))).toMatch(/\b1,05\ss\b/)
    expect(german.inWords(say('of-schedule', { season: 2025 }))).toContain('2025')
  })

  it('says the items of a list each', () => {
    const list = [say('limit-drivers', { count: 40 }), say('limit-laps', { count: 200 })].join(', ')
    expect(german.inWords(say('over-limits', { list }))).toContain('Fahrer (40), Runden eines Fahrers (200)')
  })

  it('does not repeat the title in front of the subject', () => {
    const report = toReport(new AppError('source/unreachable', 'example.org', { detail: 'status 503' }))
    expect(english.messageBeyondTitle(report)).toBe('example.org (status 503).')
    expect(german.messageBeyondTitle(report)).toMatch(/^example\.org \(Status\s503\)\.$/)
    expect(german.messageBeyondTitle(toReport(new AppError('task/cancelled', '')))).toBe('')
  })

  it('reads what was stored before errors had their parts', () => {
    const old = stored('source/unreachable', 'The timing archive cannot be reached: example.org.')
    expect(german.troubleMessage(old)).toBe('Das Zeitnahme-Archiv ist nicht zu erreichen: example.org.')
    const bug = stored('internal/bug', 'x is not a function')
    expect(english.messageBeyondTitle(bug)).toBe('x is not a function')
    expect(english.messageBeyondTitle(stored('task/cancelled', 'Cancelled.'))).toBe('')
  })
})
