// Whether everything is as it must be at the end of a day, and whether anything has grown over the days. Pure.
import { growthBetween } from '../../scripts/endurance/growth.mjs'
import type { KeptFiles } from './kept-files'
import type { LifeView } from './life-calls'

export interface DayEnd {
  readonly day: number
  /** Of the process: counted from the start of the week. */
  readonly life: number
  readonly view: LifeView
  readonly files: KeptFiles
  /** What `calmDown` has said. */
  readonly stuck: readonly string[]
}

/**
 * Added to the largest of a life's first days. The heap moves by what the memory tier's books and the last sessions hold;
 * a connection that is kept open is a handle, and there are six at most to a host.
 */
const ALLOWANCES = {
  heapMiB: { ratio: 0.15, fixed: 6 },
  handles: { ratio: 0, fixed: 12 },
  resources: { ratio: 0, fixed: 12 },
  sleepers: { ratio: 0, fixed: 2 },
} as const

/** Of a life: until then everything has been loaded and used once. */
const FIRST_DAYS = 2

/** @returns what is wrong, in words. */
export function dayFaults({ view, files, stuck }: DayEnd): readonly string[] {
  const faults = [...view.troubles, ...stuck.map((task) => `stuck: ${task}`)]
  if (view.clicksOpen > 0) faults.push(`${view.clicksOpen} clicks were never answered`)
  if (view.corrupt > 0) faults.push(`${view.corrupt} entries were found damaged`)
  if (view.health !== 'ok') faults.push(`the folder is ${view.health} although nothing is wrong with it`)
  for (const file of files.damaged) faults.push(`damaged: ${file}`)
  for (const file of files.passing) faults.push(`left behind: ${file}`)
  const [results = [], raw = []] = ['archive/results-', 'archive/raw-'].map((store) =>
    [...files.keys].flatMap(([name, keys]) => (name.startsWith(store) ? keys : [])),
  )
  const onDisk = new Set(results)
  const listed = new Set(view.keys)
  for (const key of listed) if (!onDisk.has(key)) faults.push(`listed and not there: ${key}`)
  for (const key of onDisk) if (!listed.has(key)) faults.push(`there and not listed: ${key}`)
  if (raw.length !== view.rawEntries)
    faults.push(`${view.rawEntries} raw entries are listed, ${raw.length} there`)
  const { isOn, nextAt } = view.schedule
  if (isOn && (nextAt === null || nextAt <= view.now)) faults.push('no next run is planned')
  return faults
}

/** @param days in order; lives that were too short to tell are left out. */
export function growthFaults(days: readonly DayEnd[]): readonly string[] {
  return [...new Set(days.map(({ life }) => life))].flatMap((life) => {
    const samples = days
      .filter((day) => day.life === life)
      .map(({ view: { heapMiB, handles, resources, sleepers } }) => ({
        heapMiB,
        handles,
        resources,
        sleepers,
      }))
    const last = samples.at(-1)
    if (last === undefined || samples.length <= FIRST_DAYS) return []
    return growthBetween(samples.slice(0, FIRST_DAYS), last, ALLOWANCES)
  })
}
