// The line's coordinate is not quite the distance a car drives: the source places the cars on its line up to 10 %
// too fast or too slow over some 25 m (2.7 m in all). W(s) is the distance by the wheels, learned from all quick laps.

/** Structured-clone safe. */
export interface Odometer {
  readonly lengthM: number
  /** W(s) - s at n even steps round the loop, metres, mean 0. W grows by lengthM with every lap. */
  readonly excessM: Float64Array
}

/** Distance by the wheels at an unwrapped place of the line. */
export function wheelDistance({ lengthM, excessM }: Odometer, s: number): number {
  const n = excessM.length
  const laps = Math.floor(s / lengthM)
  const q = ((s - laps * lengthM) / lengthM) * n
  const i = Math.min(Math.floor(q), n - 1)
  const a = excessM[i]!
  return s + a + (q - i) * (excessM[(i + 1) % n]! - a)
}

/** Inverse of `wheelDistance`, exact to 10^-9 m. */
export function linePlace(odometer: Odometer, distanceM: number): number {
  const { lengthM, excessM } = odometer
  const n = excessM.length
  const step = lengthM / n
  // W is increasing and piecewise linear: walk from the guess to the right piece and solve it.
  let i = Math.floor((distanceM - excessM[0]!) / step)
  const at = (k: number): number => k * step + excessM[((k % n) + n) % n]!
  while (at(i) > distanceM) i--
  while (at(i + 1) <= distanceM) i++
  return (i + (distanceM - at(i)) / (at(i + 1) - at(i))) * step
}
