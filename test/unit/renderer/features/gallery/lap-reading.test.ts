import { describe, expect, it } from 'vitest'
import { SAMPLE_FLAGS, type Sculpture } from '@contract/sculpture'
import { lapPeaks, manoeuvre, readLap, statsSigma } from '@renderer/features/gallery/lap-reading'
import { aSculpture } from '../../../../helpers/builders'

/** A lap that brakes at 4 G around sample 50 and turns right at 3 G around sample 120. */
function aLapWithTwoPeaks(flags?: (i: number) => number): Sculpture {
  const { header, channels } = aSculpture()
  const bump = (i: number, centre: number) => Math.exp(-(((i - centre) / 8) ** 2))
  return {
    header,
    channels: {
      ...channels,
      longitudinalG: channels.longitudinalG.map((_, i) => -4 * bump(i, 50)),
      lateralG: channels.lateralG.map((_, i) => -3 * bump(i, 120)),
      flags: channels.flags.map((_, i) => flags?.(i) ?? 0),
    },
  }
}

describe('a reading of the lap', () => {
  it('adds the unknown driven line to the deviation of lateral G, in quadrature', () => {
    const reading = readLap(aLapWithTwoPeaks(), 120)
    expect(reading.lateralG).toBeCloseTo(-3, 6)
    expect(reading.lateralSigmaG).toBeCloseTo(Math.hypot(0.05, 0.15 * 3), 6)
  })

  it('gives the combined force the deviation of the direction it has', () => {
    expect(readLap(aLapWithTwoPeaks(), 50).combinedSigmaG).toBeCloseTo(0.15, 3)
    expect(readLap(aLapWithTwoPeaks(), 120).combinedSigmaG).toBeCloseTo(Math.hypot(0.05, 0.45), 3)
    expect(readLap(aLapWithTwoPeaks(), 200).combinedSigmaG).toBeCloseTo(0.15, 3)
  })

  it('counts distance from the finish line', () => {
    const sculpture = aLapWithTwoPeaks()
    expect(readLap(sculpture, 0).distanceM).toBe(0)
    expect(readLap(sculpture, 10).distanceM).toBeCloseTo(10 * sculpture.header.stepM, 9)
  })

  it('says where the recording has a hole or the line is too tight', () => {
    const sculpture = aLapWithTwoPeaks((i) =>
      i === 3 ? SAMPLE_FLAGS.hole : i === 4 ? SAMPLE_FLAGS.lineTighterThanDriven : 0,
    )
    expect(readLap(sculpture, 3)).toMatchObject({ isHole: true, isLineTight: false })
    expect(readLap(sculpture, 4)).toMatchObject({ isHole: false, isLineTight: true })
  })

  it('names what the car does by the larger share of the force', () => {
    const sculpture = aLapWithTwoPeaks()
    expect(manoeuvre(readLap(sculpture, 50))).toBe('braking')
    expect(manoeuvre(readLap(sculpture, 120))).toBe('right')
    expect(manoeuvre(readLap(sculpture, 200))).toBe('coasting')
    expect(manoeuvre(readLap(aSculpture(), 0))).toBe('left')
  })
})

describe('the peaks of the lap', () => {
  it('finds each summit once, in the order of the lap', () => {
    expect(lapPeaks(aLapWithTwoPeaks())).toEqual([50, 120])
  })

  it('leaves out places where the line is too tight', () => {
    const flagged = aLapWithTwoPeaks((i) => (i > 80 && i < 160 ? SAMPLE_FLAGS.lineTighterThanDriven : 0))
    expect(lapPeaks(flagged)).toEqual([50])
  })

  it('takes no wiggle within the deviation for a summit', () => {
    const { header, channels } = aSculpture()
    const wiggling = { ...channels, lateralG: channels.lateralG.map((_, i) => 3 + 0.2 * Math.sin(i / 3)) }
    expect(lapPeaks({ header, channels: wiggling })).toHaveLength(1)
  })
})

describe('deviations of the statistics', () => {
  it('are read where each maximum lies', () => {
    const sigma = statsSigma(aLapWithTwoPeaks())
    expect(sigma.maxBrakingG).toBeCloseTo(0.15, 6)
    expect(sigma.maxLateralRightG).toBeCloseTo(Math.hypot(0.05, 0.45), 6)
    expect(sigma.maxCombinedG).toBeCloseTo(0.15, 3)
  })

  it('are unknown when no sample counts', () => {
    expect(statsSigma(aLapWithTwoPeaks(() => SAMPLE_FLAGS.lineTighterThanDriven)).maxCombinedG).toBeNull()
  })
})
