// The colour scale, drawn from the same table as the sculpture.

import { cssColourAt, SCALE_END_G, SCALE_TICKS_G } from '../../three/colour-map'
import { MESH_SCALE } from '../../three/sculpture-mesh'
import { whole } from '../../ui/format'
import { WORDS } from '../../ui/words'

/** Colour stops of a gradient from 0 to the scale's end; between them the eye sees no step. */
const STOPS = 32

export function Legend() {
  const words = WORDS.legend
  return (
    <figure className="legend">
      <figcaption>{words.title}</figcaption>
      <svg
        viewBox="0 0 240 10"
        preserveAspectRatio="none"
        role="img"
        aria-label={words.name(whole(SCALE_END_G))}
      >
        <defs>
          <linearGradient id="legend-scale">
            <ScaleStops />
          </linearGradient>
        </defs>
        <rect width="240" height="10" fill="url(#legend-scale)" />
      </svg>
      <ol className="legend-ticks" aria-hidden="true">
        {SCALE_TICKS_G.map((g) => (
          <li key={g}>{g === SCALE_END_G ? `${whole(g)}+` : whole(g)}</li>
        ))}
      </ol>
      <p className="quiet small">
        {words.note(whole(MESH_SCALE.metresPerG), whole(MESH_SCALE.elevationFactor))}
      </p>
    </figure>
  )
}

/** The stops of an SVG gradient over the whole scale, 0 G first. */
export function ScaleStops() {
  return Array.from({ length: STOPS + 1 }, (_, i) => (
    <stop key={i} offset={i / STOPS} stopColor={cssColourAt((SCALE_END_G * i) / STOPS)} />
  ))
}
