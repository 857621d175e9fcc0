// One lap in the chart of all laps: the letter of its tyre in a disc with the colour of the tyre's side wall; struck
// through where the lap was deleted, with a tail where it came out of the pits or went in.

import { WORDS } from '../../ui/words'
import type { LapPoint } from './lap-history'

const RADIUS = 7.5

interface LapDotProps {
  readonly point: LapPoint
  readonly x: number
  readonly y: number
  readonly isOnShow: boolean
}

export function LapDot({ point, x, y, isOnShow }: LapDotProps) {
  const { letters, unknownLetter } = WORDS.compare.laps
  const { lap, isInLap, isOutLap } = point
  const letter = lap.compound === null ? unknownLetter : (letters[lap.compound] ?? unknownLetter)
  return (
    <g
      transform={`translate(${x.toFixed(1)} ${y.toFixed(1)})`}
      className={isOnShow ? 'lap-dot on-show' : 'lap-dot'}
    >
      <Marks isInLap={isInLap} isOutLap={isOutLap} isOnShow={isOnShow} />
      <circle className="lap-tyre" data-compound={lap.compound ?? 'UNKNOWN'} r={RADIUS} />
      <text y="3.4" textAnchor="middle">
        {letter}
      </text>
      {lap.deleted && <path className="lap-strike" d="M-9,6L9,-6" />}
    </g>
  )
}

interface MarksProps {
  readonly isInLap: boolean
  readonly isOutLap: boolean
  readonly isOnShow: boolean
}

/** Out of the pits: an arrow from below on the left; into them: down on the right. */
function Marks({ isInLap, isOutLap, isOnShow }: MarksProps) {
  return (
    <>
      {isOnShow && <circle className="lap-halo" r={RADIUS + 3.5} />}
      {isOutLap && <path className="lap-tail" d="M-12,10V1M-15,4L-12,0L-9,4" />}
      {isInLap && <path className="lap-tail" d="M12,-1V8M9,5L12,9L15,5" />}
    </>
  )
}

/** A mark by itself, for the legend, in a square of 24. */
export function LapMarkSample({ kind }: { readonly kind: 'deleted' | 'inLap' | 'outLap' | 'onShow' }) {
  return (
    <g transform="translate(12 12)" className="lap-dot">
      <Marks isInLap={kind === 'inLap'} isOutLap={kind === 'outLap'} isOnShow={kind === 'onShow'} />
      <circle className="lap-tyre" r={RADIUS} />
      {kind === 'deleted' && <path className="lap-strike" d="M-9,6L9,-6" />}
    </g>
  )
}
