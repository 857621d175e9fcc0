// The laps that stand beside the main one on the plinth, and how the set changes. Pure: the reducer of the gallery
// hands over what concerns them.
//
// Each lap is a question of its own with a number of its own: it may fail without disturbing the others, and an answer
// whose number is no longer in the set is dropped. A lap carries the place it was driven at: it may be of another
// session of the circuit. `mayStandBeside` is the one rule for that, and it asks the laps, not their names: a Grand Prix
// changes its name and a circuit its layout.

import type { ErrorReport } from '@contract/errors'
import { sculptureKey, type SculptureId } from '@contract/ids'
import type { DriverLaps, SessionLaps } from '@contract/laps'
import { MOST_LAPS } from '../../three/hall-layout'
import { alignLaps } from '../compare/one-line'
import { exhibitId, type Exhibit, type Place } from './exhibit'
import { isSameSession } from './same-session'

export type BesideStatus =
  | { readonly kind: 'waiting' }
  | { readonly kind: 'standing'; readonly exhibit: Exhibit }
  | { readonly kind: 'failed'; readonly report: ErrorReport }

export interface BesideLap {
  readonly place: Place
  readonly id: SculptureId
  readonly ask: number
  readonly status: BesideStatus
}

/** What is asked for: a lap and the number of its question. */
export type BesideWish = Pick<BesideLap, 'place' | 'id' | 'ask'>

export type BesideEvent =
  /** Laps that are wanted beside the main one; one that has failed is asked for again. */
  | { readonly type: 'beside-asked'; readonly wishes: readonly BesideWish[] }
  | { readonly type: 'beside-answered'; readonly ask: number; readonly exhibit: Exhibit }
  | { readonly type: 'beside-failed'; readonly ask: number; readonly report: ErrorReport }
  | { readonly type: 'beside-taken-away'; readonly id: SculptureId }
  | { readonly type: 'beside-cleared' }

export type BesideLaps = readonly BesideLap[]

/** How many laps may stand beside the main one. */
const MOST_BESIDE = MOST_LAPS - 1

/** @param main the place of the main lap, asked for or on show; null before there is one. */
export function reduceBeside(laps: BesideLaps, event: BesideEvent, main: Place | null): BesideLaps {
  switch (event.type) {
    case 'beside-asked': {
      const wishes = event.wishes.filter(({ place }) => place.id.source === main?.id.source)
      return wishes.reduce(withWish, laps)
    }
    case 'beside-answered':
      return answered(laps, event.ask, { kind: 'standing', exhibit: event.exhibit })
    case 'beside-failed':
      return answered(laps, event.ask, { kind: 'failed', report: event.report })
    case 'beside-taken-away':
      return laps.some(({ id }) => isSameLap(id, event.id))
        ? laps.filter(({ id }) => !isSameLap(id, event.id))
        : laps
    case 'beside-cleared':
      return laps.length === 0 ? laps : []
  }
}

/** Metres are compared with metres: only laps of one circuit and layout, and simulated ones only among themselves. */
export function mayStandBeside(main: Exhibit, other: Exhibit): boolean {
  return (
    main.place.id.source === other.place.id.source &&
    alignLaps(main.sculpture, other.sculpture).kind === 'aligned'
  )
}

/** A lap from the set becomes the main one: the former one takes its place, and the set stays together. */
export function changePlaces(laps: BesideLaps, former: Exhibit | null, next: Exhibit): BesideLaps {
  const nextId = exhibitId(next)
  if (!laps.some(({ id }) => isSameLap(id, nextId))) return laps
  return laps.flatMap((lap): BesideLaps => {
    if (!isSameLap(lap.id, nextId)) return [lap]
    return former === null || !mayStandBeside(next, former) ? [] : [standingLap(former, lap.ask)]
  })
}

/** A lap that stands here has been made better behind the scenes. */
export function exchange(laps: BesideLaps, replaced: Exhibit, exhibit: Exhibit): BesideLaps {
  const isHere = (lap: BesideLap): boolean =>
    lap.status.kind === 'standing' && lap.status.exhibit === replaced
  return laps.some(isHere)
    ? laps.map((lap) => (isHere(lap) ? { ...lap, status: { kind: 'standing', exhibit } } : lap))
    : laps
}

/** @returns that lap in the set, whatever its state. */
export function besideOf(laps: BesideLaps, wanted: SculptureId): BesideLap | undefined {
  return laps.find(({ id }) => isSameLap(id, wanted))
}

export function fastestLapOf(place: Place, driver: string): SculptureId {
  return { ...place.id, driver, lap: 'fastest' }
}

/** @returns what of the set stands, in its order. */
export function standingExhibits(laps: BesideLaps): readonly Exhibit[] {
  return laps.flatMap(({ status }) => (status.kind === 'standing' ? [status.exhibit] : []))
}

/** The laps on show, the main one first; null for one that is on its way and has its place already. */
export type LapsOnShow = readonly [Exhibit, ...(Exhibit | null)[]]

/**
 * While another session is on its way the main lap is still that of the former one; what has been chosen for the new
 * one waits until it is there.
 * @param wanted the place asked for last.
 */
export function lapsOnShow(main: Exhibit, laps: BesideLaps, wanted: Place | null): LapsOnShow {
  const mainId = exhibitId(main)
  const isSettled = wanted === null || isSameSession(main.place.id, wanted.id)
  const others = laps.flatMap(({ id, status }) => {
    if (status.kind === 'failed' || isSameLap(id, mainId) || !isSettled) return []
    if (status.kind === 'waiting') return [null]
    return mayStandBeside(main, status.exhibit) ? [status.exhibit] : []
  })
  return [main, ...others]
}

/** @returns how many more laps may be set beside the main one; one that has failed keeps no place. */
export function placesLeft(laps: BesideLaps): number {
  return MOST_BESIDE - laps.filter(({ status }) => status.kind !== 'failed').length
}

/** @returns the drivers that can stand beside `main`, fastest first: all with a counted lap. */
export function candidates(session: SessionLaps, main: string | null): readonly DriverLaps[] {
  return session.drivers.filter(({ code, fastest }) => fastest !== null && code !== main)
}

function isSameLap(a: SculptureId, b: SculptureId): boolean {
  return a.source === b.source && sculptureKey(a) === sculptureKey(b)
}

function withWish(laps: BesideLaps, wish: BesideWish): BesideLaps {
  const known = laps.find(({ id }) => isSameLap(id, wish.id))
  if (known !== undefined && known.status.kind !== 'failed') return laps
  if (placesLeft(laps) <= 0) return laps
  const waiting: BesideLap = { place: wish.place, id: wish.id, ask: wish.ask, status: { kind: 'waiting' } }
  return known === undefined ? [...laps, waiting] : laps.map((lap) => (lap === known ? waiting : lap))
}

function answered(laps: BesideLaps, ask: number, status: BesideStatus): BesideLaps {
  return laps.some((lap) => lap.ask === ask && lap.status.kind === 'waiting')
    ? laps.map((lap) => (lap.ask === ask ? { ...lap, status } : lap))
    : laps
}

function standingLap(exhibit: Exhibit, ask: number): BesideLap {
  return { place: exhibit.place, id: exhibitId(exhibit), ask, status: { kind: 'standing', exhibit } }
}
