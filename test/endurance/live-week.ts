// Lives through a planned week: does what the plan says to the real parts, and looks at every day's end whether all is well.
import { fillDisk, resizeDisk } from '../helpers/small-disk'
import { workerFile } from '../helpers/built-app'
import { DEFAULT_SETTINGS } from '@contract/settings'
import type { SessionCode } from '@contract/ids'
import { ageLeftovers, entryFiles, readKeptFiles } from './kept-files'
import { Life } from './life'
import type { SeasonHost } from './season-host'
import { dayFaults, growthFaults, type DayEnd } from './verdict'
import { DAY_MS, HOUR_MS, type Happening, type PlannedEvent } from './week-plan'

const MIB = 1024 * 1024
/** Since a kill, real ms: into the middle of what was begun just before. */
const INTO_THE_MIDDLE_MS = 250

export interface WeekParts {
  readonly events: readonly PlannedEvent[]
  readonly days: number
  readonly host: SeasonHost
  /** On a disk of its own, if `disk` is given: that can be made too small. */
  readonly folder: string
  readonly disk: { readonly mount: string; readonly size: string } | null
  /** The bundle of life-child.ts. */
  readonly script: string
  readonly startAt: number
  readonly season: number
  readonly sessions: readonly SessionCode[]
  readonly log: (line: string) => void
}

export interface LivedWeek {
  readonly ends: readonly DayEnd[]
  readonly faults: readonly string[]
  /** How often each kind of thing happened. */
  readonly happened: Readonly<Record<string, number>>
  /** Passing files that kills have left, all of which had to go. */
  readonly leftovers: number
}

export async function liveWeek(week: WeekParts): Promise<LivedWeek> {
  const lived = new LivingWeek(week)
  await lived.begin()
  try {
    for (let day = 0; day < week.days; day++) if (!(await lived.day(day))) break
    return lived.told()
  } catch (error) {
    week.log(`It broke off after\n${lived.story()}`)
    throw error
  } finally {
    await lived.end()
  }
}

class LivingWeek {
  private readonly ends: DayEnd[] = []
  private readonly faults: string[] = []
  private readonly happened: Record<string, number> = {}
  private readonly done: string[] = []
  private life: Life | null = null
  private lives = 0
  private leftovers = 0
  /** By the wall clock of the week, ms. */
  private at = 0
  private known: ReadonlySet<string> = new Set()

  constructor(private readonly week: WeekParts) {}

  async begin(): Promise<void> {
    const { folder, host, startAt, season, sessions, script } = this.week
    const strategy = { ...DEFAULT_SETTINGS.strategy, season, recentRounds: 2, sessions }
    const schedule = { ...DEFAULT_SETTINGS.schedule, maxDelayMs: 0 }
    this.lives += 1
    this.life = await Life.begin(script, {
      folder,
      url: host.url,
      workerFile,
      startAt: startAt + this.at,
      season,
      settings: { strategy, schedule },
    })
  }

  async end(): Promise<void> {
    const { life } = this
    this.life = null
    await life?.end()
  }

  /** @returns false where going on would tell no more. */
  async day(day: number): Promise<boolean> {
    const { events, log, host } = this.week
    const begin = day * DAY_MS
    for (const { atMs, happening } of events.filter(({ atMs: at }) => at >= begin && at < begin + DAY_MS)) {
      await this.passUntil(atMs)
      await this.meet(happening)
    }
    host.weather = 'fine'
    this.makeRoom('plenty')
    await this.passUntil(begin + DAY_MS)
    const stuck = await this.alive().ask('calmDown', {})
    await this.alive().ask('sweep', {})
    const view = await this.alive().ask('look', {})
    await this.expectNothingLost('the day')
    const end = { day, life: this.lives, view, files: await readKeptFiles(this.week.folder), stuck }
    this.ends.push(end)
    const faults = [...dayFaults(end), ...growthFaults(this.ends)]
    this.faults.push(...faults)
    log(dayInWords(end, this.leftovers))
    if (faults.length > 0) log(`Day ${day + 1} is not well:\n${faults.join('\n')}\nafter\n${this.story()}`)
    return faults.length === 0
  }

  /** What has happened so far, a line each. */
  story(): string {
    return this.done.join('\n')
  }

  told(): LivedWeek {
    const { ends, faults, happened, leftovers } = this
    return { ends, faults, happened, leftovers }
  }

  private alive(): Life {
    if (this.life === null) throw new Error('there is no life to ask')
    return this.life
  }

  private async passUntil(at: number): Promise<void> {
    const forMs = at - this.at
    if (forMs <= 0) return
    await this.alive().ask('pass', { forMs })
    this.at = at
  }

  private async meet(happening: Happening): Promise<void> {
    const { kind } = happening
    this.happened[kind] = (this.happened[kind] ?? 0) + 1
    this.done.push(`${(this.at / HOUR_MS).toFixed(2)} h ${JSON.stringify(happening)}`)
    const life = this.alive()
    switch (kind) {
      case 'click':
        return life.ask('click', happening)
      case 'warm':
      case 'cancel':
      case 'pause':
      case 'resume':
        return life.ask(kind, {})
      case 'sleep':
        this.at += happening.forMs
        return life.ask('sleep', happening)
      case 'weather':
        this.week.host.weather = happening.weather
        return
      case 'disk':
        return this.makeRoom(happening.room)
      case 'rule': {
        const schedule = { ...DEFAULT_SETTINGS.schedule, maxDelayMs: 0, rule: happening.rule }
        return life.ask('change', { change: { schedule } })
      }
      case 'concurrency': {
        const { season, sessions } = this.week
        const strategy = { ...DEFAULT_SETTINGS.strategy, season, recentRounds: 2, sessions }
        return life.ask('change', {
          change: { strategy: { ...strategy, maxConcurrent: happening.sessions } },
        })
      }
      case 'limits': {
        const { folder: _, ...cache } = DEFAULT_SETTINGS.cache
        return this.losing(() =>
          life.ask('change', { change: { cache: { ...cache, rawMaxBytes: happening.rawMiB * MIB } } }),
        )
      }
      case 'clear': {
        const { round, what } = happening
        const [session = 'Q'] = this.week.sessions
        const scope =
          what === 'session' ? { kind: what, season: this.week.season, round, session } : { kind: what }
        return this.losing(() => life.ask('clear', { scope }))
      }
      case 'kill':
        return this.kill()
    }
  }

  /** What it takes away on purpose is not missed; what was lost before it is. */
  private async losing(work: () => Promise<void>): Promise<void> {
    await this.expectNothingLost('a clearing')
    await work()
    this.known = new Set()
  }

  private async expectNothingLost(before: string): Promise<void> {
    const files = await entryFiles(this.week.folder)
    for (const file of this.known) if (!files.has(file)) this.faults.push(`lost before ${before}: ${file}`)
    this.known = files
  }

  private async kill(): Promise<void> {
    await new Promise((resolve) => setTimeout(resolve, INTO_THE_MIDDLE_MS))
    await this.alive().kill()
    const files = await readKeptFiles(this.week.folder)
    for (const file of files.damaged) this.faults.push(`damaged by the kill: ${file}`)
    this.leftovers += (await ageLeftovers(this.week.folder)).length
    await this.expectNothingLost('the kill')
    await this.begin()
  }

  private makeRoom(room: 'none' | 'plenty'): void {
    const { disk } = this.week
    if (disk === null) return
    if (room === 'none') fillDisk(disk.mount)
    else resizeDisk(disk.mount, disk.size)
  }
}

function dayInWords({ day, life, view, files }: DayEnd, leftovers: number): string {
  const entries = [...files.keys.values()].reduce((sum, keys) => sum + keys.length, 0)
  return (
    `day ${day + 1}, life ${life}: heap ${view.heapMiB.toFixed(1)} MiB, buffers ${view.buffersMiB.toFixed(1)} MiB, ` +
    `resident ${view.rssMiB.toFixed(0)} MiB, ${view.handles} handles, ${view.resources} resources, ${view.sleepers} sleepers; ` +
    `${entries} entries (${(files.bytes / MIB).toFixed(0)} MiB), all read; ${files.passing.length} passing files ` +
    `(${leftovers} left by kills so far); ${view.tasksListed} tasks listed, ${view.unfinished.length} unfinished; ` +
    `clicks ${view.clicks.served} served, ${view.clicks.refused} refused`
  )
}
