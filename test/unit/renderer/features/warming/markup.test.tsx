import { renderToStaticMarkup } from 'react-dom/server'
import { describe, expect, it } from 'vitest'
import type { PlannedSession, WarmPlan } from '@contract/warming'
import { AppError, toReport } from '@main/core/app-error'
import { PlanTable } from '@renderer/features/warming/plan-table'
import { median, successShare } from '@renderer/features/warming/runs'
import { RunsChart, summaryText } from '@renderer/features/warming/runs-chart'
import { anEndedRun } from '../../../../helpers/warming-fixtures'

describe('the chart of the last runs', () => {
  it('says in a sentence what it draws', () => {
    expect(summaryText([])).not.toContain('%')
    const runs = [
      anEndedRun(1, 'complete', { durationMs: 4_000, warmed: 30, alreadyWarm: 0, failed: 0 }),
      anEndedRun(2, 'partly-failed', { durationMs: 9_000, warmed: 5, alreadyWarm: 0, failed: 5 }),
      anEndedRun(3, 'complete', { durationMs: 2_000, warmed: 0, alreadyWarm: 0, failed: 0 }),
    ]
    // 35 of 40 came out well.
    expect(summaryText(runs)).toBe(
      '3 runs, half of them within 4.0 s, the longest 9.0 s. 88% of what was asked for came out well.',
    )
  })

  it('has a bar for each run, the failed ones marked, and the same in a table', () => {
    const markup = renderToStaticMarkup(
      <RunsChart runs={[anEndedRun(1, 'partly-failed', { failed: 3 }), anEndedRun(2, 'complete')]} />,
    )
    expect(markup.match(/class="run-bar"/g)).toHaveLength(2)
    expect(markup.match(/data-outcome="partly-failed"/g)).toHaveLength(1)
    expect(markup.match(/<tr>/g)).toHaveLength(3)
  })

  it('leaves the share open where nothing was asked for', () => {
    expect(
      successShare(anEndedRun(1, 'complete', { warmed: 0, alreadyWarm: 0, failed: 0 }).run.summary),
    ).toBeNull()
    expect(median([])).toBeNull()
  })
})

describe('a plan as a table', () => {
  const session: PlannedSession = {
    id: { source: 'demo', season: 2026, round: 3, session: 'Q' },
    eventName: 'Mexico City Grand Prix',
    sessionName: 'Qualifying',
    warmth: 'cold',
    drivers: ['NOR'],
    warm: 4,
    toDo: 11,
    bytes: 5 * 1024 * 1024,
    durationMs: 3_000,
  }
  const plan: WarmPlan = {
    request: { kind: 'recent', source: 'demo' },
    season: 2026,
    rounds: [3],
    sessions: [session],
    gaps: [],
    totals: { sculptures: 15, warm: 4, toDo: 11, bytes: session.bytes, durationMs: 3_000 },
    isFromOwnRecord: true,
  }
  const table = (change: Partial<WarmPlan> = {}) =>
    renderToStaticMarkup(<PlanTable plan={{ ...plan, ...change }} onStart={() => undefined} />)

  it('shows what is warm of what is wanted, and what it takes', () => {
    for (const text of ['3. Mexico City Grand Prix', 'to be made', '4 of 15', '5.0 MiB', '3.0 s'])
      expect(table()).toContain(text)
  })

  it('offers nothing to start where all is warm', () => {
    const warm = { ...session, warmth: 'warm', warm: 15, toDo: 0 } as const
    const markup = table({ sessions: [warm], totals: { ...plan.totals, warm: 15, toDo: 0 } })
    expect(markup).toContain('warm already')
    expect(markup).not.toContain('<button')
  })

  it('tells what was asked for by name from what is merely passed over', () => {
    const error = toReport(new AppError('session/not-available', '2026 Mexico City Grand Prix, Sprint'))
    const gap = (wasNamed: boolean) => table({ gaps: [{ subject: 'f1:session:2026:3:S', error, wasNamed }] })
    expect(gap(true)).toContain('Session not available')
    expect(gap(true)).not.toBe(gap(false))
  })
})
