// The picture that is saved or copied: the sculpture as it is seen now, before the room's wall, with its caption. Drawn
// on a canvas of its own; the view only lends the sculpture.

import type { SculptureView } from '../../three/scene'
import type { PictureSize } from '../../three/take-picture'
import { CHANNEL_SCALES, cssChannelColour } from '@contract/channel-scale'
import type { SculptureLook } from '@contract/sculpture-look'
import type { Exhibit } from '../gallery/exhibit'
import { layCaption, type PictureLayout } from './picture-caption'

/** The room's colours and type, as the style sheet has them now. */
interface RoomStyle {
  readonly wall: string
  readonly wallLit: string
  readonly panel: string
  readonly ink: string
  readonly inkQuiet: string
  readonly accent: string
  readonly accentInk: string
  readonly serif: string
  readonly sans: string
}

/** Columns of the legend's bar: one a step of the table. */
const SCALE_COLUMNS = 256

/**
 * @returns a PNG of exactly `size`.
 * @throws RangeError when this graphics system cannot draw so large a picture.
 */
export async function drawPicture(
  view: SculptureView,
  exhibit: Exhibit,
  size: PictureSize,
): Promise<Uint8Array> {
  const look = view.look()
  const layout = layCaption(exhibit, size, look)
  const canvas = document.createElement('canvas')
  canvas.width = size.width
  canvas.height = size.height
  const context = canvas.getContext('2d')
  if (context === null) throw new RangeError(`no canvas of ${size.width} × ${size.height}`)
  const style = readStyle()
  const sculptureHeight = size.height - layout.bandPx
  drawWall(context, style, size.width, sculptureHeight)
  context.drawImage(view.takePicture({ width: size.width, height: sculptureHeight }), 0, 0)
  drawBand(context, style, layout, size, look)
  const blob = await new Promise<Blob | null>((resolve) => canvas.toBlob(resolve, 'image/png'))
  if (blob === null) throw new RangeError(`no picture of ${size.width} × ${size.height}`)
  return new Uint8Array(await blob.arrayBuffer())
}

/** The light on the wall, as the style sheet paints it behind the stage. */
function drawWall(context: CanvasRenderingContext2D, style: RoomStyle, width: number, height: number): void {
  context.save()
  context.fillStyle = style.wall
  context.fillRect(0, 0, width, height)
  context.scale(width, height)
  const light = context.createRadialGradient(0.5, 0.46, 0, 0.5, 0.46, 0.55)
  light.addColorStop(0, style.wallLit)
  light.addColorStop(1, style.wall)
  context.fillStyle = light
  context.fillRect(0, 0, 1, 1)
  context.restore()
}

function drawBand(
  context: CanvasRenderingContext2D,
  style: RoomStyle,
  layout: PictureLayout,
  { width, height }: PictureSize,
  look: SculptureLook,
): void {
  context.fillStyle = style.panel
  context.fillRect(0, height - layout.bandPx, width, layout.bandPx)
  context.textBaseline = 'alphabetic'
  for (const { text, x, y, sizePx, align, tone, family } of layout.texts) {
    context.font = `${sizePx}px ${style[family]}`
    context.textAlign = align
    context.fillStyle = tone === 'quiet' ? style.inkQuiet : style.ink
    // Half the picture at most: a long name is squeezed rather than run into the time.
    context.fillText(text, x, y, width * 0.62)
  }
  const { scale, badge } = layout
  const { low, high } = CHANNEL_SCALES[look.colour]
  for (let column = 0; column < SCALE_COLUMNS; column++) {
    context.fillStyle = cssChannelColour(look, low + ((high - low) * (column + 0.5)) / SCALE_COLUMNS)
    const from = Math.round((scale.width * column) / SCALE_COLUMNS)
    const to = Math.round((scale.width * (column + 1)) / SCALE_COLUMNS)
    context.fillRect(scale.x + from, scale.y, to - from, scale.height)
  }
  if (badge === null) return
  context.font = `600 ${badge.sizePx}px ${style.sans}`
  context.textAlign = 'left'
  const padding = badge.sizePx * 0.6
  const textWidth = context.measureText(badge.text).width
  context.fillStyle = style.accent
  context.fillRect(badge.x, badge.y, textWidth + 2 * padding, badge.sizePx * 1.7)
  context.fillStyle = style.accentInk
  context.fillText(badge.text, badge.x + padding, badge.y + badge.sizePx * 1.2)
}

function readStyle(): RoomStyle {
  const style = getComputedStyle(document.documentElement)
  const value = (name: string): string => style.getPropertyValue(name).trim()
  return {
    wall: value('--wall'),
    wallLit: value('--wall-lit'),
    panel: value('--panel'),
    ink: value('--ink'),
    inkQuiet: value('--ink-quiet'),
    accent: value('--accent'),
    accentInk: value('--accent-ink'),
    serif: value('--serif'),
    sans: value('--sans'),
  }
}
