// From a sculpture to the bytes of a file in any format. Pure but for the WebAssembly it loads; takes up to a second
// for a solid, so it runs in a worker thread.

import { isSolidFormat, type ExportedSolid, type ExportFormat, type PrintOptions } from '@contract/export'
import { hasChannel } from '@contract/channel-values'
import type { Sculpture } from '@contract/sculpture'
import type { SculptureLook } from '@contract/sculpture-look'
import type { ExhibitLabels } from './exhibit-labels'
import { colourlessWarning, missingColourWarning } from './look-words'
import { layNameplate } from './nameplate'
import { planFor } from './plan-for'
import { buildPrintSolid, colouringOf } from './print-solid'
import { readTypeface } from './typeface'
import { write3mf } from './write-3mf'
import { writeGlb } from './write-glb'
import { writeStl } from './write-stl'
import { writeCsv, writeJson } from './write-tables'

export interface ExportJob {
  readonly sculpture: Sculpture
  readonly labels: ExhibitLabels
  readonly format: ExportFormat
  readonly print: PrintOptions
  /** Of the solid; tables have none. */
  readonly look: SculptureLook
  /** Subsets of the lettering's font, see `readTypeface`. */
  readonly fonts: readonly Uint8Array[]
}

export interface MadeExport {
  readonly bytes: Uint8Array
  readonly solid: ExportedSolid | null
  readonly warnings: readonly string[]
}

/** Rows of colour on the body: at 10 the steps on the highest walls are half a G; each row adds a tenth of a megabyte. */
const COLOURED_ROWS = 10

/** @throws AppError `export/not-closed`, `export/too-complex`. */
export async function makeExport(job: ExportJob): Promise<MadeExport> {
  const { sculpture, labels, format, print, look } = job
  if (!isSolidFormat(format)) {
    const bytes = format === 'csv' ? writeCsv(sculpture, labels) : writeJson(sculpture, labels)
    return { bytes, solid: null, warnings: sculpture.header.warnings }
  }
  const { stations, plan } = planFor(sculpture, labels, print, look)
  const nameplate = layNameplate(labels, print, plan, readTypeface(job.fonts))
  const rows = format !== 'stl' && colouringOf(look) === 'by-height' ? COLOURED_ROWS : 1
  const solid = await buildPrintSolid(stations, plan, look, nameplate.texts, rows)
  const title = `F1 Sculpture Gallery; ${labels.isSimulated ? 'SIMULATED; ' : ''}${labels.key}`
  const bytes =
    format === 'stl'
      ? writeStl(solid, title)
      : format === '3mf'
        ? write3mf(solid, labels, look)
        : await writeGlb(solid, labels, look)
  return {
    bytes,
    solid: {
      size: plan.size,
      triangles: solid.indices.length / 3,
      volumeCm3: solid.volumeMm3 / 1000,
    },
    warnings: [...nameplate.warnings, ...lookWarnings(job)],
  }
}

function lookWarnings({ sculpture, format, look }: ExportJob): readonly string[] {
  if (format === 'stl') return look.height === 'combinedG' ? [] : [colourlessWarning(look.height)]
  return hasChannel(sculpture.channels, look.colour) ? [] : [missingColourWarning(look.colour)]
}
