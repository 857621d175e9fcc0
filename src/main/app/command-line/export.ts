// `gallery sculpture … --out FILE`: the options, the writing, and what is said of it.

import { extname, resolve } from 'node:path'
import { InvalidArgumentError, Option, type Command } from 'commander'
import {
  DEFAULT_PRINT,
  EXPORT_FORMATS,
  isSolidFormat,
  PRINT_LIMITS,
  type ExportFormat,
  type PrintOptions,
} from '@contract/export'
import type { SculptureId } from '@contract/ids'
import { CHANNEL_SCALES } from '@contract/channel-scale'
import {
  COLOUR_MAPS,
  DEFAULT_LOOK,
  STYLES,
  type ColourChannel,
  type ColourMap,
  type HeightChannel,
  type SculptureLook,
  type SculptureStyle,
} from '@contract/sculpture-look'
import type { Composition } from '../compose'

export interface ExportTarget {
  /** Absolute. */
  readonly path: string
  readonly format: ExportFormat
  readonly print: PrintOptions
  readonly look: SculptureLook
}

/** Channels by the words of the command line. */
const HEIGHTS = {
  combined: 'combinedG',
  longitudinal: 'longitudinalG',
  lateral: 'lateralG',
} as const satisfies Record<string, HeightChannel>
const COLOURS = {
  ...HEIGHTS,
  vertical: 'verticalG',
  speed: 'speedKmh',
  throttle: 'throttlePct',
  gear: 'gear',
} as const satisfies Record<string, ColourChannel>

/** Undefined: not asked for, so the default. */
interface LookFlags {
  readonly style?: SculptureStyle
  readonly height?: keyof typeof HEIGHTS
  readonly colour?: keyof typeof COLOURS
  readonly map?: ColourMap
}

/** The options as commander hands them over. */
export interface ExportFlags extends LookFlags {
  readonly out?: Omit<ExportTarget, 'print' | 'look'>
  readonly bedMm: number
  readonly heightScale: number
  readonly baseMm: number
  readonly wallMm: number
  readonly text: boolean
}

export function withExport(command: Command): Command {
  const { bedMm, heightScale, baseMm, wallMm } = DEFAULT_PRINT
  return command
    .option('--out <file>', `also write a file: its ending is one of ${EXPORT_FORMATS.join(' ')}`, parseOut)
    .option('--bed-mm <mm>', 'side of the printer’s bed', within('bedMm'), bedMm)
    .option('--height-scale <factor>', 'height, as a factor', within('heightScale'), heightScale)
    .option('--base-mm <mm>', 'thickness of the base', within('baseMm'), baseMm)
    .option('--wall-mm <mm>', 'thickness of the wall', within('wallMm'), wallMm)
    .addOption(new Option('--style <style>', 'style of the model (default: wall)').choices(STYLES))
    .addOption(
      new Option('--height <force>', 'force that raises it, by its size (default: combined)').choices(
        Object.keys(HEIGHTS),
      ),
    )
    .addOption(
      new Option('--colour <channel>', 'channel that colours a 3mf or glb (default: combined)').choices(
        Object.keys(COLOURS),
      ),
    )
    .addOption(
      new Option('--map <map>', 'colours of a channel without sign (default: cividis)').choices(COLOUR_MAPS),
    )
    .option('--no-text', 'no raised lettering; a simulated lap still says that it is one')
}

/**
 * @returns null when no file was asked for.
 * @throws InvalidArgumentError for a look that the file cannot have.
 */
export function exportTarget(flags: ExportFlags): ExportTarget | null {
  const look = lookOf(flags)
  if (flags.out === undefined) return null
  const { bedMm, heightScale, baseMm, wallMm } = flags
  const lettering = flags.text ? 'full' : 'simulated-mark'
  return { ...flags.out, print: { bedMm, heightScale, baseMm, wallMm, lettering }, look }
}

/** What cannot show is refused, not left out: who asks for a colour expects to see it. */
function lookOf({ out, style, height, colour, map }: LookFlags & Pick<ExportFlags, 'out'>): SculptureLook {
  const asked = Object.entries({ style, height, colour, map }).filter(([, value]) => value !== undefined)
  const names = asked.map(([name]) => `--${name}`).join(', ')
  if (asked.length > 0 && (out === undefined || !isSolidFormat(out.format)))
    throw new InvalidArgumentError(`${names}: needs --out with a file that ends in .3mf, .stl or .glb.`)
  if (out?.format === 'stl' && (colour !== undefined || map !== undefined))
    throw new InvalidArgumentError(`${names}: an STL has no colours; use .3mf or .glb.`)
  const look: SculptureLook = {
    style: style ?? DEFAULT_LOOK.style,
    height: height === undefined ? DEFAULT_LOOK.height : HEIGHTS[height],
    colour: colour === undefined ? DEFAULT_LOOK.colour : COLOURS[colour],
    map: map ?? DEFAULT_LOOK.map,
  }
  if (map !== undefined && CHANNEL_SCALES[look.colour].isSigned)
    throw new InvalidArgumentError(`--map: ${colour} G has a sign and so a map of its own.`)
  return look
}

/** @throws AppError as `SculptureExporter.save`. */
export async function writeExport(
  parts: Composition,
  id: SculptureId,
  { path, format, print, look }: ExportTarget,
) {
  const { bytes, elapsedMs, solid, warnings } = await parts.exporter.save({ id, format, print, look }, path)
  return {
    file: path,
    format,
    bytes,
    elapsedMs: Math.round(elapsedMs),
    ...(solid === null
      ? {}
      : {
          look,
          widthMm: tenth(solid.size.widthMm),
          depthMm: tenth(solid.size.depthMm),
          heightMm: tenth(solid.size.heightMm),
          scaleDenominator: Math.round(solid.size.scaleDenominator),
          triangles: solid.triangles,
          volumeCm3: tenth(solid.volumeCm3),
        }),
    warnings,
  }
}

/** The rows of a table for people. */
export function exportRows(written: Awaited<ReturnType<typeof writeExport>>): readonly string[][] {
  const { file, bytes, elapsedMs, widthMm, depthMm, heightMm, scaleDenominator, triangles, volumeCm3 } =
    written
  return [
    ['written', `${file}, ${bytes} bytes, in ${elapsedMs} ms`],
    ...(triangles === undefined
      ? []
      : [
          ['size', `${widthMm} × ${depthMm} × ${heightMm} mm, plan 1 : ${scaleDenominator}`],
          ['solid', `${triangles} triangles, ${volumeCm3} cm³`],
        ]),
    ...written.warnings.map((warning) => ['note', warning]),
  ]
}

function tenth(value: number): number {
  return Math.round(value * 10) / 10
}

function parseOut(value: string): Omit<ExportTarget, 'print' | 'look'> {
  const ending = extname(value).slice(1).toLowerCase()
  const format = EXPORT_FORMATS.find((each) => each === ending)
  if (format === undefined)
    throw new InvalidArgumentError(
      `Expected a file that ends in ${EXPORT_FORMATS.map((each) => `.${each}`).join(' ')}.`,
    )
  return { path: resolve(value), format }
}

function within(option: keyof typeof PRINT_LIMITS): (value: string) => number {
  const { least, most } = PRINT_LIMITS[option]
  return (value) => {
    const number = Number(value)
    if (value.trim() === '' || !(number >= least && number <= most))
      throw new InvalidArgumentError(`Expected a number from ${least} to ${most}.`)
    return number
  }
}
