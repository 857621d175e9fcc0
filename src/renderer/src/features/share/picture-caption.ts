// Where the words of a picture's caption stand. Pure: lengths in pixels out of the picture's size, so that a picture of
// any size looks the same.

import type { PictureSize } from '../../three/take-picture'
import { isVeiled, toldTime } from '../../ui/told-time'
import { channelName, channelNumber } from '../../ui/units'
import { WORDS } from '../../ui/words'
import { CHANNEL_SCALES } from '@contract/channel-scale'
import type { SculptureLook } from '@contract/sculpture-look'
import type { Exhibit } from '../gallery/exhibit'

export interface CaptionText {
  readonly text: string
  /** Baseline's beginning, or its end where `align` says so. */
  readonly x: number
  readonly y: number
  readonly sizePx: number
  readonly align: 'left' | 'right'
  readonly tone: 'strong' | 'quiet'
  readonly family: 'serif' | 'sans'
}

export interface PictureLayout {
  /** Height of the band at the foot of the picture that is the caption's. */
  readonly bandPx: number
  readonly marginPx: number
  readonly texts: readonly CaptionText[]
  /** The legend's bar of colours. */
  readonly scale: { readonly x: number; readonly y: number; readonly width: number; readonly height: number }
  /** Null for recorded laps. */
  readonly badge: {
    readonly text: string
    readonly x: number
    readonly y: number
    readonly sizePx: number
  } | null
}

/** Shares of the picture's height. By eye, after the museum label beside the plinth. */
const BAND_RATIO = 0.15
const MARGIN_RATIO = 0.035
const NAME_RATIO = 0.042
const LINE_RATIO = 0.022
const SMALL_RATIO = 0.016

export function layCaption(
  exhibit: Exhibit,
  { width, height }: PictureSize,
  look: SculptureLook,
): PictureLayout {
  const { low, high } = CHANNEL_SCALES[look.colour]
  const { header } = exhibit.ticket
  const { place } = exhibit
  const px = (ratio: number) => Math.round(height * ratio)
  const bandPx = px(BAND_RATIO)
  const marginPx = px(MARGIN_RATIO)
  const right = width - marginPx
  const nameY = height - bandPx + px(0.055)
  const lineY = nameY + px(0.033)
  const footY = height - px(0.022)
  const time = toldTime(header.lapTimeMs)
  // In qualifying the lap's number tells how far its driver came.
  const lap = isVeiled(header.lapTimeMs) ? header.team : WORDS.share.pictureLap(header.lap, header.team)
  const text = (
    words: string,
    x: number,
    y: number,
    ratio: number,
    more: Partial<Pick<CaptionText, 'align' | 'tone' | 'family'>> = {},
  ): CaptionText => ({
    text: words,
    x,
    y,
    sizePx: px(ratio),
    align: 'left',
    tone: 'strong',
    family: 'sans',
    ...more,
  })
  const quiet = { tone: 'quiet' } as const
  return {
    bandPx,
    marginPx,
    texts: [
      text(header.driverName, marginPx, nameY, NAME_RATIO, { family: 'serif' }),
      text(
        WORDS.share.pictureWork(place.eventName, place.sessionName, String(header.season)),
        marginPx,
        lineY,
        LINE_RATIO,
      ),
      text(
        WORDS.share.pictureScale(
          channelName(look.height),
          channelName(look.colour),
          channelNumber(look.colour, low),
          channelNumber(look.colour, high),
        ),
        marginPx,
        footY,
        SMALL_RATIO,
        quiet,
      ),
      text(time, right, nameY, NAME_RATIO, { align: 'right', family: 'serif' }),
      text(lap, right, lineY, LINE_RATIO, { align: 'right' }),
      text(WORDS.share.madeWith, right, footY, SMALL_RATIO, { ...quiet, align: 'right' }),
    ],
    scale: {
      x: marginPx,
      y: lineY + px(0.014),
      width: Math.round(width * 0.22),
      height: px(0.008),
    },
    badge:
      header.source === 'demo'
        ? { text: WORDS.caption.simulated, x: marginPx, y: marginPx, sizePx: px(0.026) }
        : null,
  }
}
