// What an export says about itself: the words of the museum label, the same in every format. Pure.

import type { Season } from '@contract/calendar'
import { sculptureKey, type SculptureId } from '@contract/ids'
import type { SculptureHeader } from '@contract/sculpture'

export interface ExhibitLabels {
  /** `f1:sculpture:2025:20:Q:NOR`. */
  readonly key: string
  readonly driverName: string
  /** `2025 Mexico City Grand Prix, Qualifying`. */
  readonly occasion: string
  readonly eventName: string
  readonly sessionName: string
  /** `1:15.586`, or `no lap time`. */
  readonly lapTime: string
  readonly lap: number
  /** Computed, not recorded: every export must say so. */
  readonly isSimulated: boolean
}

export const SIMULATED_MARK = 'SIMULATED: no car drove this lap'

/** @param season null when no calendar can be had: round and session code then stand for the names. */
export function exhibitLabels(
  id: SculptureId,
  header: SculptureHeader,
  season: Season | null,
): ExhibitLabels {
  const round = season?.rounds.find((each) => each.round === id.round)
  const eventName = round?.name ?? `Round ${id.round}`
  const sessionName = round?.sessions.find(({ code }) => code === id.session)?.name ?? id.session
  return {
    key: sculptureKey(id),
    driverName: header.driverName,
    occasion: `${id.season} ${eventName}, ${sessionName}`,
    eventName,
    sessionName,
    lapTime: lapTimeText(header.lapTimeMs),
    lap: header.lap,
    isSimulated: header.source === 'demo',
  }
}

function lapTimeText(ms: number | null): string {
  if (ms === null) return 'no lap time'
  const minutes = Math.floor(ms / 60_000)
  const seconds = String(Math.floor((ms % 60_000) / 1000)).padStart(2, '0')
  return `${minutes}:${seconds}.${String(ms % 1000).padStart(3, '0')}`
}

/** Longest name of a file without its ending, in characters: every file system takes it, with room for a `(2)`. */
const MAX_FILE_NAME = 120

/**
 * A name for a file that any system accepts: letters, digits, space, dot, dash and underscore.
 * @returns e.g. `2025 Mexico City Grand Prix Qualifying NOR lap 20.3mf`, with `simulated` in front where it is.
 */
export function suggestedFileName(
  id: SculptureId,
  labels: Pick<ExhibitLabels, 'eventName' | 'sessionName' | 'isSimulated' | 'lap'>,
  ending: string,
): string {
  const { eventName, sessionName, isSimulated, lap } = labels
  const words = [isSimulated ? 'simulated' : '', id.season, eventName, sessionName, id.driver, 'lap', lap]
  const name = words
    .join(' ')
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .replace(/[^A-Za-z0-9 _-]+/g, ' ')
    .replace(/ +/g, ' ')
    .trim()
    .slice(0, MAX_FILE_NAME)
  return `${name}.${ending}`
}
