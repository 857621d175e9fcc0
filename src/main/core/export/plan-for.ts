// What a print of a sculpture comes to before it is made. Apart from the making, which brings the solid's WebAssembly and
// the lettering with it: a size is also told by processes that make nothing.

import type { PrintOptions } from '@contract/export'
import type { Sculpture } from '@contract/sculpture'
import type { SculptureLook } from '@contract/sculpture-look'
import type { ExhibitLabels } from './exhibit-labels'
import { plateDepthMm } from './nameplate'
import { planPrint, type PrintPlan } from './print-plan'
import { stationsOf, type Stations } from './stations'

/** Distance of stations on the print, mm: two widths of a common nozzle's line; a finer wall would print alike. */
const STATION_MM = 0.8

/** How the print will lie on the bed, without making it. */
export function planFor(
  sculpture: Sculpture,
  labels: ExhibitLabels,
  print: PrintOptions,
  look: SculptureLook,
): { readonly stations: Stations; readonly plan: PrintPlan } {
  const plateMm = plateDepthMm(labels, print)
  const all = stationsOf(sculpture.channels, 0, look)
  const { mmPerM } = planPrint(all, print, look.style, plateMm)
  const stations = stationsOf(sculpture.channels, STATION_MM / mmPerM, look)
  // Planned again: the heights are those of the stations that are kept.
  return { stations, plan: planPrint(stations, print, look.style, plateMm) }
}
