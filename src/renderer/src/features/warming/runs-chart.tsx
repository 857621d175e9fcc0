// The last runs as a picture: how long each took and how much of it came out well; and the same in words and numbers.

import { outcomeOf, type RunTask } from '@contract/runs'
import { dateTimeInZone, percent, span, whole } from '../../ui/format'
import { WORDS } from '../../ui/words'
import { linePath } from '../gallery/chart-path'
import { median, successShare } from './runs'

/** As many as can be told apart in the width of a small window; the table has no more. */
const MOST_RUNS = 30

const WIDTH = 600
const SHARE_HEIGHT = 34
const BARS_HEIGHT = 80
/** Of the room between two bars. */
const BAR_RATIO = 0.62
/** Widest a bar gets, drawing units: a single run is a bar, not a wall. */
const MOST_BAR = 26

interface RunsChartProps {
  /** Newest first. */
  readonly runs: readonly RunTask[]
}

export function RunsChart({ runs }: RunsChartProps) {
  const words = WORDS.warming.chart
  const shown = runs.slice(0, MOST_RUNS)
  return (
    <section className="runs-chart" aria-labelledby="runs-title">
      <h2 id="runs-title">{words.title}</h2>
      <p className="quiet">{summaryText(shown)}</p>
      {shown.length > 0 && (
        <>
          <Bars runs={[...shown].reverse()} />
          <details>
            <summary>{words.asTable}</summary>
            <RunTable runs={shown} />
          </details>
        </>
      )}
    </section>
  )
}

/** @param runs oldest first. */
function Bars({ runs }: RunsChartProps) {
  const words = WORDS.warming.chart
  const longest = Math.max(1, ...runs.map(({ run }) => run.summary.durationMs))
  const step = WIDTH / Math.max(runs.length, WIDTH / (MOST_BAR / BAR_RATIO))
  const width = step * BAR_RATIO
  const shares = runs.map(({ run }) => successShare(run.summary) ?? Number.NaN)
  const spread = { width: step * Math.max(1, runs.length - 1), height: SHARE_HEIGHT - 8, low: 0, high: 1 }
  return (
    <div className="run-bars" role="img" aria-label={words.name}>
      <span className="small quiet" aria-hidden="true">
        {words.success}
        <small>{words.scale(percent(1))}</small>
      </span>
      <svg viewBox={`0 0 ${WIDTH} ${SHARE_HEIGHT}`} aria-hidden="true">
        <path className="ground-line" d={`M0,4H${WIDTH}M0,${SHARE_HEIGHT - 4}H${WIDTH}`} />
        <path
          className="chart-line across"
          transform={`translate(${width / 2},4)`}
          d={linePath(shares, spread)}
        />
        {shares.map((share, index) =>
          Number.isNaN(share) ? null : (
            <circle
              key={runs[index]!.id}
              className="run-dot"
              cx={width / 2 + index * step}
              cy={4 + spread.height * (1 - share)}
              r="2.5"
            />
          ),
        )}
      </svg>
      <span className="small quiet" aria-hidden="true">
        {words.duration}
        <small>{words.scale(span(longest))}</small>
      </span>
      <svg viewBox={`0 0 ${WIDTH} ${BARS_HEIGHT}`} aria-hidden="true">
        <path className="ground-line" d={`M0,${BARS_HEIGHT - 0.5}H${WIDTH}`} />
        {runs.map((run, index) => {
          const height = Math.max(1.5, (run.run.summary.durationMs / longest) * (BARS_HEIGHT - 2))
          return (
            <rect
              key={run.id}
              className="run-bar"
              data-outcome={outcomeOf(run)}
              x={index * step}
              y={BARS_HEIGHT - height}
              width={width}
              height={height}
            />
          )
        })}
      </svg>
    </div>
  )
}

function RunTable({ runs }: RunsChartProps) {
  const words = WORDS.warming.chart
  return (
    <table>
      <caption>{words.caption}</caption>
      <thead>
        <tr>
          <th scope="col">{words.ended}</th>
          <th scope="col">{words.outcome}</th>
          <th scope="col">{words.success}</th>
          <th scope="col">{words.duration}</th>
        </tr>
      </thead>
      <tbody>
        {runs.map((run) => {
          const share = successShare(run.run.summary)
          return (
            <tr key={run.id}>
              <th scope="row">{dateTimeInZone(run.finishedAt ?? 0)}</th>
              <td>{WORDS.warming.last.outcomes[outcomeOf(run)]}</td>
              <td>{share === null ? words.noShare : percent(share)}</td>
              <td>{span(run.run.summary.durationMs)}</td>
            </tr>
          )
        })}
      </tbody>
    </table>
  )
}

/** @param runs newest first. */
export function summaryText(runs: readonly RunTask[]): string {
  const words = WORDS.warming.chart
  const times = runs.map(({ run }) => run.summary.durationMs)
  const half = median(times)
  if (half === null) return words.none
  const good = runs.reduce((sum, { run }) => sum + run.summary.warmed + run.summary.alreadyWarm, 0)
  const failed = runs.reduce((sum, { run }) => sum + run.summary.failed, 0)
  const share = good + failed === 0 ? null : good / (good + failed)
  const counted =
    runs.length === 1
      ? words.one(span(half))
      : words.summary(whole(runs.length), span(half), span(Math.max(...times)))
  return share === null ? counted : words.both(counted, words.share(percent(share)))
}
