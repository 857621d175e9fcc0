// What every benchmark needs: the cost of some work, medians over runs, and a table to print them in.
import { appendFileSync } from 'node:fs'
import { cpus } from 'node:os'
import { monitorEventLoopDelay } from 'node:perf_hooks'
import { setTimeout } from 'node:timers/promises'
import type { Figure } from '../../scripts/bench/figures.mjs'

export interface Cost {
  readonly wallMs: number
  /** Of the whole process: main thread and workers. */
  readonly cpuMs: number
}

export async function costOf(work: () => unknown): Promise<Cost> {
  const cpu = process.cpuUsage()
  const startedAt = performance.now()
  await work()
  const { user, system } = process.cpuUsage(cpu)
  return { wallMs: performance.now() - startedAt, cpuMs: (user + system) / 1000 }
}

/** @returns how long the main thread came to no timer, at most, ms. */
export async function longestHold(work: () => Promise<unknown>): Promise<number> {
  const delay = monitorEventLoopDelay({ resolution: 1 })
  delay.enable()
  // What holds the thread from the first moment on is seen only when the timer has run before.
  await setTimeout(10)
  delay.reset()
  await work()
  await setTimeout(10)
  delay.disable()
  return delay.max / 1e6
}

/** Upper median; NaN of nothing. */
export function median(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN
}

/** @param ratio 0..1. @returns NaN of nothing. */
export function percentile(values: readonly number[], ratio: number): number {
  const sorted = values.toSorted((a, b) => a - b)
  return sorted[Math.min(sorted.length - 1, Math.floor(ratio * sorted.length))] ?? Number.NaN
}

/** `12.3 to 45.6`. */
export function range(values: readonly number[]): string {
  return `${Math.min(...values).toFixed(1)} to ${Math.max(...values).toFixed(1)}`
}

export function printTable(titles: readonly string[], rows: readonly (readonly string[])[]): void {
  const widths = titles.map((title, i) => Math.max(title.length, ...rows.map((row) => row[i]?.length ?? 0)))
  const line = (cells: readonly string[]) => cells.map((cell, i) => cell.padEnd(widths[i] ?? 0)).join('  ')
  console.log(`\n${[titles, ...rows].map(line).join('\n')}\n`)
}

/** Where the numbers come from: numbers of two machines are not to be compared. */
export function machine(): string {
  return `${cpus().length} x ${cpus()[0]?.model ?? 'unknown'}, Node ${process.versions.node}`
}

/**
 * Hands numbers to the table at the end of `npm run bench`. Measured without it, they are only printed where they
 * were found.
 */
export function record(part: string, figures: readonly Omit<Figure, 'part'>[]): void {
  const file = process.env['F1_BENCH_FIGURES']
  if (file === undefined) return
  for (const figure of figures) {
    const values = figure.values.filter((value) => Number.isFinite(value))
    if (values.length > 0) appendFileSync(file, `${JSON.stringify({ part, ...figure, values })}\n`)
  }
}
