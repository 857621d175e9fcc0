import { describe, expect, it } from 'vitest'
import { firstSessions } from '@renderer/features/calendar/first-sessions'
import { aSeason } from '../gallery/fake-client'

describe('the sessions to open first', () => {
  it('are those of the newest round, qualifying before all others, then the newest', () => {
    const season = aSeason(2025, [
      [
        ['Q', 'completed'],
        ['R', 'completed'],
      ],
      [
        ['FP1', 'completed'],
        ['FP2', 'completed'],
        ['Q', 'completed'],
        ['R', 'completed'],
      ],
      [
        ['FP1', 'future'],
        ['Q', 'future'],
      ],
    ])
    expect(firstSessions(season).map(({ round, session }) => `${round} ${session}`)).toEqual([
      '2 Q',
      '2 R',
      '2 FP2',
      '2 FP1',
      '1 Q',
      '1 R',
    ])
  })

  it('take a practice of this weekend before the qualifying of the last', () => {
    const season = aSeason(2025, [
      [['Q', 'completed']],
      [
        ['FP1', 'completed'],
        ['Q', 'live'],
      ],
    ])
    expect(firstSessions(season)[0]).toEqual({ round: 2, session: 'FP1' })
  })

  it('are none before a season begins', () => {
    expect(
      firstSessions(
        aSeason(2026, [
          [
            ['FP1', 'future'],
            ['Q', 'cancelled'],
          ],
        ]),
      ),
    ).toEqual([])
  })
})
