import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Sculpture, SculptureChannels } from '@contract/sculpture'
import {
  decodeSculptureFrame,
  decodeSculptureHeader,
  encodeSculptureFrame,
  FrameError,
} from '@contract/sculpture-frame'
import { aSculpture } from '../../helpers/builders'

/** Half a step of each channel: the most that rounding may change a value. */
const HALF_STEP: Readonly<Record<keyof SculptureChannels, number>> = {
  xM: 0.005,
  yM: 0.005,
  zM: 0.005,
  timeS: 0.0005,
  speedKmh: 0.05,
  throttlePct: 0.5,
  brake: 0,
  gear: 0,
  drs: 0,
  longitudinalG: 0.001,
  lateralG: 0.001,
  verticalG: 0.0025,
  lateralSigmaG: 0.0025,
  longitudinalSigmaG: 0.0025,
  flags: 0,
}

function expectAlike(read: Sculpture, written: Sculpture): void {
  expect(read.header).toEqual(written.header)
  for (const channel of Object.keys(HALF_STEP) as (keyof SculptureChannels)[]) {
    const before = written.channels[channel]
    const after = read.channels[channel]
    expect(after.length).toBe(before.length)
    for (let i = 0; i < before.length; i++) {
      if (Number.isNaN(before[i]!)) expect(after[i]).toBeNaN()
      else expect(Math.abs(after[i]! - before[i]!)).toBeLessThanOrEqual(HALF_STEP[channel] + 1e-9)
    }
  }
}

describe('the sculpture frame', () => {
  it('gives every channel back to within half a step of its rounding', () => {
    const sculpture = aSculpture()
    expectAlike(decodeSculptureFrame(encodeSculptureFrame(sculpture)), sculpture)
  })

  it('gives any values back, however they jump, and keeps missing throttle values missing', () => {
    const value = (limit: number) =>
      fc.double({ min: -limit, max: limit, noNaN: true, noDefaultInfinity: true })
    const sample = fc.record({
      place: value(50_000),
      g: value(20),
      throttle: fc.oneof(fc.constant(Number.NaN), fc.integer({ min: 0, max: 100 })),
      byte: fc.integer({ min: 0, max: 255 }),
    })
    fc.assert(
      fc.property(fc.array(sample, { minLength: 1, maxLength: 60 }), (samples) => {
        const floats = (pick: (each: (typeof samples)[number]) => number) => Float64Array.from(samples, pick)
        const bytes = Uint8Array.from(samples, (each) => each.byte)
        const sculpture: Sculpture = {
          ...aSculpture(),
          channels: {
            xM: floats((each) => each.place),
            yM: floats((each) => -each.place),
            zM: floats((each) => each.place / 10),
            timeS: floats((each) => each.place / 100),
            speedKmh: floats((each) => each.place / 100),
            throttlePct: floats((each) => each.throttle),
            brake: bytes,
            gear: bytes,
            drs: bytes,
            longitudinalG: floats((each) => each.g),
            lateralG: floats((each) => -each.g),
            verticalG: floats((each) => each.g / 4),
            lateralSigmaG: floats((each) => Math.abs(each.g)),
            longitudinalSigmaG: floats((each) => Math.abs(each.g)),
            flags: bytes,
          },
        }
        expectAlike(decodeSculptureFrame(encodeSculptureFrame(sculpture)), sculpture)
      }),
    )
  })

  it('lets the header be read without the samples', () => {
    const sculpture = aSculpture()
    expect(decodeSculptureHeader(encodeSculptureFrame(sculpture))).toEqual(sculpture.header)
  })

  it('refuses bytes cut short at any place, and bytes too many', () => {
    const frame = encodeSculptureFrame(aSculpture())
    fc.assert(
      fc.property(fc.integer({ min: 0, max: frame.length - 1 }), (length) => {
        expect(() => decodeSculptureFrame(frame.slice(0, length))).toThrow(FrameError)
      }),
    )
    expect(() => decodeSculptureFrame(new Uint8Array([...frame, 0]))).toThrow(FrameError)
  })

  it('refuses any other bytes with a FrameError and nothing else', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 400 }), (bytes) => {
        expect(() => decodeSculptureFrame(bytes)).toThrow(FrameError)
      }),
    )
  })

  it('refuses a frame of another pipeline version, so that old G-forces are never shown as new ones', () => {
    const frame = encodeSculptureFrame(aSculpture())
    new DataView(frame.buffer).setUint16(6, 999, true)
    expect(() => decodeSculptureFrame(frame)).toThrow(/pipeline 999/)
  })

  it('refuses to write channels of unequal length or a value that is not a number', () => {
    const { header, channels } = aSculpture()
    expect(() =>
      encodeSculptureFrame({ header, channels: { ...channels, zM: new Float64Array(3) } }),
    ).toThrow(/zM/)
    const broken = Float64Array.from(channels.lateralG)
    broken[5] = Number.NaN
    expect(() => encodeSculptureFrame({ header, channels: { ...channels, lateralG: broken } })).toThrow(
      /lateralG/,
    )
  })
})
