// How the archive names the folder of a session: `{year}/{race day}_{Grand Prix}/{day}_{Session}/`, days by the
// circuit's own calendar. Used where the index does not name the folder; where two names are plausible both are
// given, the likelier first. The method is that of the FastF1 project (MIT), with its fixes. Pure.

import type { SessionCode } from '@contract/ids'
import type { ScheduledRound, ScheduledSession } from './jolpica'

/** As sessions have been named since 2022, in folders and for people. */
export const SESSION_NAMES: Readonly<Record<SessionCode, string>> = {
  FP1: 'Practice 1',
  FP2: 'Practice 2',
  FP3: 'Practice 3',
  Q: 'Qualifying',
  SQ: 'Sprint Qualifying',
  SS: 'Sprint Shootout',
  S: 'Sprint',
  R: 'Race',
}

/** Folders that do not lie where their day says. São Paulo 2024: moved to Sunday by rain, filed under Saturday. */
const MISFILED: Readonly<Record<string, string>> = { '2024-11-03_Qualifying': '2024-11-02_Qualifying' }

/** A path longer than this is none of the archive's: the longest known has 90 characters. */
const LONGEST_PATH = 300

/** A folder below the archive's root: no climbing out, no scheme, no leading slash, nothing a URL cannot hold. */
export function isFolder(path: string): boolean {
  return (
    /^\d{4}\//.test(path) &&
    path.endsWith('/') &&
    path.length <= LONGEST_PATH &&
    !path.split('/').includes('..') &&
    !/[\\\p{Surrogate}\p{Cc}]/u.test(path)
  )
}

/**
 * Folders in which a scheduled session may lie, likeliest first; empty when the schedule's name of the Grand Prix
 * makes no folder.
 *
 * @param offsetAt the circuit's offset from UTC at an instant, ms.
 */
export function buildFolders(
  season: number,
  round: ScheduledRound,
  session: ScheduledSession,
  offsetAt: (at: number) => number,
): readonly string[] {
  const day = ({ startAt, isTimeKnown }: ScheduledSession) =>
    new Date(isTimeKnown ? startAt + offsetAt(startAt) : startAt).toISOString().slice(0, 10)
  // The folder of a weekend bears the day of its last session, which is the race.
  const race = round.sessions.find(({ code }) => code === 'R')
  if (race === undefined || round.name.includes('/')) return []
  const raceDay = day(race)
  return folderNames(season, round, session.code)
    .map((name) => `${day(session)} ${name}`.replaceAll(' ', '_'))
    .map((name) => MISFILED[name] ?? name)
    .map((name) => `${raceDay.slice(0, 4)}/${raceDay} ${round.name}/${name}/`.replaceAll(' ', '_'))
    .filter(isFolder)
}

function folderNames(season: number, { sessions }: ScheduledRound, code: SessionCode): readonly string[] {
  // The sprints of 2021 were filed as "Sprint Qualifying"; the schedule already calls them "Sprint".
  if (code === 'S' && season === 2021) return [SESSION_NAMES.SQ, SESSION_NAMES.S]
  // A weekend with a single practice calls it "Practice" in the index (2020 Emilia Romagna).
  const hasOnePractice = !sessions.some((each) => each.code === 'FP2')
  if (code === 'FP1' && hasOnePractice && season <= 2020) return [SESSION_NAMES.FP1, 'Practice']
  return [SESSION_NAMES[code]]
}
