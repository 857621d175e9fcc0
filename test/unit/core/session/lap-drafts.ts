// Laps for tests of single steps: blank but for what a test is about.

import { draftOf, type LapDraft } from '@main/core/session/lap-draft'
import type { LapRow } from '@main/core/session/lap-rows'
import { UNKNOWN_TYRES } from '@main/core/session/tyres'

export function aRow(values: Partial<LapRow> = {}): LapRow {
  return {
    lap: 1,
    lapTimeMs: null,
    lapTimeCleared: false,
    endMs: null,
    sectorsMs: [null, null, null],
    sectorEndsMs: [null, null, null],
    pitInMs: null,
    pitOutMs: null,
    hasSpeed: true,
    personalBest: false,
    ...values,
  }
}

export function aDraft(values: Partial<LapDraft> = {}): LapDraft {
  return { ...draftOf(aRow(), UNKNOWN_TYRES), ...values }
}
