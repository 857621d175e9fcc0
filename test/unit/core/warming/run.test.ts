import { describe, expect, it } from 'vitest'
import { sessionKey } from '@contract/ids'
import { DEFAULT_SETTINGS, type Settings } from '@contract/settings'
import type { HoldReason, RunReport, WarmItem, WarmRequest } from '@contract/warming'
import { AppError } from '@main/core/app-error'
import { NO_RECORD, type OwnRecord } from '@main/core/warming/own-record'
import type { RunDesk } from '@main/core/warming/run'
import type { Gate } from '@main/core/warming/warming-gate'
import { Warming, type WarmingParts } from '@main/core/warming/warming'
import { fakeClock, type FakeClock } from '../../../helpers/fake-clock'
import { fakeSleep } from '../../../helpers/fake-sleep'
import { silentLogger } from '../../../helpers/silent-logger'
import { aRound, aSeason, standingsOf, WarmGallery } from '../../../helpers/warm-gallery'

const done = { Q: 'completed', R: 'completed' } as const
const recent: WarmRequest = { kind: 'recent', source: 'demo' }

class OpenGate implements Gate {
  held: HoldReason | null = null
  private readonly listeners = new Set<() => void>()

  reason() {
    return this.held === null ? null : { reason: this.held, untilAt: null }
  }

  onChange(listener: () => void) {
    this.listeners.add(listener)
    return () => this.listeners.delete(listener)
  }

  set(held: HoldReason | null) {
    this.held = held
    for (const listener of this.listeners) listener()
  }
}

interface Told {
  run: RunReport | null
  items: readonly WarmItem[]
  readonly delays: string[]
  readonly stages: string[]
  readonly controller: AbortController
}

function warmingOver(
  gallery: WarmGallery,
  change: Partial<WarmingParts> = {},
  clock: FakeClock = fakeClock(),
) {
  const told = new Map<string, Told>()
  const gate = new OpenGate()
  const { sleep, waits } = fakeSleep(clock)
  let settings: Pick<Settings, 'strategy' | 'alertAfterMs'> = DEFAULT_SETTINGS
  let records: OwnRecord = NO_RECORD
  const overdue: string[] = []
  const beats = new Set<() => void>()
  const warming = new Warming({
    galleries: { archive: gallery, demo: gallery },
    desks: {
      open: (_order, work) => {
        const id = `t${told.size + 1}`
        const mine: Told = { run: null, items: [], delays: [], stages: [], controller: new AbortController() }
        told.set(id, mine)
        const desk: RunDesk = {
          id,
          signal: mine.controller.signal,
          report: (stage) => void mine.stages.push(stage),
          receivedBytes: () => 0,
          costOf: () => ({ bytes: 7, durationMs: 70 }),
          setRun: (report) => void (mine.run = report),
          setItems: (items) => void (mine.items = items),
          delay: (reason) => void mine.delays.push(reason),
          resume: () => void mine.delays.push('on'),
        }
        return { id, done: Promise.resolve().then(() => work(desk)) }
      },
    },
    settings: () => settings,
    gates: { archive: gate, demo: gate },
    records: {
      read: async () => await Promise.resolve(records),
      write: async (record) => await Promise.resolve(void (records = record)),
    },
    clock,
    logger: silentLogger(),
    sleep,
    onOverdue: (id) => overdue.push(id),
    heartbeat: (beat) => {
      beats.add(beat)
      return () => beats.delete(beat)
    },
    ...change,
  })
  const told1 = (id: string): Told => {
    const found = told.get(id)
    if (found === undefined) throw new Error(`no run ${id}`)
    return found
  }
  return {
    warming, beats, told: told1, gate, waits, clock, overdue, records: () => records,
    set: (change: Partial<typeof settings>) => void (settings = { ...settings, ...change }),
  } // prettier-ignore
}

function threeRounds(): WarmGallery {
  const gallery = new WarmGallery([aSeason([1, 2, 3].map((round) => aRound(round, done)))])
  gallery.standings = standingsOf(['AAA', 'BBB', 'CCC'])
  return gallery
}

describe('a warming run', () => {
  it('loads each session once, however many drivers it is for', async () => {
    const gallery = threeRounds()
    const { warming } = warmingOver(gallery)
    const report = await warming.start(recent, 'asked').done
    expect(report).toMatchObject({ outcome: 'complete' })
    expect(report.summary).toMatchObject({ rounds: 3, sessions: 6, warmed: 18, alreadyWarm: 0, failed: 0 })
    expect(gallery.count('load')).toBe(6)
    expect(gallery.count('build')).toBe(6)
  })

  it('begins with its plan, as its stages tell', async () => {
    const { warming, told } = warmingOver(threeRounds())
    await warming.start(recent, 'asked').done
    const [first, ...then] = told('t1').stages
    expect(first).toBe('planning')
    expect(new Set(then)).toEqual(new Set(['warming']))
  })

  it('does nothing the second time', async () => {
    const gallery = threeRounds()
    const { warming } = warmingOver(gallery)
    await warming.start(recent, 'asked').done
    const asked = gallery.asked.length
    const again = await warming.start(recent, 'asked').done
    expect(gallery.asked).toHaveLength(asked)
    expect(again.summary).toMatchObject({ warmed: 0, alreadyWarm: 18 })
  })

  it('checks what is stale and makes only what is missing', async () => {
    const gallery = threeRounds()
    const { warming } = warmingOver(gallery)
    await warming.start({ ...recent, rounds: 1 }, 'asked').done
    gallery.age()
    const report = await warming.start({ ...recent, rounds: 2 }, 'asked').done
    expect(gallery.count('check')).toBe(2)
    expect(gallery.count('load')).toBe(4)
    expect(report.summary).toMatchObject({ warmed: 12, alreadyWarm: 0 })
  })

  it('does not build again for a driver without a time, or one whose lap gives no sculpture', async () => {
    const gallery = threeRounds()
    gallery.untimed.add('BBB')
    gallery.refuse('CCC')
    const { warming } = warmingOver(gallery)
    const first = await warming.start(recent, 'asked').done
    expect(first).toMatchObject({ outcome: 'complete', summary: { warmed: 6, skipped: 12, failed: 0 } })
    const builds = gallery.count('build')
    await warming.start(recent, 'asked').done
    expect(gallery.count('build')).toBe(builds)
  })

  it('goes on after a session that fails, says why, and ends partly failed', async () => {
    const gallery = threeRounds()
    gallery.troubles.set('f1:session:2026:2:Q', [new AppError('session/no-telemetry', '2026 round 2')])
    const { warming, told } = warmingOver(gallery)
    const { id, done: end } = warming.start(recent, 'asked')
    const report = await end
    expect(report.outcome).toBe('partly-failed')
    expect(report.summary).toMatchObject({ warmed: 15, failed: 3 })
    const failed = told(id).items.filter(({ state }) => state === 'failed')
    expect(failed.map(({ key }) => key)).toEqual([
      'f1:sculpture:2026:2:Q:AAA', 'f1:sculpture:2026:2:Q:BBB', 'f1:sculpture:2026:2:Q:CCC',
    ]) // prettier-ignore
    expect(failed[0]?.error?.code).toBe('session/no-telemetry')
  })

  it('gives a session that lacks its circuit’s line another turn when the others have left theirs', async () => {
    const gallery = threeRounds()
    const lacking = new AppError('session/no-line', '2026 round 2')
    // Its laps are read, its sculptures cannot be made yet.
    gallery.troubles.set('f1:session:2026:2:Q', [undefined, lacking])
    const { warming, told } = warmingOver(gallery)
    const { id, done: end } = warming.start({ ...recent, drivers: { kind: 'all' } }, 'asked')
    expect(await end).toMatchObject({ outcome: 'complete', summary: { warmed: 18, failed: 0 } })
    expect(told(id).items.filter(({ state }) => state !== 'warmed' && state !== 'skipped')).toEqual([])
    expect(gallery.asked.at(-1)).toBe('build f1:session:2026:2:Q')
    expect(gallery.count('load')).toBe(6)
  })

  it('fails a session whose circuit’s line is nowhere to be had, once and with that reason', async () => {
    const gallery = threeRounds()
    const lacking = new AppError('session/no-line', '2026 round 2')
    gallery.troubles.set('f1:session:2026:2:Q', [undefined, lacking, lacking])
    const { warming, told } = warmingOver(gallery)
    const { id, done: end } = warming.start(recent, 'asked')
    expect(await end).toMatchObject({ outcome: 'partly-failed', summary: { warmed: 15, failed: 3 } })
    const failed = told(id).items.filter(({ state }) => state === 'failed')
    expect(failed.map(({ error }) => error?.code)).toEqual(Array(3).fill('session/no-line'))
  })

  it('fails a driver who was named and did not take part, and warms the others', async () => {
    const gallery = threeRounds()
    const { warming, told } = warmingOver(gallery)
    const request = { ...recent, rounds: 1, drivers: { kind: 'list', codes: ['AAA', 'XXX'] } } as const
    const { id, done: end } = warming.start(request, 'asked')
    expect(await end).toMatchObject({ outcome: 'partly-failed', summary: { warmed: 2, failed: 2 } })
    const messages = told(id).items.flatMap(({ error }) => error?.message ?? [])
    expect(messages[0]).toBe('Driver not found: XXX in 2026 Grand Prix 3, Session Q.')
  })

  it('tries again what may pass, with longer waits, and gives up in the end', async () => {
    const gallery = threeRounds()
    const trouble = () => new AppError('source/unreachable', 'the host')
    gallery.troubles.set('f1:session:2026:3:Q', [trouble()])
    gallery.troubles.set('f1:session:2026:3:R', [trouble(), trouble(), trouble(), trouble()])
    const { warming, waits } = warmingOver(gallery)
    const report = await warming.start({ ...recent, rounds: 1 }, 'asked').done
    expect(report.summary).toMatchObject({ warmed: 3, failed: 3 })
    const lasting = waits.slice(-2)
    expect(lasting[1]).toBeGreaterThan(lasting[0] ?? Infinity)
  })

  it('holds when the network goes, and goes on where it stood when it is back', async () => {
    const gallery = threeRounds()
    const { warming, told, gate } = warmingOver(gallery)
    gallery.troubles.set('f1:session:2026:2:R', [new AppError('source/offline', '')])
    gallery.during = async ({ round, session }) => {
      if (round === 2 && session === 'R' && gallery.count('load') === 4) gate.set('offline')
      await Promise.resolve()
    }
    const { id, done: end } = warming.start(recent, 'asked')
    await expect.poll(() => told(id).delays.at(-1)).toBe('offline')
    const before = gallery.count('load')
    gate.set(null)
    const report = await end
    expect(report).toMatchObject({ outcome: 'complete', summary: { warmed: 18, failed: 0 } })
    expect(gallery.count('load')).toBeGreaterThan(before)
    expect(told(id).delays.at(-1)).toBe('on')
  })

  it('begins nothing while the disk is full, and goes on when it is not', async () => {
    const gallery = threeRounds()
    const { warming, told, gate } = warmingOver(gallery)
    gate.set('disk')
    const { id, done: end } = warming.start(recent, 'asked')
    await expect.poll(() => told(id).delays.at(-1)).toBe('disk')
    expect(gallery.asked).toEqual([])
    gate.set(null)
    expect((await end).summary.warmed).toBe(18)
  })

  it('ends at once when it is cancelled, also while it is held', async () => {
    const gallery = threeRounds()
    const { warming, told, gate } = warmingOver(gallery)
    gate.set('paused')
    const { id, done: end } = warming.start(recent, 'asked')
    await expect.poll(() => told(id).delays.at(-1)).toBe('paused')
    told(id).controller.abort()
    await expect(end).rejects.toThrow('cancelled')
    expect(warming.runId).toBeNull()
  })

  it('that a person stops, as a whole or in one session, is no warning in the log', async () => {
    const gallery = threeRounds()
    const logger = silentLogger()
    gallery.troubles.set(sessionKey({ season: 2026, round: 1, session: 'Q' }), [
      new AppError('task/cancelled', '2026:1:Q'),
    ])
    const { warming, told, gate } = warmingOver(gallery, { logger })
    await warming.start(recent, 'asked').done
    gate.set('paused')
    const { id, done: end } = warming.start({ ...recent, rounds: 2 }, 'asked')
    told(id).controller.abort()
    await expect(end).rejects.toThrow('cancelled')
    expect(gallery.asked.length).toBeGreaterThan(0)
    expect(logger.lines.filter(({ level }) => level === 'warn')).toEqual([])
    expect(logger.lines.map(({ message }) => message)).toContain('a run was stopped')
  })

  it('is joined by the same wish, and waited for by another one', async () => {
    const gallery = threeRounds()
    const { warming, told } = warmingOver(gallery)
    const first = warming.start(recent, 'asked')
    expect(warming.start({ ...recent }, 'schedule').id).toBe(first.id)
    const second = warming.start({ kind: 'race', source: 'demo', season: 2026, round: 1 }, 'asked')
    expect(second.id).not.toBe(first.id)
    await second.done
    expect(told(second.id).delays).toEqual(['other-run', 'on'])
    expect(told(second.id).run?.summary).toMatchObject({ alreadyWarm: 6, warmed: 0 })
  })

  it('is pointed out when it takes longer than the setting says, but not for the time it was held', async () => {
    const gallery = threeRounds()
    const { warming, overdue, clock, gate, told, set } = warmingOver(gallery)
    set({ alertAfterMs: 1000 })
    gate.set('offline')
    const held = warming.start({ ...recent, rounds: 1 }, 'asked')
    await expect.poll(() => told(held.id).delays.at(-1)).toBe('offline')
    clock.advance(100_000)
    gate.set(null)
    expect((await held.done).isOverdue).toBe(false)
    gallery.during = async () => await Promise.resolve(clock.advance(600))
    const slow = warming.start(recent, 'asked')
    expect((await slow.done).isOverdue).toBe(true)
    expect(overdue).toEqual([slow.id])
  })

  it('is pointed out while it hangs, not only when something comes of it', async () => {
    const gallery = threeRounds()
    const { warming, overdue, clock, beats, set } = warmingOver(gallery)
    set({ alertAfterMs: 1000 })
    let goOn = () => {}
    gallery.during = () => new Promise((resolve) => (goOn = resolve))
    const { id, done: end } = warming.start({ ...recent, rounds: 1, sessions: ['Q'] }, 'asked')
    await expect.poll(() => gallery.count('load')).toBe(1)
    clock.advance(2000)
    for (const beat of beats) beat()
    expect(overdue).toEqual([id])
    gallery.during = () => Promise.resolve()
    goOn()
    await end
    expect(beats.size).toBe(0)
  })

  it('keeps to the number of sessions at a time that the settings say, changed in mid-run', async () => {
    const gallery = threeRounds()
    const { warming, set } = warmingOver(gallery)
    set({ strategy: { ...DEFAULT_SETTINGS.strategy, maxConcurrent: 3 } })
    let now = 0
    const seen: number[] = []
    gallery.during = async () => {
      now += 1
      seen.push(now)
      if (seen.length === 4) set({ strategy: { ...DEFAULT_SETTINGS.strategy, maxConcurrent: 1 } })
      await new Promise((resolve) => setTimeout(resolve, 2))
      now -= 1
    }
    await warming.start(recent, 'asked').done
    expect(Math.max(...seen)).toBe(3)
    expect(Math.max(...seen.slice(-3))).toBe(1)
  })

  it('remembers what a session cost, for the next plan', async () => {
    const gallery = threeRounds()
    const { warming, records } = warmingOver(gallery)
    await warming.start({ ...recent, rounds: 1 }, 'asked').done
    await expect.poll(() => records()['demo:R']).toEqual({ bytes: 7, durationMs: 70 })
    const { totals } = await warming.plan({ ...recent, rounds: 2 }, new AbortController().signal)
    expect(totals).toMatchObject({ bytes: 14, durationMs: 140 })
  })

  it('warms the last season until the first race of this one is over', async () => {
    const last = aSeason([aRound(24, done, 2025)], 2025)
    const gallery = new WarmGallery([aSeason([aRound(1, { Q: 'completed', R: 'future' })]), last])
    gallery.standings = standingsOf(['AAA'])
    const { warming } = warmingOver(gallery)
    const plan = await warming.plan(recent, new AbortController().signal)
    expect(plan.season).toBe(2025)
  })

  it('has failed, as its report says, when it cannot be planned', async () => {
    const { warming, told } = warmingOver(new WarmGallery([]))
    const { id, done: end } = warming.start({ kind: 'season', source: 'demo', season: 2030 }, 'asked')
    await expect(end).rejects.toThrow('No completed events for 2030')
    expect(told(id).run?.outcome).toBe('failed')
  })

  it('says so when neither this season nor the last has a calendar', async () => {
    const { warming } = warmingOver(new WarmGallery([]))
    await expect(warming.start(recent, 'schedule').done).rejects.toThrow('No completed events for 2026')
  })
})
