// The tasks of a page's main thread and the turns of the main process, while something else happens.
import { readFile } from 'node:fs/promises'
import type { ElectronApplication, Page } from 'playwright'

interface TraceEvent {
  readonly name: string
  readonly pid: number
  readonly tid: number
  readonly args?: { readonly name?: string }
  /** Microseconds of the thread's own time. */
  readonly tdur?: number
}

/** How long the page's main thread worked on each of its tasks, ms of its own time: what others took of the machine is not in it. */
export async function taskTimes(traceFile: string): Promise<readonly number[]> {
  const { traceEvents } = JSON.parse(await readFile(traceFile, 'utf8')) as {
    readonly traceEvents: TraceEvent[]
  }
  const pages = new Set(
    traceEvents
      .filter(({ name, args }) => name === 'thread_name' && args?.name === 'CrRendererMain')
      .map(({ pid, tid }) => `${pid} ${tid}`),
  )
  return traceEvents.flatMap(({ name, pid, tid, tdur }) =>
    name.endsWith('RunTask') && tdur !== undefined && pages.has(`${pid} ${tid}`) ? [tdur / 1000] : [],
  )
}

export interface Tasks {
  /** Of the page, ms of the clock, as it reports them itself: over 50 ms. */
  readonly longMs: readonly number[]
  /** Of the page, ms of the thread's own time: all of them. */
  readonly workedMs: readonly number[]
  /** How late the main process came to its timers, ms. */
  readonly mainLateMs: { readonly p99: number; readonly max: number }
}

/** @param traceFile written, and free again afterwards. */
export async function tasksDuring(
  app: ElectronApplication,
  page: Page,
  traceFile: string,
  work: () => Promise<void>,
): Promise<Tasks> {
  await app.evaluate(({ contentTracing }) =>
    contentTracing.startRecording({ included_categories: ['toplevel'] }),
  )
  const delay = await app.evaluateHandle(() => {
    const histogram = process.getBuiltinModule('node:perf_hooks').monitorEventLoopDelay({ resolution: 1 })
    histogram.enable()
    return histogram
  })
  const observed = await page.evaluateHandle(() => {
    const longMs: number[] = []
    const observer = new PerformanceObserver((list) => {
      for (const { duration } of list.getEntries()) longMs.push(duration)
    })
    observer.observe({ entryTypes: ['longtask'] })
    return { longMs, observer }
  })
  await work()
  const longMs = await observed.evaluate(({ longMs: found, observer }) => {
    observer.disconnect()
    return found
  })
  const mainLateMs = await delay.evaluate((histogram) => {
    histogram.disable()
    return { p99: histogram.percentile(99) / 1e6, max: histogram.max / 1e6 }
  })
  await app.evaluate(({ contentTracing }, file) => contentTracing.stopRecording(file), traceFile)
  return { longMs, workedMs: await taskTimes(traceFile), mainLateMs }
}
