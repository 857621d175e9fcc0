// The recorded calendar documents, where they are on this machine, and documents by hand in the hosts' shapes.
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parseIndex } from '@main/core/sources/archive/index-json'
import { parseSchedule } from '@main/core/sources/archive/jolpica'
import { recordingsFolder } from '../../../../helpers/recordings'

export const recordings = recordingsFolder()

export function recordedFile(path: string): Uint8Array {
  return readFileSync(join(recordings ?? '', path))
}

export const recordedIndex = (season: number) =>
  parseIndex(recordedFile(`archive/static/${season}/Index.json`), season)

export const recordedSchedule = (season: number) =>
  parseSchedule(recordedFile(`jolpica/ergast/f1/${season}.json`), season)

/** JSON with the byte order mark the archive's host sends. */
export const jsonBytes = (value: unknown) => Buffer.from(`\uFEFF${JSON.stringify(value)}`)

/** An entry of the index's `Sessions`. */
export const indexEntry = (change: object = {}) => ({
  Key: 1,
  Type: 'Qualifying',
  Name: 'Qualifying',
  StartDate: '2025-10-25T15:00:00',
  EndDate: '2025-10-25T16:00:00',
  GmtOffset: '-06:00:00',
  Path: '2025/2025-10-26_Mexico_City_Grand_Prix/2025-10-25_Qualifying/',
  ...change,
})

/** An entry of the index's `Meetings`. */
export const meetingEntry = (name: string, ...sessions: readonly unknown[]) => ({
  Key: 1,
  Name: name,
  Location: 'Somewhere',
  Country: { Name: 'Someland' },
  Sessions: sessions,
})

export const indexOf = (season: number, ...meetings: readonly unknown[]) =>
  parseIndex(jsonBytes({ Year: season, Meetings: meetings }), season)

/** An entry of Jolpica's `Races`. */
export const raceEntry = (change: object = {}) => ({
  season: '2025',
  round: '20',
  raceName: 'Mexico City Grand Prix',
  Circuit: {
    circuitId: 'rodriguez',
    Location: { lat: '19.4042', long: '-99.0907', locality: 'Mexico City', country: 'Mexico' },
  },
  date: '2025-10-26',
  time: '20:00:00Z',
  Qualifying: { date: '2025-10-25', time: '21:00:00Z' },
  ...change,
})

export const scheduleOf = (season: number, ...races: readonly unknown[]) =>
  parseSchedule(jsonBytes({ MRData: { RaceTable: { Races: races } } }), season)
