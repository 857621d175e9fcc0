import { describe, expect, it } from 'vitest'
import { ERROR_WORDS, type ErrorReport } from '@contract/errors'
import {
  chosenRound,
  EMPTY_GALLERY,
  reduceGallery,
  type GalleryEvent,
  type GalleryState,
} from '@renderer/features/gallery/gallery-state'
import type { Place } from '@renderer/features/gallery/exhibit'
import { someLaps } from '../../../../helpers/builders'
import { aSeason } from './fake-client'

const REPORT: ErrorReport = { code: 'source/no-data', message: '', ...ERROR_WORDS['source/no-data'] }
const SEASON = aSeason(2025, [[['Q', 'completed']], [['Q', 'completed']], [['Q', 'future']]])
const PLACE: Place = {
  id: { source: 'archive', season: 2025, round: 2, session: 'Q' },
  eventName: 'Grand Prix 2',
  sessionName: 'Qualifying',
}

function after(...events: readonly GalleryEvent[]): GalleryState {
  return events.reduce(reduceGallery, EMPTY_GALLERY)
}

describe('the state of the gallery', () => {
  it('is left exactly as it was by an answer or a failure with an older number', () => {
    const state = after(
      { type: 'season-asked', ask: 3, atMs: 0, season: 2025 },
      { type: 'session-asked', ask: 4, atMs: 0, place: PLACE },
    )
    const session = { laps: someLaps(), servedFrom: 'disk', freshness: 'fresh', elapsedMs: 1 } as const
    const late: readonly GalleryEvent[] = [
      { type: 'plan-answered', ask: 1, plan: { source: 'demo', reason: 'offline', seasons: [] } },
      { type: 'season-answered', ask: 2, calendar: SEASON },
      { type: 'session-answered', ask: 3, session },
      { type: 'failed', track: 'calendar', ask: 2, report: REPORT },
      { type: 'failed', track: 'piece', ask: 3, report: REPORT },
    ]
    for (const event of late) expect(reduceGallery(state, event)).toBe(state)
  })

  it('remembers which step failed, so that this very step can be asked again', () => {
    const { trouble, waiting } = after(
      { type: 'session-asked', ask: 1, atMs: 0, place: PLACE },
      { type: 'failed', track: 'piece', ask: 1, report: REPORT },
    )
    expect(trouble.piece).toEqual({ step: 'session', report: REPORT })
    expect(waiting.piece).toBeNull()
  })

  it('waits for a sculpture under its own key and under that of its session', () => {
    const { waiting } = after(
      { type: 'session-asked', ask: 1, atMs: 0, place: PLACE },
      { type: 'sculpture-asked', ask: 2, atMs: 7, driver: 'NOR', lap: 'fastest' },
    )
    expect(waiting.piece).toEqual({
      step: 'sculpture',
      subjects: ['f1:sculpture:2025:2:Q:NOR', 'f1:session:2025:2:Q'],
      askedAtMs: 7,
    })
  })

  it('opens the catalogue at the newest round that has been run', () => {
    const state = after(
      { type: 'season-asked', ask: 1, atMs: 0, season: 2025 },
      { type: 'season-answered', ask: 1, calendar: SEASON },
    )
    expect(chosenRound(state)?.name).toBe('Grand Prix 2')
  })

  it('clears trouble as soon as something new is asked on the same track', () => {
    const { trouble } = after(
      { type: 'season-asked', ask: 1, atMs: 0, season: 2025 },
      { type: 'failed', track: 'calendar', ask: 1, report: REPORT },
      { type: 'season-asked', ask: 2, atMs: 0, season: 2024 },
    )
    expect(trouble.calendar).toBeNull()
  })
})
