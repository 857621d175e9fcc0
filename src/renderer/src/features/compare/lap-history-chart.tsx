// The chart of all laps of a session. One driver is in front, with the letters of the tyres; the others are dots behind.
// Pointer and keyboard reach the same laps.

import { useState, type KeyboardEvent, type PointerEvent } from 'react'
import { listed, whole } from '../../ui/format'
import { compoundName } from '../../ui/tyre'
import { Spoken } from '../../ui/spoken'
import { toldTime } from '../../ui/told-time'
import { WORDS } from '../../ui/words'
import { LapDot, LapMarkSample } from './lap-dot'
import { movedPoint, type LapHistory, type LapMove, type LapPoint } from './lap-history'

interface LapHistoryChartProps {
  readonly history: LapHistory
  readonly name: string
  /** Code of the driver in front. */
  readonly driver: string
  readonly isOnShow: (point: LapPoint) => boolean
  readonly onDriver: (code: string) => void
  /** @param how null: as a click is set. */
  readonly onChoose: (point: LapPoint, how: 'beside' | null) => void
}

/** Drawing units: pixels in a window of common size. */
const WIDTH = 860
const HEIGHT = 190
const LEFT = 84
const RIGHT = 10
const TOP = 18
const BOTTOM = 22
/** A pointer this near to a lap points at it. */
const REACH = 16
const MOVES: Readonly<Record<string, LapMove>> = {
  ArrowLeft: 'earlier',
  ArrowRight: 'later',
  ArrowUp: 'up',
  ArrowDown: 'down',
}

export function LapHistoryChart(props: LapHistoryChartProps) {
  const { history, name, driver, isOnShow, onDriver, onChoose } = props
  const words = WORDS.compare.laps
  const { points, lastLap, lowMs, highMs } = history
  const [at, setAt] = useState<LapPoint | null>(null)
  const pointed = at !== null && points.includes(at) ? at : null
  const x = (lap: number): number => LEFT + ((lap - 0.5) / lastLap) * (WIDTH - LEFT - RIGHT)
  const y = ({ lapTimeMs, isBeyond }: LapPoint): number =>
    isBeyond ? TOP / 2 : TOP + (1 - (lapTimeMs - lowMs) / (highMs - lowMs)) * (HEIGHT - TOP - BOTTOM)
  const front = points.filter((point) => point.driver.code === driver)
  const told = pointed === null ? null : tellLap(pointed, isOnShow(pointed))

  const nearest = (event: PointerEvent<SVGSVGElement>): LapPoint | null => {
    const box = event.currentTarget.getBoundingClientRect()
    // The picture keeps its proportions and lies in the middle of its place.
    const scale = Math.min(box.width / WIDTH, box.height / HEIGHT)
    const px = (event.clientX - box.left - (box.width - WIDTH * scale) / 2) / scale
    const py = (event.clientY - box.top - (box.height - HEIGHT * scale) / 2) / scale
    let best: LapPoint | null = null
    let least = REACH
    // The driver in front comes first where laps lie together.
    for (const point of [...front, ...points]) {
      const distance = Math.hypot(x(point.lap.lap) - px, y(point) - py)
      if (distance < least) {
        least = distance
        best = point
      }
    }
    return best
  }
  const onKeyDown = (event: KeyboardEvent): void => {
    const move = MOVES[event.key]
    if (move !== undefined) {
      event.preventDefault()
      const next = movedPoint(history, pointed ?? front[0] ?? null, move)
      setAt(next)
      onDriver(next.driver.code)
    } else if (event.key === 'Enter' && pointed !== null) {
      event.preventDefault()
      onChoose(pointed, event.shiftKey ? 'beside' : null)
    }
  }

  return (
    <figure className="lap-history">
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- an application: it has keys */}
      <svg
        viewBox={`0 0 ${WIDTH} ${HEIGHT}`}
        role="application"
        aria-label={name}
        aria-describedby="lap-history-told"
        // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- as above
        tabIndex={0}
        onKeyDown={onKeyDown}
        onPointerMove={(event) => setAt(nearest(event))}
        onPointerLeave={() => setAt(null)}
        onClick={() => {
          if (pointed === null) return
          onDriver(pointed.driver.code)
          onChoose(pointed, null)
        }}
      >
        <Axes history={history} x={x} />
        {points.map((point) =>
          point.driver.code === driver ? null : (
            <circle
              key={`${point.driver.number} ${point.lap.lap}`}
              className={isOnShow(point) ? 'lap-other on-show' : 'lap-other'}
              cx={x(point.lap.lap)}
              cy={y(point)}
              r={isOnShow(point) ? 4.5 : 2.4}
            />
          ),
        )}
        <path
          className="lap-run"
          d={runPath(front, (point) => `${x(point.lap.lap).toFixed(1)},${y(point).toFixed(1)}`)}
        />
        {front.map((point) => (
          <LapDot
            key={point.lap.lap}
            point={point}
            x={x(point.lap.lap)}
            y={y(point)}
            isOnShow={isOnShow(point)}
          />
        ))}
        {pointed !== null && (
          <circle className="lap-pointed" cx={x(pointed.lap.lap)} cy={y(pointed)} r={11} />
        )}
      </svg>
      <figcaption>
        {/* Said apart from what is seen, which follows the pointer. */}
        <output id="lap-history-told" aria-live="off">
          {told ?? words.hint}
        </output>
        <Spoken text={told ?? ''} />
        <HistoryLegend />
      </figcaption>
    </figure>
  )
}

/** Joins laps that follow each other within the chart's reach: a line up to a lap in the pits would say nothing. */
function runPath(laps: readonly LapPoint[], place: (point: LapPoint) => string): string {
  return laps
    .map((point, i) => {
      const before = laps[i - 1]
      const isJoined =
        before !== undefined && before.lap.lap === point.lap.lap - 1 && !before.isBeyond && !point.isBeyond
      return `${isJoined ? 'L' : 'M'}${place(point)}`
    })
    .join('')
}

/** Lap numbers on the axis: as many as fit without touching. */
const MOST_NUMBERS = 24
/** Lap times on the axis: in steps a person counts in, ms, and no more than so many. */
const TIME_STEPS_MS = [100, 200, 500, 1000, 2000, 5000, 10_000, 30_000] as const
const MOST_TIMES = 4

function roundTimes(lowMs: number, highMs: number): readonly number[] {
  const step = TIME_STEPS_MS.find((each) => (highMs - lowMs) / each <= MOST_TIMES) ?? TIME_STEPS_MS.at(-1)!
  const first = Math.ceil(lowMs / step) * step
  return Array.from({ length: Math.floor((highMs - first) / step) + 1 }, (_, i) => first + i * step)
}

function Axes({ history, x }: { readonly history: LapHistory; readonly x: (lap: number) => number }) {
  const { lastLap, lowMs, highMs } = history
  const every = Math.ceil(lastLap / MOST_NUMBERS)
  const numbers = Array.from({ length: lastLap }, (_, i) => i + 1).filter(
    (lap) => lap === 1 || lap % every === 0,
  )
  const words = WORDS.compare.laps
  return (
    <g aria-hidden="true">
      {roundTimes(lowMs, highMs).map((ms) => {
        const at = TOP + (1 - (ms - lowMs) / (highMs - lowMs)) * (HEIGHT - TOP - BOTTOM)
        return (
          <g key={ms}>
            <line className="ground-line" x1={LEFT} x2={WIDTH - RIGHT} y1={at} y2={at} />
            <text x={LEFT - 8} y={at + 4} textAnchor="end">
              {toldTime(ms)}
            </text>
          </g>
        )
      })}
      {history.points.some(({ isBeyond }) => isBeyond) && (
        <text x={LEFT - 8} y={TOP / 2 + 4} textAnchor="end">
          {words.slower(toldTime(highMs))}
        </text>
      )}
      {numbers.map((lap) => (
        <text key={lap} x={x(lap)} y={HEIGHT - 5} textAnchor="middle">
          {whole(lap)}
        </text>
      ))}
    </g>
  )
}

function HistoryLegend() {
  const { legend } = WORDS.compare.laps
  return (
    <ul className="history-legend">
      {(['deleted', 'inLap', 'outLap', 'onShow'] as const).map((kind) => (
        <li key={kind}>
          <svg viewBox="-4 0 32 24" aria-hidden="true">
            <LapMarkSample kind={kind} />
          </svg>
          {legend[kind]}
        </li>
      ))}
    </ul>
  )
}

/** A lap as one sentence. */
export function tellLap({ driver, lap, lapTimeMs, isInLap, isOutLap }: LapPoint, isOnShow: boolean): string {
  const { marks, told } = WORDS.compare.laps
  const remarks = [
    ...(lap.compound === null ? [] : [marks.tyres(compoundName(lap.compound))]),
    ...(lap.segment === null ? [] : [lap.segment]),
    ...(driver.fastest?.lap === lap.lap ? [marks.fastest] : []),
    ...(lap.deleted ? [marks.deleted] : []),
    ...(isOutLap ? [marks.outLap] : []),
    ...(isInLap ? [marks.inLap] : []),
    ...(isOnShow ? [marks.onShow] : []),
  ]
  return told(driver.name, lap.lap, toldTime(lapTimeMs), listed(remarks))
}
