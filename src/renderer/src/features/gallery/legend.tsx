// The colour scale with the choice of what it shows, drawn from the same tables as the sculpture.

import { useMemo } from 'react'
import type { Sculpture } from '@contract/sculpture'
import { CHANNEL_SCALES, cssChannelColour, NO_VALUE } from '@contract/channel-scale'
import { channelValues, hasChannel } from '@contract/channel-values'
import { COLOUR_CHANNELS, COLOUR_MAPS } from '@contract/sculpture-look'
import { MESH_SCALE } from '../../three/sculpture-mesh'
import { whole } from '../../ui/format'
import { channelName, channelNumber, distance } from '../../ui/units'
import { WORDS } from '../../ui/words'
import { LookSelect } from './look-select'
import type { LookChoice } from './use-look'

/** Colour stops of a gradient over the whole scale; between them the eye sees no step. */
const STOPS = 32

interface LegendProps extends Pick<LookChoice, 'look' | 'choose'> {
  readonly sculpture: Sculpture
}

export function Legend({ look, choose, sculpture }: LegendProps) {
  const words = WORDS.legend
  const { map, maps, diverging } = WORDS.look
  const { channels } = sculpture
  const { low, high, ticks, isSigned, isOpen } = CHANNEL_SCALES[look.colour]
  const sign = words.signs[look.colour]
  const hasGaps = useMemo(
    () => channelValues(channels, look.colour).some(Number.isNaN),
    [channels, look.colour],
  )
  const offered = useMemo(
    () => COLOUR_CHANNELS.filter((channel) => channel === look.colour || hasChannel(channels, channel)),
    [channels, look.colour],
  )
  const tick = (value: number): string => {
    const number = channelNumber(look.colour, value)
    if (isOpen && value === high) return words.orMore(number)
    return isOpen && value === low && low !== 0 ? words.orLess(number) : number
  }
  return (
    <figure className="legend">
      <figcaption>
        <LookSelect
          label={words.title}
          value={look.colour}
          options={offered.map((channel) => ({ value: channel, name: channelName(channel) }))}
          onChoose={(colour) => choose({ colour })}
        />
        <LookSelect
          label={map}
          value={isSigned ? 'diverging' : look.map}
          options={
            isSigned
              ? [{ value: 'diverging' as const, name: diverging }]
              : COLOUR_MAPS.map((each) => ({ value: each, name: maps[each] }))
          }
          isDisabled={isSigned}
          onChoose={(chosen) => {
            if (chosen !== 'diverging') choose({ map: chosen })
          }}
        />
      </figcaption>
      <svg
        viewBox="0 0 240 10"
        preserveAspectRatio="none"
        role="img"
        aria-label={words.name(
          channelName(look.colour),
          channelNumber(look.colour, low),
          channelNumber(look.colour, high),
        )}
      >
        <defs>
          <linearGradient id="legend-scale">
            {Array.from({ length: STOPS + 1 }, (_, i) => (
              <stop
                key={i}
                offset={i / STOPS}
                stopColor={cssChannelColour(look, low + ((high - low) * i) / STOPS)}
              />
            ))}
          </linearGradient>
        </defs>
        <rect width="240" height="10" fill="url(#legend-scale)" />
      </svg>
      <ol className="legend-ticks" aria-hidden="true">
        {ticks.map((value) => (
          <li key={value}>{tick(value)}</li>
        ))}
      </ol>
      <p className="quiet small">
        {sign !== null && `${sign} `}
        {hasGaps && (
          <>
            <svg className="legend-gap" viewBox="0 0 1 1" aria-hidden="true">
              <rect width="1" height="1" fill={NO_VALUE_CSS} />
            </svg>{' '}
            {words.gap}{' '}
          </>
        )}
        {words.note(distance(MESH_SCALE.metresPerG).text, whole(MESH_SCALE.elevationFactor))}
      </p>
    </figure>
  )
}

const NO_VALUE_CSS = `rgb(${NO_VALUE.map((part) => Math.round(part * 255)).join(' ')})`
