// How people name a session: by its code or in words. Pure.

import { SESSION_CODES, type SessionCode } from '@contract/ids'

const NAMES: Readonly<Record<string, SessionCode>> = {
  'practice 1': 'FP1',
  'practice 2': 'FP2',
  'practice 3': 'FP3',
  qualifying: 'Q',
  sprint: 'S',
  'sprint shootout': 'SS',
  'sprint qualifying': 'SQ',
  race: 'R',
}

/** `fp1`, `Q`, `sprint shootout`; null for what names no session. */
export function readSessionCode(text: string): SessionCode | null {
  const word = text.trim().toLowerCase()
  const named = Object.hasOwn(NAMES, word) ? NAMES[word] : undefined
  return named ?? SESSION_CODES.find((code) => code.toLowerCase() === word) ?? null
}

/** The code as this application has it: in 2021 and 2022 "Sprint Qualifying", SQ, was the name of the sprint itself. */
export function sessionCodeIn(season: number, code: SessionCode): SessionCode {
  return code === 'SQ' && season <= 2022 ? 'S' : code
}
