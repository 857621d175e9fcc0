import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { buildCircuit } from '@main/core/sources/demo/circuit'
import { DEMO_CIRCUITS } from '@main/core/sources/demo/grand-prix'
import { DEMO_CAR, simulateFlyingLap } from '@main/core/sources/demo/lap-simulator'
import { measurePace } from '@main/core/sources/demo/pace'

describe.each(DEMO_CIRCUITS.map((plan) => [plan.name, plan] as const))('the pace of %s', (_, plan) => {
  const circuit = buildCircuit(plan)
  const pace = measurePace(circuit)

  it('foretells what the solver says for every car of a qualifying, to 0.05 s', () => {
    const forms = fc.record({
      gripRatio: fc.double({ min: 0.95, max: 1.005, noNaN: true }),
      powerRatio: fc.double({ min: 0.985, max: 1.02, noNaN: true }),
      brakeRatio: fc.double({ min: 0.97, max: 1.03, noNaN: true }),
      fuelKg: fc.double({ min: 0, max: 20, noNaN: true }),
    })
    fc.assert(
      fc.property(forms, (form) => {
        const solvedMs = 1000 * simulateFlyingLap(circuit, DEMO_CAR, form).timeS.at(-1)!
        expect(Math.abs(pace.lapMs(form, 'open') - solvedMs)).toBeLessThan(50)
      }),
      { numRuns: 15 },
    )
  })

  it('makes a standing start cost three to five seconds, and a pit stop eighteen to thirty', () => {
    expect(pace.startLossMs).toBeGreaterThan(3_000)
    expect(pace.startLossMs).toBeLessThan(5_000)
    expect(pace.pitLossMs).toBeGreaterThan(18_000)
    expect(pace.pitLossMs).toBeLessThan(30_000)
  })
})
