import { describe, expect, it } from 'vitest'
import type { SessionId } from '@contract/ids'
import type { RunReport, WarmItem, WarmRequest } from '@contract/warming'
import { AppError, toReport } from '@main/core/app-error'
import { carryOutOrder, type ScheduledRunParts } from '@main/core/warming/scheduled-run'

const Q: SessionId = { source: 'archive', season: 2026, round: 5, session: 'Q' }
const R: SessionId = { ...Q, session: 'R' }

function report(
  change: Partial<RunReport['summary']> = {},
  outcome: RunReport['outcome'] = 'complete',
): RunReport {
  const summary = { rounds: 1, sessions: 1, warmed: 15, alreadyWarm: 0, skipped: 0, failed: 0, bytes: 0, durationMs: 1, ...change } // prettier-ignore
  return {
    trigger: 'schedule',
    request: { kind: 'recent', source: 'archive' },
    summary,
    outcome,
    isOverdue: false,
  }
}

const nothing = { warmed: 0, failed: 1 }
const missing: WarmItem = {
  key: 'f1:session:2026:5:R',
  state: 'failed',
  error: toReport(new AppError('session/not-available', 'the race')),
}

function partsWith(
  runs: readonly { readonly done: Promise<RunReport>; readonly items?: readonly WarmItem[] }[],
) {
  const wishes: WarmRequest[] = []
  const parts: ScheduledRunParts = {
    warming: {
      start: (request) => {
        const run = runs[wishes.length]
        wishes.push(request)
        if (run === undefined) throw new Error('not expected')
        return { id: `t${wishes.length}`, done: run.done }
      },
    },
    itemsOf: (id) => runs[Number(id.slice(1)) - 1]?.items ?? [],
    source: () => 'archive',
  }
  return { parts, wishes }
}

describe('an order of the schedule', () => {
  const order = { trigger: 'schedule', dueAt: 0, sessions: [] } as const

  it('is the strategy as it stands where it names no sessions', async () => {
    const { parts, wishes } = partsWith([{ done: Promise.resolve(report()) }])
    expect(await carryOutOrder(order, parts)).toEqual({ result: 'done', runId: 't1', notYet: [] })
    expect(wishes).toEqual([{ kind: 'recent', source: 'archive' }])
  })

  it('has failed when nothing of it could be had, and was stopped when a person did that', async () => {
    const failed = partsWith([{ done: Promise.resolve(report(nothing, 'failed')) }])
    expect((await carryOutOrder(order, failed.parts)).result).toBe('failed')
    const stopped = partsWith([{ done: Promise.reject(new AppError('task/cancelled', 'recent')) }])
    expect((await carryOutOrder(order, stopped.parts)).result).toBe('cancelled')
  })

  it('hands on what kept it from being planned', async () => {
    const { parts } = partsWith([{ done: Promise.reject(new AppError('source/unreachable', 'the host')) }])
    await expect(carryOutOrder(order, parts)).rejects.toMatchObject({ code: 'source/unreachable' })
  })

  it('warms each session that has ended, and names those that the archive does not have yet', async () => {
    const { parts, wishes } = partsWith([
      { done: Promise.resolve(report()) },
      { done: Promise.resolve(report(nothing, 'failed')), items: [missing] },
    ])
    const outcome = await carryOutOrder({ trigger: 'session-ended', dueAt: 0, sessions: [Q, R] }, parts)
    expect(outcome).toEqual({ result: 'done', runId: 't2', notYet: ['f1:session:2026:5:R'] })
    expect(wishes).toEqual([
      { kind: 'race', source: 'archive', season: 2026, round: 5, sessions: ['Q'] },
      { kind: 'race', source: 'archive', season: 2026, round: 5, sessions: ['R'] },
    ])
  })

  it('begins no further session once a person has stopped one', async () => {
    const { parts, wishes } = partsWith([{ done: Promise.reject(new AppError('task/cancelled', '')) }])
    const outcome = await carryOutOrder({ trigger: 'session-ended', dueAt: 0, sessions: [Q, R] }, parts)
    expect(outcome.result).toBe('cancelled')
    expect(wishes).toHaveLength(1)
  })
})
