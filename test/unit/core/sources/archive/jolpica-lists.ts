// Lists as Jolpica sends them, by hand: standings (none is recorded), results, first laps.
import { jsonBytes } from './recorded-calendar'

export const aDriver = (driverId: string, change: object = {}) => ({
  driverId,
  code: driverId.slice(0, 3).toUpperCase(),
  givenName: 'Given',
  familyName: driverId,
  ...change,
})

export const aStanding = (driverId: string, change: object = {}) => ({
  position: '1',
  positionText: '1',
  points: '25',
  wins: '1',
  Driver: aDriver(driverId),
  Constructors: [{ constructorId: 'first', name: 'First Team' }],
  ...change,
})

export const standingsBytes = (rows: readonly unknown[], change: object = {}) =>
  jsonBytes({
    MRData: {
      limit: '100',
      offset: '0',
      total: String(rows.length),
      StandingsTable: { season: '2023', StandingsLists: [{ season: '2023', round: '22', DriverStandings: rows }] },
      ...change,
    },
  }) // prettier-ignore

export const aResult = (driverId: string, number: string, positionText = '1') => ({
  number,
  positionText,
  Driver: aDriver(driverId),
})

export const raceBytes = (content: object, date = '2023-03-05', total = 20) =>
  jsonBytes({ MRData: { total: String(total), RaceTable: { Races: [{ round: '1', date, ...content }] } } })

/** What Jolpica answers about a race whose results it does not have yet. */
export const noRaceBytes = () => jsonBytes({ MRData: { total: '0', RaceTable: { Races: [] } } })
