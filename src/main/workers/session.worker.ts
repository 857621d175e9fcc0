// The session worker: parsing, geometry and the simulated season, off the main thread so that window, menu and IPC stay alive.
// Piscina calls the default export once per request. Answers are cloned, not transferred: all sculptures of a
// session are a quarter of a megabyte together.

import { buildSculptures } from '../core/gallery/build-sculptures'
import { decodeLaps } from '../core/session/decode-laps'
import { createDemoHost } from '../core/sources/demo/demo-host'
import { createTopicMaker } from '../core/sources/demo/make-topics'
import {
  toParts,
  type BuiltLapMessage,
  type StageMessage,
  type WorkerAnswer,
  type WorkerRequest,
} from './messages'

/** Remembers the last simulated session: its telemetry is asked for soon after its laps, mostly of the same thread. */
const maker = createTopicMaker()
const demoHost = createDemoHost(maker)

export default function answer(request: WorkerRequest): WorkerAnswer {
  try {
    if (request.kind === 'decode-laps')
      return { ok: true, kind: 'decode-laps', value: decodeLaps(request.topics, request.context) }
    if (request.kind === 'simulate-topics')
      return { ok: true, kind: 'simulate-topics', value: maker.topics(request.simulation) }
    if (request.kind === 'demo-file')
      return { ok: true, kind: 'demo-file', value: demoHost(request.path, request.now) }
    const { order, progress } = request
    const built = buildSculptures(order, (stage, done, total) =>
      progress.postMessage({ stage, done, total } satisfies StageMessage),
    )
    const laps = built.laps.map((each): BuiltLapMessage =>
      each.ok ? each : { ...each, error: toParts(each.error) },
    )
    return { ok: true, kind: 'build-sculptures', value: { ...built, laps } }
  } catch (error) {
    return { ok: false, error: toParts(error) }
  }
}
