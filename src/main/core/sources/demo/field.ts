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

// Spread chosen so that the field covers about one second a lap, as in a close qualifying, and so that each
// driver is best at something: a comparison of two laps then has something to show.
export const DEMO_FIELD: readonly DemoDriver[] = [
  {
    number: '52',
    code: 'YAR',
    firstName: 'Tamsin',
    lastName: 'Yarwell',
    team: { name: 'Kestrel Works', colour: '2F7BE6' },
    gripRatio: 1,
    powerRatio: 0.994,
    brakeRatio: 1.02,
  },
  {
    number: '64',
    code: 'IXT',
    firstName: 'Rafael',
    lastName: 'Ixtlan',
    team: { name: 'Ochre Motorsport', colour: 'F2A900' },
    gripRatio: 0.991,
    powerRatio: 1.012,
    brakeRatio: 1.01,
  },
  {
    number: '71',
    code: 'WRE',
    firstName: 'Edda',
    lastName: 'Wrenholt',
    team: { name: 'Northlight Racing', colour: '14B8A0' },
    gripRatio: 0.996,
    powerRatio: 0.99,
    brakeRatio: 0.98,
  },
  {
    number: '86',
    code: 'ZUB',
    firstName: 'Unai',
    lastName: 'Zubieta',
    team: { name: 'Carmine Grand Prix', colour: 'E0433D' },
    gripRatio: 0.983,
    powerRatio: 1.018,
    brakeRatio: 0.99,
  },
  {
    number: '93',
    code: 'QUA',
    firstName: 'Bastien',
    lastName: 'Quarre',
    team: { name: 'Team Heliotrope', colour: '9B6BE0' },
    gripRatio: 0.978,
    powerRatio: 1,
    brakeRatio: 1.03,
  },
]
