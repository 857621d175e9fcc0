// What the sessions of a weekend are called in the archive, and how long they are planned to take.

import type { SessionCode } from '@contract/ids'
import type { SessionKind } from './session-plan'

interface SessionWords {
  readonly type: 'Practice' | 'Qualifying' | 'Race'
  readonly name: string
  /** Practices are numbered. */
  readonly number: number | null
  readonly kind: SessionKind
  /** From start to scheduled end, minutes. */
  readonly minutes: number
}

// SS belongs to 2023 alone; no simulated weekend has it.
export const SESSION_WORDS: Readonly<Record<SessionCode, SessionWords>> = {
  FP1: { type: 'Practice', name: 'Practice 1', number: 1, kind: 'practice', minutes: 60 },
  FP2: { type: 'Practice', name: 'Practice 2', number: 2, kind: 'practice', minutes: 60 },
  FP3: { type: 'Practice', name: 'Practice 3', number: 3, kind: 'practice', minutes: 60 },
  Q: { type: 'Qualifying', name: 'Qualifying', number: null, kind: 'qualifying', minutes: 60 },
  S: { type: 'Race', name: 'Sprint', number: null, kind: 'race', minutes: 60 },
  SS: { type: 'Qualifying', name: 'Sprint Shootout', number: null, kind: 'qualifying', minutes: 44 },
  SQ: { type: 'Qualifying', name: 'Sprint Qualifying', number: null, kind: 'qualifying', minutes: 44 },
  R: { type: 'Race', name: 'Race', number: null, kind: 'race', minutes: 120 },
}
