// Who stands where after each report of the timing: by best lap in practice and qualifying, by distance in races,
// with the gaps that races show. Shared by all topics that show the order.

import type { DemoDriver } from './field'
import type { DemoLap, Programme } from './programme'
import type { LineCrossed, Timed, TimingChange } from './timing-events'
import { wireDuration } from './wire'

/** Behind the line of a race. */
export interface RaceStanding {
  /** 1 for whoever has passed the line this often first. */
  readonly position: number
  /** `LAP 12` for the leader, `+1.234`, `1L` for a lapped car; the same to the car ahead. */
  readonly gapToLeader: string
  readonly interval: string
}

export interface TimingEvent {
  readonly change: Timed<TimingChange>
  /** Everybody, first place first. */
  readonly order: readonly DemoDriver[]
  /** The change is a passage of the line that made a new best lap. */
  readonly isBest: boolean
  /** After a deletion: the lap that counts instead, if there is one. */
  readonly standing: DemoLap | null
  /** After a passage of the line of a race. */
  readonly race: RaceStanding | null
}

export function planTimingEvents(
  programme: Programme,
  changes: readonly Timed<TimingChange>[],
): readonly TimingEvent[] {
  const laps = new BestLaps()
  const isRace = programme.kind === 'race'
  const race = new RaceOrder(programme.segments[0]!.drivers, programme)
  let order = programme.segments[0]!.drivers
  let taking = order.length
  const sortByTime = (): void => {
    order = [...laps.sorted(order.slice(0, taking)), ...order.slice(taking)]
  }
  return changes.map((change): TimingEvent => {
    const event = { change, order, isBest: false, standing: null, race: null }
    switch (change.kind) {
      case 'segment':
        taking = change.takingPart.length
        laps.clear()
        return event
      case 'line': {
        const isBest = counts(change, isRace) && laps.add(change.run.driver, change.lap)
        if (isRace) {
          const standing = race.pass(change)
          order = race.order
          return { ...event, order, isBest, race: standing }
        }
        if (isBest) sortByTime()
        return { ...event, order, isBest }
      }
      case 'deletion':
        laps.remove(change.run.driver, change.lap)
        sortByTime()
        return { ...event, order, standing: laps.best(change.run.driver) }
      case 'to-grid':
      case 'pit-exit':
      case 'mini-sector':
      case 'speed-trap':
      case 'sector':
      case 'late-sector':
      case 'pit-entry':
      case 'retirement':
        return event
    }
  })
}

/** Races count every timed lap, but their first has no time in the feed; elsewhere laps from the pits do not count. */
function counts({ lap }: LineCrossed, isRace: boolean): boolean {
  return isRace ? lap.lap > 1 : lap.kind === 'flying'
}

class BestLaps {
  private readonly counted = new Map<DemoDriver, DemoLap[]>()

  clear(): void {
    this.counted.clear()
  }

  best(driver: DemoDriver): DemoLap | null {
    return this.counted.get(driver)?.[0] ?? null
  }

  /** @returns true if it is the driver's best so far. */
  add(driver: DemoDriver, lap: DemoLap): boolean {
    const laps = [...(this.counted.get(driver) ?? []), lap].toSorted((a, b) => a.lapTimeMs! - b.lapTimeMs!)
    this.counted.set(driver, laps)
    return laps[0] === lap
  }

  remove(driver: DemoDriver, lap: DemoLap): void {
    const laps = this.counted.get(driver) ?? []
    this.counted.set(
      driver,
      laps.filter((each) => each !== lap),
    )
  }

  sorted(drivers: readonly DemoDriver[]): readonly DemoDriver[] {
    const timeMs = (driver: DemoDriver): number => this.best(driver)?.lapTimeMs ?? Number.MAX_SAFE_INTEGER
    return drivers.toSorted((a, b) => timeMs(a) - timeMs(b))
  }
}

/** Judges by the passages themselves: two messages may come in the other order than what they report. */
class RaceOrder {
  /** Of each lap number, the first one first. */
  private readonly passages: { readonly driver: DemoDriver; readonly lap: DemoLap }[][] = []
  private readonly last = new Map<DemoDriver, DemoLap>()

  constructor(
    private drivers: readonly DemoDriver[],
    { runs }: Programme,
  ) {
    for (const { driver, laps } of runs)
      for (const lap of laps) (this.passages[lap.lap] ??= []).push({ driver, lap })
    for (const passed of this.passages) passed?.sort((a, b) => a.lap.endMs - b.lap.endMs)
  }

  get order(): readonly DemoDriver[] {
    return this.drivers
  }

  pass({ run: { driver }, lap }: LineCrossed): RaceStanding {
    this.last.set(driver, lap)
    this.drivers = this.drivers.toSorted((a, b) => this.place(a) - this.place(b))
    const passed = this.passages[lap.lap]!
    const position = passed.findIndex((each) => each.lap === lap) + 1
    if (position === 1) {
      const current = `LAP ${lap.lap + 1}`
      return { position, gapToLeader: current, interval: current }
    }
    const gap = (ahead: DemoLap): string => `+${wireDuration(lap.endMs - ahead.endMs)}`
    const lapsBehind = this.lapsBehind(lap)
    return {
      position,
      gapToLeader: lapsBehind > 0 ? `${lapsBehind}L` : gap(passed[0]!.lap),
      interval: gap(passed[position - 2]!.lap),
    }
  }

  /** Laps that the leader had finished before this one ended, beyond it. */
  private lapsBehind(lap: DemoLap): number {
    const ahead = this.passages.slice(lap.lap + 1)
    return ahead.filter((passed) => passed[0]!.lap.endMs <= lap.endMs).length
  }

  /** More laps first, then the earlier passage; before the first one, the grid (sorting keeps what is equal). */
  private place(driver: DemoDriver): number {
    const lap = this.last.get(driver)
    return lap === undefined ? 0 : lap.endMs / 1e9 - lap.lap
  }
}
