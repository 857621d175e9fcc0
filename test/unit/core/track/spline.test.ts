import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { BAND, factorBanded, inverseBand, solveBanded } from '@main/core/track/banded'
import { addObservations, designAt, penaltyBand, splineAt } from '@main/core/track/spline'

/** Symmetric, positive definite, bandwidth 3: B B^T of a lower banded B with a strong diagonal. */
const bandedMatrix = fc.integer({ min: 1, max: 14 }).chain((n) =>
  fc
    .array(fc.double({ min: -1, max: 1, noNaN: true }), { minLength: 4 * n, maxLength: 4 * n })
    .map((values) => {
      const dense = Array.from({ length: n }, () => new Float64Array(n))
      const b = (i: number, j: number): number => {
        if (j > i || i - j > 3) return 0
        return i === j ? 1.5 + Math.abs(values[4 * i]!) : values[4 * i + (i - j)]!
      }
      for (let i = 0; i < n; i++) {
        for (let j = 0; j < n; j++) {
          for (let k = 0; k < n; k++) dense[i]![j] = dense[i]![j]! + b(i, k) * b(j, k)
        }
      }
      return dense
    }),
)

function toBand(dense: readonly Float64Array[]): Float64Array {
  const n = dense.length
  const band = new Float64Array(BAND * n)
  for (let i = 0; i < n; i++) for (let k = 0; k < BAND && i + k < n; k++) band[4 * i + k] = dense[i + k]![i]!
  return band
}

/** Gauss-Jordan, the slow and obvious way. */
function denseInverse(matrix: readonly Float64Array[]): number[][] {
  const n = matrix.length
  const work = matrix.map((row, i) => [...row, ...Array.from({ length: n }, (_, j) => (i === j ? 1 : 0))])
  for (let i = 0; i < n; i++) {
    const pivot = work[i]![i]!
    work[i] = work[i]!.map((x) => x / pivot)
    for (let k = 0; k < n; k++) {
      const factor = work[k]![i]!
      if (k !== i) work[k] = work[k]!.map((x, j) => x - factor * work[i]![j]!)
    }
  }
  return work.map((row) => row.slice(n))
}

function fit(x: Float64Array, y: Float64Array, lambda: number, start: number, step: number, size: number) {
  const band = penaltyBand(new Float64Array(size - 3).fill(lambda), step)
  const coefficients = new Float64Array(size)
  const weight = new Float64Array(x.length).fill(1)
  addObservations(band, coefficients, designAt(x, start, step, size, 0), weight, y)
  factorBanded(band)
  solveBanded(band, coefficients)
  return coefficients
}

describe('banded matrices', () => {
  it('solve the same equations as a dense solver', () => {
    fc.assert(
      fc.property(
        bandedMatrix,
        fc.infiniteStream(fc.double({ min: -9, max: 9, noNaN: true })),
        (dense, stream) => {
          const wanted = Float64Array.from(dense, () => stream.next().value)
          const b = Float64Array.from(dense, (row) => row.reduce((sum, a, j) => sum + a * wanted[j]!, 0))
          const factor = toBand(dense)
          factorBanded(factor)
          solveBanded(factor, b)
          b.forEach((x, i) => expect(x).toBeCloseTo(wanted[i]!, 8))
        },
      ),
    )
  })

  it('give the entries of the inverse near the diagonal, also farther out than the matrix itself reaches', () => {
    fc.assert(
      fc.property(bandedMatrix, fc.integer({ min: 3, max: 9 }), (dense, width) => {
        const inverse = denseInverse(dense)
        const factor = toBand(dense)
        factorBanded(factor)
        const near = inverseBand(factor, width)
        for (let i = 0; i < dense.length; i++) {
          for (let m = 0; m <= width && i + m < dense.length; m++) {
            expect(near[i * (width + 1) + m]).toBeCloseTo(inverse[i]![i + m]!, 9)
          }
        }
      }),
    )
  })
})

describe('the penalised spline', () => {
  const coefficient = fc.double({ min: -3, max: 3, noNaN: true })

  it('reproduces cubics exactly where nothing is penalised', () => {
    fc.assert(
      fc.property(fc.tuple(coefficient, coefficient, coefficient, coefficient), ([a, b, c, d]) => {
        const cubic = (x: number): number => a + b * x + c * x * x + d * x ** 3
        const x = Float64Array.from({ length: 60 }, (_, i) => i / 20)
        const spline = fit(x, x.map(cubic), 0, 0, 0.5, 9)
        for (const at of [0, 0.33, 1.71, 2.9]) {
          expect(splineAt(spline, 0, 0.5, at, 0)).toBeCloseTo(cubic(at), 5)
          expect(splineAt(spline, 0, 0.5, at, 1)).toBeCloseTo(b + 2 * c * at + 3 * d * at * at, 4)
          expect(splineAt(spline, 0, 0.5, at, 2)).toBeCloseTo(2 * c + 6 * d * at, 3)
        }
      }),
    )
  })

  it('reproduces parabolas exactly however much is penalised: only jerk costs', () => {
    fc.assert(
      fc.property(
        fc.tuple(coefficient, coefficient, coefficient),
        fc.double({ min: 0, max: 1000, noNaN: true }),
        ([a, b, c], lambda) => {
          const parabola = (x: number): number => a + b * x + c * x * x
          const x = Float64Array.from({ length: 60 }, (_, i) => i / 20)
          const spline = fit(x, x.map(parabola), lambda, 0, 0.5, 9)
          for (const at of [0, 0.33, 1.71, 2.9]) {
            expect(splineAt(spline, 0, 0.5, at, 0)).toBeCloseTo(parabola(at), 4)
          }
        },
      ),
    )
  })

  it('bridges a hole with the parabola its neighbours suggest', () => {
    const x = Float64Array.from({ length: 80 }, (_, i) => i / 10).filter((t) => t < 3 || t > 5)
    const spline = fit(
      x,
      x.map((t) => 2 + t + 4 * t * t),
      1,
      0,
      0.1,
      90,
    )
    expect(splineAt(spline, 0, 0.1, 4, 0)).toBeCloseTo(2 + 4 + 64, 3)
  })
})
