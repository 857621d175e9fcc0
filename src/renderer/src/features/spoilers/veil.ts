// What the views get to see: laps of hidden weekends without their times and without their order. The stores hold what is
// true; between them and the views there is this and nothing else, so a view made later tells nothing either. Whatever
// is veiled twice is the same object, or everything would be drawn anew with every change.

import type { OpenedSession } from '@contract/calls'
import type { DriverLaps, Lap, SessionLaps } from '@contract/laps'
import type { Sculpture, SculptureHeader } from '@contract/sculpture'
import { sessionKey } from '@contract/ids'
import type { WallItem } from '@contract/wall'
import { VEILED_MS } from '../../ui/told-time'
import type { BesideLap, BesideLaps } from '../gallery/beside'
import type { GalleryState } from '../gallery/gallery-state'
import type { Exhibit } from '../gallery/exhibit'
import type { WallState } from '../wall/wall-state'
import { isHidden } from './hidden-weekends'

export function veiledGallery(state: GalleryState): GalleryState {
  const exhibit = state.exhibit === null ? null : veiledExhibit(state.exhibit)
  const beside = veiledBeside(state.beside)
  const session = state.session === null ? null : veiledSession(state.session)
  const isPlain = exhibit === state.exhibit && beside === state.beside && session === state.session
  return isPlain ? state : { ...state, exhibit, beside, session }
}

export function veiledWall(state: WallState): WallState {
  if (state.items === null) return state
  const items = veiledItems(state.items)
  return items === state.items ? state : { ...state, items }
}

/** Within a session the fastest hangs first; in a hidden one the alphabet decides. */
export function veiledItems(items: readonly WallItem[]): readonly WallItem[] {
  if (!items.some(({ id }) => isHidden(id))) return items
  const sessions = new Map<string, WallItem[]>()
  for (const item of items) {
    const key = sessionKey(item.id)
    const members = sessions.get(key)
    if (members === undefined) sessions.set(key, [item])
    else members.push(item)
  }
  return [...sessions.values()].flatMap((members) =>
    isHidden(members[0]!.id) ? members.map(veilItem).sort(byDriver) : members,
  )
}

/** Drivers by their numbers, with nothing said of how they fared. */
export function veiledLaps(laps: SessionLaps): SessionLaps {
  return isHidden(laps) ? veilLaps(laps) : laps
}

export function veiledSculpture(sculpture: Sculpture): Sculpture {
  return isHidden(sculpture.header) ? veilSculpture(sculpture) : sculpture
}

function veiledSession(session: OpenedSession): OpenedSession {
  return isHidden(session.laps) ? veilSession(session) : session
}

function veiledExhibit(exhibit: Exhibit): Exhibit {
  return isHidden(exhibit.place.id) ? veilExhibit(exhibit) : exhibit
}

const besides = new WeakMap<BesideLaps, BesideLaps>()

function veiledBeside(laps: BesideLaps): BesideLaps {
  const next = laps.map((lap) =>
    lap.status.kind === 'standing' && isHidden(lap.place.id) ? veilBeside(lap) : lap,
  )
  const known = [laps, besides.get(laps)].find((each) => each?.every((lap, i) => lap === next[i]) === true)
  if (known !== undefined) return known
  besides.set(laps, next)
  return next
}

/** @returns the same function, which makes of each thing one other thing. */
function once<T extends object>(veil: (open: T) => T): (open: T) => T {
  const known = new WeakMap<T, T>()
  return (open) => {
    const veiled = known.get(open) ?? veil(open)
    known.set(open, veiled)
    return veiled
  }
}

const veilItem = once<WallItem>((item) => ({ ...item, lapTimeMs: VEILED_MS }))

const veilHeader = once<SculptureHeader>((header) => ({
  ...header,
  lapTimeMs: VEILED_MS,
  sectorsMs: [null, null, null],
}))

const veilSculpture = once<Sculpture>((sculpture) => ({ ...sculpture, header: veilHeader(sculpture.header) }))

const veilExhibit = once<Exhibit>((exhibit) => ({
  ...exhibit,
  ticket: { ...exhibit.ticket, header: veilHeader(exhibit.ticket.header) },
  sculpture: veilSculpture(exhibit.sculpture),
}))

const veilBeside = once<BesideLap>((lap) =>
  lap.status.kind === 'standing'
    ? { ...lap, status: { ...lap.status, exhibit: veilExhibit(lap.status.exhibit) } }
    : lap,
)

const veilSession = once<OpenedSession>((session) => ({ ...session, laps: veilLaps(session.laps) }))

const veilLaps = once<SessionLaps>((laps) => ({
  ...laps,
  drivers: laps.drivers.map(veilDriver).sort((a, b) => Number(a.number) - Number(b.number)),
}))

/** One lap is left of all, for its tyres: how many there are tells who went how far. */
function veilDriver(driver: DriverLaps): DriverLaps {
  const { fastest, laps } = driver
  const kept = laps.find(({ lap }) => lap === fastest?.lap) ?? laps[0]
  return {
    ...driver,
    fastest: fastest === null ? null : { ...fastest, lapTimeMs: VEILED_MS },
    laps: kept === undefined ? [] : [veilLap(kept)],
  }
}

function veilLap(lap: Lap): Lap {
  return {
    ...lap,
    lapTimeMs: VEILED_MS,
    startMs: null,
    endMs: null,
    sectorsMs: [null, null, null],
    position: null,
    segment: null,
    deleted: false,
    personalBest: false,
    generated: false,
  }
}

const collator = new Intl.Collator()

function byDriver(a: WallItem, b: WallItem): number {
  return collator.compare(a.driverName, b.driverName) || a.lap - b.lap
}
