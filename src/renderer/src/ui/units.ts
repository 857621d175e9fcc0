// Speeds and lengths in the units the person reads: the one place that knows which. What comes in is SI, as everything
// behind the page is; files and the command line keep it.

import type { ColourChannel } from '@contract/sculpture-look'
import { decimal, whole } from './format'
import { pageSettings } from './page-settings'
import { WORDS } from './words'
import type { UnitWords } from './words/subjects'

/** By definition, since 1959. */
const KM_PER_MILE = 1.609344
const M_PER_FOOT = 0.3048

/** Of a lap in miles: a thousandth is 1.6 m, about what a lap's length is known to. */
const MILE_DIGITS = 3

/** A figure and its unit, apart for who sets them apart. */
interface Quantity {
  readonly value: string
  readonly unit: string
  /** Both, as one text that does not break. */
  readonly text: string
  /** Both in full, for the ear. */
  readonly spoken: string
}

/** `312 km/h`, `194 mph`. */
export function speed(kmh: number): Quantity {
  return quantity(isImperial() ? kmh / KM_PER_MILE : kmh, unitWords().speed)
}

/** A place along the lap, a height: `1,204 m`, `3,950 ft`. @param digits of metres; feet are fine enough without. */
export function distance(m: number, digits = 0): Quantity {
  return isImperial()
    ? quantity(m / M_PER_FOOT, unitWords().distance)
    : quantity(m, unitWords().distance, digits)
}

/** The length of a whole lap: `5,301 m`, `3.294 mi`. */
export function lapLength(m: number): Quantity {
  return isImperial()
    ? quantity(m / (KM_PER_MILE * 1000), unitWords().lap, MILE_DIGITS)
    : quantity(m, unitWords().lap)
}

/** What stands at the head of a column of figures. */
export function speedUnit(): UnitWords {
  return unitWords().speed
}

export function distanceUnit(): UnitWords {
  return unitWords().distance
}

/** The name of a channel, with its unit where it has one of several. */
export function channelName(channel: ColourChannel): string {
  const name = WORDS.look.channels[channel]
  return channel === 'speedKmh' ? WORDS.units.of(name, speedUnit().short) : name
}

/** A value of a channel as a whole number, in the unit of `channelName`. */
export function channelNumber(channel: ColourChannel, value: number): string {
  return channel === 'speedKmh' ? speed(value).value : whole(value)
}

function quantity(n: number, unit: UnitWords, digits = 0): Quantity {
  const value = decimal(n, digits)
  return {
    value,
    unit: unit.short,
    text: WORDS.units.figure(value, unit.short),
    spoken: unit.spoken(value, Number(n.toFixed(digits))),
  }
}

function isImperial(): boolean {
  return pageSettings.get().appearance.units === 'imperial'
}

function unitWords() {
  return WORDS.units.systems[pageSettings.get().appearance.units]
}
