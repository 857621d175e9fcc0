// The archive's topics this application reads, and which of them an answer needs.

export const TIMING_TOPICS = [
  'SessionInfo',
  'SessionStatus',
  'DriverList',
  'TimingData',
  'TimingAppData',
  'TrackStatus',
  'RaceControlMessages',
  'LapCount',
] as const
export const TELEMETRY_TOPICS = ['CarData.z', 'Position.z'] as const

export type TimingTopic = (typeof TIMING_TOPICS)[number]
export type TelemetryTopic = (typeof TELEMETRY_TOPICS)[number]
export type TopicName = TimingTopic | TelemetryTopic

/** Raw bytes by topic, as served. A topic the session does not have is absent from the map. */
export type TopicBytes = ReadonlyMap<TopicName, Uint8Array>
