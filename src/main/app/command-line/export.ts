// `gallery sculpture … --out FILE`: the options, the writing, and what is said of it.

import { extname, resolve } from 'node:path'
import { InvalidArgumentError, type Command } from 'commander'
import {
  DEFAULT_PRINT,
  EXPORT_FORMATS,
  PRINT_LIMITS,
  type ExportFormat,
  type PrintOptions,
} from '@contract/export'
import type { SculptureId } from '@contract/ids'
import type { Composition } from '../compose'

export interface ExportTarget {
  /** Absolute. */
  readonly path: string
  readonly format: ExportFormat
  readonly print: PrintOptions
}

/** The options as commander hands them over. */
export interface ExportFlags {
  readonly out?: Omit<ExportTarget, 'print'>
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
    .option('--no-text', 'no raised lettering; a simulated lap still says that it is one')
}

/** @returns null when no file was asked for. */
export function exportTarget(flags: ExportFlags): ExportTarget | null {
  if (flags.out === undefined) return null
  const { bedMm, heightScale, baseMm, wallMm } = flags
  const lettering = flags.text ? 'full' : 'simulated-mark'
  return { ...flags.out, print: { bedMm, heightScale, baseMm, wallMm, lettering } }
}

/** @throws AppError as `SculptureExporter.save`. */
export async function writeExport(
  parts: Composition,
  id: SculptureId,
  { path, format, print }: ExportTarget,
) {
  const { bytes, elapsedMs, solid, warnings } = await parts.exporter.save({ id, format, print }, path)
  return {
    file: path,
    format,
    bytes,
    elapsedMs: Math.round(elapsedMs),
    ...(solid === null
      ? {}
      : {
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

function parseOut(value: string): Omit<ExportTarget, 'print'> {
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
