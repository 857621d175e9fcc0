// Changes to a session's samples that a test wants after the sampling: moved, mirrored, thinned out, turned round.

import type { CarTelemetry, SessionSamples } from '@main/core/session/samples'

export function mapCars(
  samples: SessionSamples,
  change: (telemetry: CarTelemetry, number: string) => CarTelemetry,
): SessionSamples {
  return {
    ...samples,
    cars: new Map([...samples.cars].map(([number, telemetry]) => [number, change(telemetry, number)])),
  }
}

/** The same session in another frame of the plane. */
export function inFrame(
  samples: SessionSamples,
  frame: (x: number, y: number) => readonly [number, number],
): SessionSamples {
  return mapCars(samples, ({ car, position }) => ({
    car,
    position: {
      ...position,
      xM: position.xM.map((x, i) => frame(x, position.yM[i]!)[0]),
      yM: position.yM.map((y, i) => frame(position.xM[i]!, y)[1]),
    },
  }))
}

/** Only the samples of either stream whose times pass. */
export function keepTimes(
  { car, position }: CarTelemetry,
  keepCar: (timeMs: number) => boolean,
  keepPosition: (timeMs: number) => boolean = keepCar,
): CarTelemetry {
  return { car: pickAll(car, keepCar), position: pickAll(position, keepPosition) }
}

type Channels = Readonly<Record<string, Float64Array | Float32Array | Uint8Array | Int32Array>>

function pickAll<T extends { readonly timeMs: Float64Array }>(
  stream: T,
  keep: (timeMs: number) => boolean,
): T {
  const kept = (_: number, i: number): boolean => keep(stream.timeMs[i]!)
  const entries = Object.entries(stream as unknown as Channels).map(([name, values]) => [
    name,
    values.filter(kept),
  ])
  return Object.fromEntries(entries) as T
}

/** The film run backwards, with speeds that are again 70 ms old when stamped. */
export function backwards(samples: SessionSamples, lastMs: number): SessionSamples {
  const stamps = samples.positionStampsMs.length
  const turned = mapCars(samples, ({ car, position }) => ({
    car: reverseAll(car, lastMs + 140),
    position: { ...reverseAll(position, lastMs), stamp: position.stamp.map((j) => stamps - 1 - j).reverse() },
  }))
  return { ...turned, positionStampsMs: samples.positionStampsMs.map((t) => lastMs - t).reverse() }
}

function reverseAll<T extends { readonly timeMs: Float64Array }>(stream: T, lastMs: number): T {
  const entries = Object.entries(stream as unknown as Channels).map(([name, values]) => [
    name,
    name === 'timeMs' ? stream.timeMs.map((t) => lastMs - t).reverse() : values.slice().reverse(),
  ])
  return Object.fromEntries(entries) as T
}
