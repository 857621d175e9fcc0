// What happens in a week, out of a seed: when the network breaks, the disk is full, the computer sleeps, people click, and
// the application is killed. Pure: nothing is done here.
import type { SessionCode } from '@contract/ids'
import { chanceOf, type Chance } from '../../scripts/endurance/random.mjs'

export const MINUTE_MS = 60_000
export const HOUR_MS = 60 * MINUTE_MS
export const DAY_MS = 24 * HOUR_MS

export const WEATHERS = ['fine', 'resets', 'errors', 'truncates', 'slow', 'offline'] as const
export type Weather = (typeof WEATHERS)[number]

export type Happening =
  | { readonly kind: 'click'; readonly round: number; readonly session: SessionCode; readonly nth: number }
  | { readonly kind: 'warm' | 'cancel' | 'pause' | 'resume' | 'kill' }
  | { readonly kind: 'sleep'; readonly forMs: number }
  | { readonly kind: 'weather'; readonly weather: Weather }
  | { readonly kind: 'disk'; readonly room: 'none' | 'plenty' }
  | { readonly kind: 'rule'; readonly rule: string }
  | { readonly kind: 'concurrency'; readonly sessions: number }
  | { readonly kind: 'limits'; readonly rawMiB: number }
  | { readonly kind: 'clear'; readonly what: 'session' | 'sculptures' | 'raw'; readonly round: number }

export interface PlannedEvent {
  /** From the start of the week, ms by the wall clock. */
  readonly atMs: number
  readonly happening: Happening
}

export interface WeekOrder {
  readonly seed: number
  readonly days: number
  /** That can be clicked on: the latest rounds that are over. */
  readonly rounds: readonly number[]
  readonly sessions: readonly SessionCode[]
  /** Moments of a day at which something happens besides its troubles. */
  readonly momentsADay: number
  /** All on one day, in the middle of whatever goes on. */
  readonly kills: number
}

/** Each has an end some hours later; two of them meet now and then. */
const TROUBLES: readonly (readonly [Happening, Happening | null])[] = [
  ...WEATHERS.filter((weather) => weather !== 'fine').map((weather): [Happening, Happening] => [
    { kind: 'weather', weather },
    { kind: 'weather', weather: 'fine' },
  ]),
  [
    { kind: 'disk', room: 'none' },
    { kind: 'disk', room: 'plenty' },
  ],
  [{ kind: 'pause' }, { kind: 'resume' }],
  [{ kind: 'sleep', forMs: 3 * HOUR_MS }, null],
  [{ kind: 'sleep', forMs: 20 * MINUTE_MS }, null],
]
/** The first nights and evenings of a day belong to what is checked. */
const AWAKE_HOURS = { from: 1, to: 20 } as const
/** So that the time after it is long enough to measure growth in one process. */
const KILLED_ON_DAY = 1

/** @returns in the order in which it happens; no trouble outlasts its day. */
export function planWeek(order: WeekOrder): readonly PlannedEvent[] {
  const chance = chanceOf(order.seed)
  const events: PlannedEvent[] = []
  const troubles = dealt(chance, order.days)
  for (let day = 0; day < order.days; day++) {
    const at = (hour: number): number => day * DAY_MS + Math.round(hour * HOUR_MS)
    for (const [begins, ends] of troubles[day] ?? []) {
      const begin = AWAKE_HOURS.from + chance.next() * 12
      events.push({ atMs: at(begin), happening: begins })
      // Somebody wants something just then, or the trouble would meet nobody.
      events.push({ atMs: at(begin) + 1, happening: { kind: 'warm' } })
      events.push({ atMs: at(begin) + 2, happening: aClick(chance, order) })
      if (ends !== null) events.push({ atMs: at(begin + 0.5 + chance.next() * 5), happening: ends })
    }
    for (let i = 0; i < order.momentsADay; i++) {
      const atMs = at(AWAKE_HOURS.from + chance.next() * (AWAKE_HOURS.to - AWAKE_HOURS.from))
      // Some of it at once, as when a person changes their mind.
      const times = chance.whole(1, 3)
      for (let n = 0; n < times; n++) events.push({ atMs: atMs + n, happening: anything(chance, order) })
    }
    if (day === Math.min(KILLED_ON_DAY, order.days - 1))
      for (let n = 1; n <= order.kills; n++) {
        const killed = at(AWAKE_HOURS.from + ((AWAKE_HOURS.to - AWAKE_HOURS.from) * n) / (order.kills + 1))
        events.push({ atMs: killed - 2, happening: { kind: 'warm' } })
        events.push({ atMs: killed - 1, happening: aClick(chance, order) })
        events.push({ atMs: killed, happening: { kind: 'kill' } })
      }
  }
  return events.toSorted((a, b) => a.atMs - b.atMs)
}

/** All troubles over the days, each at least once where there are days enough for two a day. */
function dealt(chance: Chance, days: number): (typeof TROUBLES)[number][][] {
  const left = [...TROUBLES]
  return Array.from({ length: days }, () => {
    const today = []
    for (let i = 0; i < 2; i++) {
      if (left.length === 0) left.push(...TROUBLES)
      today.push(...left.splice(chance.whole(0, left.length - 1), 1))
    }
    return today
  })
}

function anything(chance: Chance, order: WeekOrder): Happening {
  const kind = chance.weighted([
    { weight: 12, make: () => aClick(chance, order) },
    { weight: 3, make: (): Happening => ({ kind: 'warm' }) },
    { weight: 2, make: (): Happening => ({ kind: 'cancel' }) },
    { weight: 1, make: (): Happening => ({ kind: 'rule', rule: chance.oneOf(RULES) ?? '' }) },
    { weight: 1, make: (): Happening => ({ kind: 'concurrency', sessions: chance.whole(1, 5) }) },
    { weight: 1, make: (): Happening => ({ kind: 'limits', rawMiB: chance.oneOf([64, 2048]) ?? 2048 }) },
    { weight: 2, make: () => aClearing(chance, order) },
  ])
  return kind?.make() ?? { kind: 'warm' }
}

const RULES = ['0 3 * * 1', '0 */6 * * *', '30 12 * * *', '15 2,14 * * *']

function aClick(chance: Chance, { rounds, sessions }: WeekOrder): Happening {
  return {
    kind: 'click',
    round: chance.oneOf(rounds) ?? 1,
    session: chance.oneOf(sessions) ?? 'Q',
    nth: chance.whole(0, 19),
  }
}

function aClearing(chance: Chance, { rounds }: WeekOrder): Happening {
  const what = chance.oneOf(['session', 'session', 'sculptures', 'raw'] as const) ?? 'session'
  return { kind: 'clear', what, round: chance.oneOf(rounds) ?? 1 }
}
