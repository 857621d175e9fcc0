// A session's samples within some spans of its time, as if nothing else had been recorded.

import type { SessionSamples } from './samples'
import type { TimeSpan } from './time-spans'

/** @param spans in order, not overlapping. Stamps keep their indices. */
export function samplesWithin(samples: SessionSamples, spans: readonly TimeSpan[]): SessionSamples {
  const cars = [...samples.cars].map(([number, { car, position }]) => {
    const inCar = maskOf(car.timeMs, spans)
    const inPosition = maskOf(position.timeMs, spans)
    const ofCar = (_: number, i: number): boolean => inCar[i] === 1
    const ofPosition = (_: number, i: number): boolean => inPosition[i] === 1
    return [
      number,
      {
        car: {
          timeMs: car.timeMs.filter(ofCar),
          speedKmh: car.speedKmh.filter(ofCar),
          rpm: car.rpm.filter(ofCar),
          throttlePct: car.throttlePct.filter(ofCar),
          brake: car.brake.filter(ofCar),
          gear: car.gear.filter(ofCar),
          drs: car.drs.filter(ofCar),
        },
        position: {
          timeMs: position.timeMs.filter(ofPosition),
          xM: position.xM.filter(ofPosition),
          yM: position.yM.filter(ofPosition),
          zM: position.zM.filter(ofPosition),
          stamp: position.stamp.filter(ofPosition),
        },
      },
    ] as const
  })
  return { ...samples, cars: new Map(cars) }
}

/** 1 where a time lies within a span; both are in order. */
function maskOf(timeMs: Float64Array, spans: readonly TimeSpan[]): Uint8Array {
  const mask = new Uint8Array(timeMs.length)
  let k = 0
  for (let i = 0; i < timeMs.length; i++) {
    while (k < spans.length && spans[k]!.endMs < timeMs[i]!) k++
    if (k === spans.length) break
    if (spans[k]!.startMs <= timeMs[i]!) mask[i] = 1
  }
  return mask
}
