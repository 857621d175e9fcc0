// Every lap of the session: the chart of all, and the best ones of one driver as buttons. What is chosen here stands on
// the plinth, or beside the lap that stands there.

import { useMemo, useState } from 'react'
import type { LapChoice } from '@contract/ids'
import type { SessionLaps } from '@contract/laps'
import { Choice } from '../../ui/choice'
import { toldTime } from '../../ui/told-time'
import { WORDS } from '../../ui/words'
import type { Exhibit } from '../gallery/exhibit'
import { LapHistoryChart } from './lap-history-chart'
import { bestOfSegments, lapHistory, type LapPoint } from './lap-history'

interface AllLapsProps {
  readonly session: SessionLaps | null
  readonly sessionName: string
  readonly main: Exhibit
  readonly others: readonly Exhibit[]
  readonly onOpen: (driver: string, lap: LapChoice) => void
  readonly onBeside: (driver: string, lap: LapChoice) => void
}

const CLICKS = ['plinth', 'beside'] as const

export function AllLaps({ session, sessionName, main, others, onOpen, onBeside }: AllLapsProps) {
  const words = WORDS.compare.laps
  const history = useMemo(() => (session === null ? null : lapHistory(session)), [session])
  const [click, setClick] = useState<(typeof CLICKS)[number]>('plinth')
  const [wanted, setWanted] = useState<string | null>(null)
  if (session === null) return <p className="quiet compare-empty">{words.none}</p>
  if (history === null) return <p className="quiet compare-empty">{words.noTimes}</p>

  const mainCode = main.ticket.header.driver
  const timed = session.drivers.filter(({ fastest }) => fastest !== null)
  const driver = timed.find(({ code }) => code === (wanted ?? mainCode)) ?? timed[0]
  const onShow = [main, ...others].map(({ ticket, place }) => ({ ...ticket.header, place }))
  const isOnShow = ({ driver: { code }, lap }: LapPoint): boolean =>
    onShow.some(
      (shown) =>
        shown.driver === code &&
        shown.lap === lap.lap &&
        shown.season === session.season &&
        shown.round === session.round &&
        shown.session === session.session,
    )
  const choose = (code: string, lap: LapChoice, how: 'plinth' | 'beside'): void =>
    how === 'plinth' ? onOpen(code, lap) : onBeside(code, lap)

  return (
    <div className="all-laps">
      <div className="all-laps-bar">
        <label className="look-select">
          <span>{words.driver}</span>
          <select value={driver?.code ?? ''} onChange={(event) => setWanted(event.target.value)}>
            {timed.map(({ code, name }) => (
              <option key={code} value={code}>
                {words.driverOption(code, name)}
              </option>
            ))}
          </select>
        </label>
        {driver !== undefined && driver.fastest !== null && (
          <span className="best-laps" role="group" aria-label={words.best}>
            <button
              type="button"
              className="button small"
              onClick={() => choose(driver.code, 'fastest', click)}
            >
              {words.fastest(toldTime(driver.fastest.lapTimeMs))}
            </button>
            {bestOfSegments(driver).map(({ segment, lap, lapTimeMs }) => (
              <button
                key={segment}
                type="button"
                className="button small"
                onClick={() => choose(driver.code, lap.lap, click)}
              >
                {words.segment(segment, toldTime(lapTimeMs))}
              </button>
            ))}
          </span>
        )}
        <span className="look-select">
          <span aria-hidden="true">{words.click}</span>
          <Choice
            label={words.click}
            name="lap-click"
            options={CLICKS.map((value) => ({ value, text: words.clicks[value] }))}
            chosen={click}
            onChoose={setClick}
          />
        </span>
      </div>
      <LapHistoryChart
        history={history}
        name={words.chart(sessionName)}
        driver={driver?.code ?? mainCode}
        isOnShow={isOnShow}
        onDriver={setWanted}
        onChoose={({ driver: { code }, lap }, how) => choose(code, lap.lap, how ?? click)}
      />
    </div>
  )
}
