// The run of the laps in true time: play, scrub, speed, and how far apart they are now.

import { useId, useState } from 'react'
import { lapMarks } from '../../three/lap-marks'
import { keepApart } from '../../three/label-layout'
import { decimal, signed, whole } from '../../ui/format'
import { Spoken } from '../../ui/spoken'
import { useValue } from '../../ui/use-value'
import { WORDS } from '../../ui/words'
import { stationAtTime, type ComparedLap, type Comparison } from './comparison'
import { valueAt } from './gap'
import { GHOST_RATES, type GhostPlayer, type GhostRate } from './ghost-player'
import { leaderAt, longestLapS } from './shared-track'

interface GhostBarProps {
  readonly player: GhostPlayer
  readonly comparison: Comparison
  readonly chosen: ComparedLap
}

/** One press of an arrow key on the slider, seconds. */
const SLIDER_STEP_S = 0.1
/** Numbers nearer than this share of the bar would touch. */
const NUMBER_SPACING_RATIO = 0.06

export function GhostBar({ player, comparison, chosen }: GhostBarProps) {
  const words = WORDS.compare.ghosts
  const { timeS, isPlaying, isOut, rate } = useValue(player.state)
  const id = useId()
  /** The slider reads itself out while it has the focus. */
  const [isScrubbed, setScrubbed] = useState(false)
  const endS = longestLapS(comparison)
  const order = standing(comparison, chosen, timeS)
  return (
    <section className="ghost-bar" aria-label={words.landmark}>
      <button
        type="button"
        className="button small ghost-play"
        aria-label={isPlaying ? words.pause : words.play}
        title={words.keys}
        onClick={() => player.toggle()}
      >
        <svg viewBox="0 0 12 12" aria-hidden="true">
          <path d={isPlaying ? 'M2,1H5V11H2ZM7,1H10V11H7Z' : 'M2,1L11,6L2,11Z'} />
        </svg>
      </button>
      <button
        type="button"
        className="button small ghost-play"
        aria-label={words.stop}
        disabled={!isOut}
        onClick={() => player.stop()}
      >
        <svg viewBox="0 0 12 12" aria-hidden="true">
          <path d="M2,2H10V10H2Z" />
        </svg>
      </button>
      <div className="ghost-time">
        <CornerTimes comparison={comparison} endS={endS} />
        <input
          type="range"
          aria-label={words.time}
          aria-valuetext={words.valueText(decimal(timeS, 1), order)}
          min={0}
          max={endS}
          step={SLIDER_STEP_S}
          value={timeS}
          onFocus={() => setScrubbed(true)}
          onBlur={() => setScrubbed(false)}
          onChange={(event) => player.scrub(Number(event.target.value))}
        />
      </div>
      <Spoken text={isOut && !isPlaying && !isScrubbed ? spokenStanding(comparison, chosen, timeS) : ''} />
      <p className="ghost-now">
        <b>{decimal(timeS, 1)}</b> <span>{isOut ? order : ''}</span>
      </p>
      <label className="look-select" htmlFor={id}>
        <span className="unseen">{words.rate}</span>
        <select
          id={id}
          value={rate}
          onChange={(event) => player.setRate(Number(event.target.value) as GhostRate)}
        >
          {GHOST_RATES.map((each) => (
            <option key={each} value={each}>
              {words.rates[`${each}`]}
            </option>
          ))}
        </select>
      </label>
    </section>
  )
}

/** Who leads, and how far the chosen lap is from the reference where that is now. */
function standing(comparison: Comparison, chosen: ComparedLap, timeS: number): string {
  const words = WORDS.compare.ghosts
  const leader = leaderAt(comparison, timeS)
  if (leader === null) return words.level
  const station = stationAtTime(comparison.reference.timesOnReference, timeS)
  const gap = words.gap(chosen.style.tag, signed(valueAt(chosen.gap.gapS, station), 2))
  return comparison.others.length === 1 ? gap : words.leaderAndGap(leader.style.tag, gap)
}

/** Who leads is said of two laps too: the sign of a gap is easily missed by ear. */
function spokenStanding(comparison: Comparison, chosen: ComparedLap, timeS: number): string {
  const words = WORDS.compare.ghosts
  const order = standing(comparison, chosen, timeS)
  const leader = leaderAt(comparison, timeS)
  const isSaid = leader === null || comparison.others.length > 1
  return words.valueText(decimal(timeS, 1), isSaid ? order : words.leaderAndGap(leader.style.tag, order))
}

/** Where on the bar the reference is in its corners. */
function CornerTimes({ comparison, endS }: { readonly comparison: Comparison; readonly endS: number }) {
  const { times, exhibit } = comparison.reference
  const corners = lapMarks(exhibit.sculpture.header, times.length).corners.map(({ number, apex }) => ({
    number,
    ratio: times[apex]! / endS,
  }))
  const isDrawn = keepApart(
    corners.map(({ ratio }) => ({ x: ratio, y: 0, isInView: true })),
    NUMBER_SPACING_RATIO,
  )
  return (
    <svg className="ghost-corners" aria-hidden="true">
      {corners.map(
        ({ number, ratio }, i) =>
          isDrawn[i] === true && (
            <text key={number} x={`${ratio * 100}%`} y="80%" textAnchor="middle">
              {whole(number)}
            </text>
          ),
      )}
    </svg>
  )
}
