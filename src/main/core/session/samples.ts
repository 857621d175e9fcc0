// Telemetry of one session as typed arrays: what the decoder hands to the track line and the G-forces.
// Units are converted here, once: metres, km/h, milliseconds of session time. A missing value is NaN in float
// channels and 255 in byte channels; it is never invented.

/** One car's stream of the car channel (irregular, about 3.8 Hz). All arrays have the same length. */
export interface CarSamples {
  /** Session time, ms, strictly increasing. */
  readonly timeMs: Float64Array
  /** Integer km/h as sent; 0 for a standing car. */
  readonly speedKmh: Float32Array
  readonly rpm: Float32Array
  /** 0..100; NaN where the feed sent 104 ("no value"). */
  readonly throttlePct: Float32Array
  /** 1 pressed, 0 not, 255 unknown (104). There is no pressure information. */
  readonly brake: Uint8Array
  /** 0 neutral, 1..8, 255 unknown (the feed sends 10..49 for some standing cars). */
  readonly gear: Uint8Array
  /** 1 open (10, 12, 14), 0 closed, 255 unknown or absent (from 2026). */
  readonly drs: Uint8Array
}

/** One car's fixes (irregular, about 3.9 Hz). Samples without a fix (X=Y=Z=0, Z=0) are left out. */
export interface PositionSamples {
  /** Session time, ms, strictly increasing. */
  readonly timeMs: Float64Array
  readonly xM: Float64Array
  readonly yM: Float64Array
  readonly zM: Float64Array
  /** Index into SessionSamples.positionStampsMs: all cars share the stamps, and the stamps' errors with them. */
  readonly stamp: Int32Array
}

export interface CarTelemetry {
  readonly car: CarSamples
  readonly position: PositionSamples
}

export interface SessionSamples {
  /** UTC instant of session time zero, epoch ms: the largest (sample date - line stamp) of both streams. */
  readonly zeroAt: number
  /** By racing number. A car with only one of the two streams has an empty other one. */
  readonly cars: ReadonlyMap<string, CarTelemetry>
  /** Session time of every distinct position stamp, ms, increasing. */
  readonly positionStampsMs: Float64Array
  readonly warnings: readonly string[]
}
