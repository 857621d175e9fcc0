// A lap's own line and body, as they are in charts and on the track: what one looks up a lap by.

import type { CSSProperties } from 'react'
import type { LapStyle } from './lap-style'

/** Outlines in a square of twelve; a cone is seen from the side, a diamond on its tip. */
const SHAPE_PATHS = {
  ball: 'M6,1A5,5 0 1 1 5.99,1Z',
  cube: 'M1.5,1.5H10.5V10.5H1.5Z',
  cone: 'M6,1L11,11H1Z',
  diamond: 'M6,0.5L11,6L6,11.5L1,6Z',
} as const

/** For the style sheet, which mixes the team's colour with the room's ink until it can be seen. */
export function lapColour({ colour }: Pick<LapStyle, 'colour'>): CSSProperties {
  return { '--lap': colour } as CSSProperties
}

export function LapKey({
  style,
  isReference = false,
}: {
  readonly style: LapStyle
  readonly isReference?: boolean
}) {
  return (
    <svg className="lap-key" viewBox="0 0 42 12" style={lapColour(style)} aria-hidden="true">
      <path className={isReference ? 'chart-line' : `chart-line lap ${style.dash}`} d="M0,6H26" />
      <path className="lap-body" d={SHAPE_PATHS[style.shape]} transform="translate(29 0)" />
    </svg>
  )
}
