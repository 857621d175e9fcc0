// One simulated session for all tests of this folder that look at its bytes.

import { simulateQualifying, type DemoSession } from '@main/core/sources/demo/demo-session'
import { DEMO_GRANDS_PRIX } from '@main/core/sources/demo/grand-prix'
import { BYTE_ORDER_MARK } from '@main/core/sources/demo/wire'
import type { TopicBytes, TopicName } from '@main/core/session/topics'
import { TELEMETRY_TOPICS, TIMING_TOPICS } from '@main/core/session/topics'

export const START_AT = Date.parse('2026-08-01T13:00:00Z')
export const END_AT = START_AT + 35 * 60_000

export function aSession(season = 2026): DemoSession {
  return simulateQualifying(DEMO_GRANDS_PRIX[0]!, season, START_AT, END_AT)
}

export function bytesOf(session: DemoSession): TopicBytes {
  const topics = new Map<TopicName, Uint8Array>()
  for (const name of [...TIMING_TOPICS, ...TELEMETRY_TOPICS]) {
    const lines = session.lines(name)
    if (lines !== null) topics.set(name, Buffer.from(BYTE_ORDER_MARK + [...lines].join('')))
  }
  return topics
}
