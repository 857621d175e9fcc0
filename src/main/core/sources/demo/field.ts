// The invented drivers and teams of the simulated season. Codes, names and teams belong to nobody who raced.

export interface DemoTeam {
  readonly name: string
  /** Six hex digits without `#`, as the feed has them. */
  readonly colour: string
}

export interface DemoDriver {
  /** Racing number as text. */
  readonly number: string
  readonly code: string
  readonly firstName: string
  readonly lastName: string
  readonly team: DemoTeam
  /** What this driver and car make of grip, engine and brakes, against the car of the simulation. Stable all season. */
  readonly gripRatio: number
  readonly powerRatio: number
  readonly brakeRatio: number
}

const KESTREL: DemoTeam = { name: 'Kestrel Works', colour: '2F7BE6' }
const OCHRE: DemoTeam = { name: 'Ochre Motorsport', colour: 'F2A900' }
const NORTHLIGHT: DemoTeam = { name: 'Northlight Racing', colour: '14B8A0' }
const CARMINE: DemoTeam = { name: 'Carmine Grand Prix', colour: 'E0433D' }
const HELIOTROPE: DemoTeam = { name: 'Team Heliotrope', colour: '9B6BE0' }
const BASALT: DemoTeam = { name: 'Basalt Engineering', colour: '5A6672' }
const VERDIGRIS: DemoTeam = { name: 'Verdigris Autosport', colour: '3E9B6E' }
const SALTMARSH: DemoTeam = { name: 'Saltmarsh Racing', colour: 'C9D6DF' }
const UMBRA: DemoTeam = { name: 'Scuderia Umbra', colour: '7A3B2E' }
const QUILL: DemoTeam = { name: 'Quill and Sons', colour: 'F27BA5' }

type Ratios = readonly [gripRatio: number, powerRatio: number, brakeRatio: number]

function driver(
  number: string,
  code: string,
  firstName: string,
  lastName: string,
  team: DemoTeam,
  [gripRatio, powerRatio, brakeRatio]: Ratios,
): DemoDriver {
  return { number, code, firstName, lastName, team, gripRatio, powerRatio, brakeRatio }
}

// Spread chosen so that the field covers about one and a half seconds a lap, as in a close qualifying, and so that
// each driver is best at something: a comparison of two laps then has something to show. An engine is the team's;
// grip and brakes differ between team mates too.
export const DEMO_FIELD: readonly DemoDriver[] = [
  driver('52', 'YAR', 'Tamsin', 'Yarwell', KESTREL, [1, 0.994, 1.02]),
  driver('64', 'IXT', 'Rafael', 'Ixtlan', OCHRE, [0.991, 1.012, 1.01]),
  driver('71', 'WRE', 'Edda', 'Wrenholt', NORTHLIGHT, [0.996, 0.99, 0.98]),
  driver('86', 'ZUB', 'Unai', 'Zubieta', CARMINE, [0.983, 1.018, 0.99]),
  driver('93', 'QUA', 'Bastien', 'Quarre', HELIOTROPE, [0.978, 1, 1.03]),
  driver('34', 'OSK', 'Henrike', 'Oskarvik', KESTREL, [0.994, 0.994, 1]),
  driver('39', 'DUV', 'Mathis', 'Duvernoy', OCHRE, [0.987, 1.012, 0.99]),
  driver('47', 'KIB', 'Amani', 'Kibanda', NORTHLIGHT, [0.992, 0.99, 1.01]),
  driver('58', 'TRE', 'Jory', 'Treloweth', CARMINE, [0.98, 1.018, 1.02]),
  driver('62', 'FEY', 'Sunniva', 'Feyling', HELIOTROPE, [0.983, 1, 0.97]),
  driver('66', 'MOR', 'Ciaran', 'Morvane', BASALT, [0.976, 1.006, 1]),
  driver('69', 'PAZ', 'Ximena', 'Pazcal', BASALT, [0.973, 1.006, 1.02]),
  driver('74', 'HOL', 'Piet', 'Holtmaan', VERDIGRIS, [0.975, 0.998, 1.01]),
  driver('79', 'ABE', 'Noor', 'Aberlin', VERDIGRIS, [0.979, 0.998, 0.98]),
  driver('82', 'JUN', 'Kaito', 'Junimori', SALTMARSH, [0.974, 0.992, 1.03]),
  driver('84', 'LYS', 'Fenna', 'Lysgard', SALTMARSH, [0.97, 0.992, 0.99]),
  driver('88', 'GRA', 'Tobiah', 'Granthorpe', UMBRA, [0.966, 1.01, 0.98]),
  driver('91', 'SEV', 'Ilka', 'Sevenoke', UMBRA, [0.969, 1.01, 1]),
  driver('96', 'NAB', 'Desta', 'Nabiru', QUILL, [0.967, 0.996, 1.01]),
  driver('98', 'VOS', 'Corin', 'Vosburgh', QUILL, [0.963, 0.996, 1.02]),
]
