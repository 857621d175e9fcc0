// What the window and its process hold at a moment, after both have thrown away what they can.

import { readdir } from 'node:fs/promises'
import { geometryCount } from './in-page.mjs'

/**
 * By how much the floor of each may rise (growth.mjs). By experience with runs that leak nothing: the heap of the page
 * moves by the size of one session's laps, the nodes by one room.
 * @type {Readonly<Record<string, import('./growth.mjs').Allowance>>}
 */
export const ALLOWANCES = {
  pageHeapMiB: { ratio: 0.25, fixed: 12 },
  nodes: { ratio: 0.25, fixed: 3_000 },
  listeners: { ratio: 0.25, fixed: 400 },
  documents: { ratio: 0, fixed: 4 },
  geometries: { ratio: 0.25, fixed: 40 },
  mainHeapMiB: { ratio: 0.25, fixed: 12 },
  handles: { ratio: 0.1, fixed: 20 },
}

/**
 * @param {import('./monkey-window.mjs').Ground} ground
 * @returns {Promise<() => Promise<import('./growth.mjs').Sample>>}
 */
export async function openSampler({ app, page }) {
  const client = await page.context().newCDPSession(page)
  await client.send('Performance.enable')
  await app.evaluate(() => {
    const { setFlagsFromString } = process.getBuiltinModule('node:v8')
    setFlagsFromString('--expose-gc')
    Object.assign(globalThis, {
      collectGarbage: process.getBuiltinModule('node:vm').runInNewContext('gc'),
    })
  })
  return async () => {
    await client.send('HeapProfiler.collectGarbage')
    const { metrics } = await client.send('Performance.getMetrics')
    /** @param {string} name */
    const metric = (name) => metrics.find((each) => each.name === name)?.value ?? 0
    const main = await app.evaluate(({ app: electron }) => {
      // Two passes: the first one calls the finalizers, which let go of what the second one takes.
      const { collectGarbage } = /** @type {{ collectGarbage?: () => void }} */ (globalThis)
      collectGarbage?.()
      collectGarbage?.()
      const processes = electron.getAppMetrics()
      return {
        heapBytes: process.memoryUsage().heapUsed,
        pid: process.pid,
        residentKiB: processes.reduce((sum, { memory }) => sum + memory.workingSetSize, 0),
      }
    })
    const geometries = await page.evaluate(geometryCount)
    return {
      pageHeapMiB: mebibytes(metric('JSHeapUsedSize')),
      nodes: metric('Nodes'),
      listeners: metric('JSEventListeners'),
      documents: metric('Documents'),
      geometries,
      mainHeapMiB: mebibytes(main.heapBytes),
      handles: await handlesOf(main.pid),
      residentMiB: Math.round(main.residentKiB / 1024),
    }
  }
}

/** @param {number} bytes */
function mebibytes(bytes) {
  return Math.round((bytes / 2 ** 20) * 10) / 10
}

/** @param {number} pid @returns {Promise<number>} 0 where the system does not tell. */
async function handlesOf(pid) {
  try {
    return (await readdir(`/proc/${pid}/fd`)).length
  } catch {
    // ENOENT: no Linux.
    return 0
  }
}
