// 3MF: a zip with one model in XML, after the 3MF Core Specification 1.3 (packages, metadata, base materials). Colours
// are base materials, one a triangle: the one kind of colour that the core names and so the widest read. Pure.

import { strToU8, zipSync } from 'fflate'
import { lookKey, type SculptureLook } from '@contract/sculpture-look'
import { SIMULATED_MARK, type ExhibitLabels } from './exhibit-labels'
import { lookWords } from './look-words'
import { paletteOf } from './paint'
import type { PrintSolid } from './print-solid'

const CORE = 'http://schemas.microsoft.com/3dmanufacturing/core/2015/02'
const RELATIONSHIPS = 'http://schemas.openxmlformats.org/package/2006/relationships'
const CONTENT_TYPES = 'http://schemas.openxmlformats.org/package/2006/content-types'
/** The core allows metadata of one's own under a name with a prefix that stands for an address of one's own. */
const OURS = 'urn:f1-sculpture-gallery'

/** Decimals of a millimetre that are written: far below what a printer can place, far above rounding of the solid. */
const DECIMALS = 5
const DECIMAL_STEPS = 10 ** DECIMALS

/** A zip entry has a date; the same sculpture is to give the same bytes. 1980 is where zip's calendar begins. */
const ENTRY_DATE = '1980-01-02T00:00:00Z'

export function write3mf(solid: PrintSolid, labels: ExhibitLabels, look: SculptureLook): Uint8Array {
  return zipSync(
    {
      '[Content_Types].xml': strToU8(
        `${XML}<Types xmlns="${CONTENT_TYPES}">` +
          '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>' +
          '<Default Extension="model" ContentType="application/vnd.ms-package.3dmanufacturing-3dmodel+xml"/></Types>',
      ),
      '_rels/.rels': strToU8(
        `${XML}<Relationships xmlns="${RELATIONSHIPS}"><Relationship Target="/3D/3dmodel.model" Id="rel0" ` +
          'Type="http://schemas.microsoft.com/3dmanufacturing/2013/01/3dmodel"/></Relationships>',
      ),
      '3D/3dmodel.model': strToU8(modelXml(solid, labels, look)),
    },
    { level: 6, mtime: ENTRY_DATE },
  )
}

const XML = '<?xml version="1.0" encoding="UTF-8"?>\n'

function modelXml(solid: PrintSolid, labels: ExhibitLabels, look: SculptureLook): string {
  const { positions, indices } = solid
  const { paints, paintOf } = paletteOf(look)
  const { isSimulated, driverName, occasion, lapTime, lap } = labels
  const title = `${driverName}, ${occasion}, lap ${lap}, ${lapTime}`
  const description = `A lap of Formula 1: the circuit in plan and elevation, ${lookWords(look)}. Not affiliated with Formula 1.`
  const metadata = [
    ['Title', isSimulated ? `${title} (simulated)` : title],
    ['Description', isSimulated ? `${SIMULATED_MARK}. ${description}` : description],
    ['Application', 'F1 Sculpture Gallery'],
    ['gallery:Key', labels.key],
    ['gallery:Look', lookKey(look)],
    ['gallery:Simulated', String(isSimulated)],
  ]
  const lines = [
    `${XML}<model unit="millimeter" xml:lang="en" xmlns="${CORE}" xmlns:gallery="${OURS}">`,
    ...metadata.map(([name, value]) => `<metadata name="${name}">${escapeXml(value!)}</metadata>`),
    '<resources><basematerials id="1">',
    ...paints.map(({ name, hex }) => `<base name="${name}" displaycolor="${hex.toUpperCase()}"/>`),
    '</basematerials>',
    `<object id="2" type="model" name="${escapeXml(title)}" pid="1" pindex="0"><mesh><vertices>`,
  ]
  for (let i = 0; i < positions.length; i += 3) {
    const [x, y, z] = [positions[i]!, positions[i + 1]!, positions[i + 2]!]
    lines.push(`<vertex x="${decimal(x)}" y="${decimal(y)}" z="${decimal(z)}"/>`)
  }
  lines.push('</vertices><triangles>')
  for (let i = 0; i < indices.length; i += 3) {
    const corners = `v1="${indices[i]!}" v2="${indices[i + 1]!}" v3="${indices[i + 2]!}"`
    lines.push(`<triangle ${corners} pid="1" p1="${paintOf(solid, i / 3)}"/>`)
  }
  // The solid's middle is its own origin; the core wants what is printed in the positive octant.
  const [left, front] = leastOf(positions)
  lines.push(
    '</triangles></mesh></object></resources><build>',
    `<item objectid="2" transform="1 0 0 0 1 0 0 0 1 ${decimal(-left)} ${decimal(-front)} 0"/></build></model>`,
  )
  return lines.join('\n')
}

/** At most DECIMALS digits. No exponent: numbers below 1e-6, which would have one, are rounded to 0 by then. */
function decimal(value: number): string {
  return String(Math.round(value * DECIMAL_STEPS) / DECIMAL_STEPS)
}

function leastOf(positions: Float32Array): readonly [number, number] {
  let left = Infinity
  let front = Infinity
  for (let i = 0; i < positions.length; i += 3) {
    left = Math.min(left, positions[i]!)
    front = Math.min(front, positions[i + 1]!)
  }
  return [left, front]
}

/** Text and attribute values; control characters are not allowed in XML at all. */
function escapeXml(text: string): string {
  return text
    .replace(/[\p{Cc}\uFFFE\uFFFF]|\p{Cs}/gu, ' ')
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
}
