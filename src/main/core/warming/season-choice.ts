// Which season and which rounds "recent" means. Pure, over calendars that have been read.

import type { CalendarRound, Season } from '@contract/calendar'

/** True when the race of the round is in the archive. A round whose race was called off never becomes complete. */
function isCompleteRound(round: CalendarRound): boolean {
  return round.sessions.some(({ code, state }) => code === 'R' && state === 'completed')
}

/** True once the first race of the season is over. */
export function hasBegun(season: Season): boolean {
  return season.rounds.some(isCompleteRound)
}

/** The latest complete rounds, newest first, by the start of their races: rounds may be held out of order. */
export function recentRounds(season: Season, count: number): readonly CalendarRound[] {
  const raceAt = ({ sessions }: CalendarRound): number =>
    sessions.find(({ code }) => code === 'R')?.startAt ?? 0
  return season.rounds
    .filter(isCompleteRound)
    .sort((a, b) => raceAt(b) - raceAt(a))
    .slice(0, count)
}
