// Errors, notes and reasons in the page's language. They come as English text, with the phrase they were made of, and what
// is no phrase (a path, a host, a code of the system) is the same in every language.

import { composeMessage, ERROR_WORDS, type ErrorCode, type ErrorReport } from '@contract/errors'
import { fillIn, readPhrase } from '@contract/phrases'
import { LOCALE } from './language'
import { WORDS } from './words'

export function troubleTitle(code: ErrorCode): string {
  return WORDS.errors[code].title
}

/** What the person can do about it. */
export function troubleHint({ code }: Pick<ErrorReport, 'code'>): string {
  return WORDS.errors[code].hint
}

/** What happened, one sentence, with its subject. */
export function troubleMessage(report: ErrorReport): string {
  const { code, subject, detail } = report
  if (isInParts(report))
    return composeMessage(troubleTitle(code), inWords(subject ?? ''), inWords(detail ?? ''))
  const rest = messageBeyondTitle(report)
  return rest === '' ? `${troubleTitle(code)}.` : `${troubleTitle(code)}: ${rest}`
}

/** Under the title only the subject is news. Empty where there is none. */
export function messageBeyondTitle(report: ErrorReport): string {
  const { code, message, subject, detail } = report
  if (isInParts(report)) {
    const why = detail === undefined ? '' : inWords(detail)
    return subject === undefined ? `${why}.` : composeMessage(inWords(subject), '', why)
  }
  const { title } = ERROR_WORDS[code]
  return message.startsWith(title) ? message.slice(title.length).replace(/^[:.]\s*/, '') : message
}

/** Of bugs, of what needs no subject, and of what an earlier version has stored, only the message tells. */
function isInParts({ subject, detail }: ErrorReport): boolean {
  return subject !== undefined || detail !== undefined
}

/** A phrase of the main process in the page's words, its values too; anything else as it is. */
export function inWords(text: string): string {
  const phrase = readPhrase(text)
  if (phrase === null) return text
  const values = Object.entries(phrase.values).map(([name, value]) => [name, valueInWords(name, value)])
  return fillIn(WORDS.phrases[phrase.name], Object.fromEntries(values))
}

function valueInWords(name: string, value: string): string {
  if (name === 'list') return value.split(', ').map(inWords).join(', ')
  const digits = /^\d+\.(\d+)$/.exec(value)?.[1]?.length
  if (digits === undefined) return inWords(value)
  return new Intl.NumberFormat(LOCALE, { minimumFractionDigits: digits, useGrouping: false }).format(
    Number(value),
  )
}
