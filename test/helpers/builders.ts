// Small, plausible things to test with. Every field can be overridden; none is asserted on by value.
import type { DriverLaps, Lap, SessionLaps } from '@contract/laps'
import type { Sculpture, SculptureChannels, SculptureHeader } from '@contract/sculpture'

export function aHeader(change: Partial<SculptureHeader> = {}): SculptureHeader {
  return {
    source: 'demo',
    season: 2026,
    round: 1,
    session: 'Q',
    driver: 'AAA',
    driverNumber: '11',
    driverName: 'Ada Apex',
    team: 'Team São Paulo',
    teamColour: '#3366cc',
    lap: 3,
    lapTimeMs: 62_832,
    compound: 'SOFT',
    tyreLife: 2,
    sectorsMs: [20_000, 21_000, 21_832],
    deleted: false,
    accurate: true,
    stepM: 3,
    lineQuality: 'good',
    lineOrigin: 'session',
    placedBy: 'positions',
    corners: [
      { number: 1, direction: 'left', apexM: 100, radiusM: 100, entryM: 20, exitM: 200 },
      { number: 2, direction: 'left', apexM: 400, radiusM: 100, entryM: 320, exitM: 480 },
    ],
    sectorEndsM: [210, 420],
    pathSigmaRatio: 0.15,
    tier: 2,
    isFinalTier: false,
    stats: {
      maxCombinedG: 2.55,
      meanCombinedG: 2.55,
      maxBrakingG: 0,
      maxAccelerationG: 0,
      maxLateralLeftG: 2.55,
      maxLateralRightG: 0,
      topSpeedKmh: 180,
      distanceM: 628.3,
      elevationRangeM: 10,
    },
    warnings: [],
    ...change,
  }
}

/** A circle of 100 m radius driven anticlockwise at 50 m/s on a gentle hill. */
export function aSculpture(change: Partial<SculptureHeader> = {}, n = 211): Sculpture {
  const radiusM = 100
  const speedMs = 50
  const angle = (i: number) => (2 * Math.PI * i) / (n - 1)
  const along = (value: (i: number) => number) => Float64Array.from({ length: n }, (_, i) => value(i))
  const channels: SculptureChannels = {
    xM: along((i) => radiusM * Math.cos(angle(i))),
    yM: along((i) => radiusM * Math.sin(angle(i))),
    zM: along((i) => 200 + 5 * Math.sin(angle(i))),
    timeS: along((i) => (angle(i) * radiusM) / speedMs),
    speedKmh: along(() => speedMs * 3.6),
    throttlePct: along((i) => (i === 7 ? Number.NaN : 60)),
    brake: new Uint8Array(n),
    gear: new Uint8Array(n).fill(6),
    drs: new Uint8Array(n).fill(255),
    longitudinalG: along(() => 0),
    lateralG: along(() => speedMs ** 2 / radiusM / 9.80665),
    verticalG: along((i) => -0.1 * Math.sin(angle(i))),
    lateralSigmaG: along(() => 0.05),
    longitudinalSigmaG: along(() => 0.15),
    flags: new Uint8Array(n),
  }
  return { header: aHeader({ stepM: (2 * Math.PI * radiusM) / (n - 1), ...change }), channels }
}

export function aLap(change: Partial<Lap> = {}): Lap {
  return {
    lap: 1,
    lapTimeMs: 80_000,
    startMs: 600_000,
    endMs: 680_000,
    sectorsMs: [25_000, 30_000, 25_000],
    compound: 'SOFT',
    tyreLife: 1,
    fresh: true,
    stint: 1,
    pitInMs: null,
    pitOutMs: null,
    trackStatus: '1',
    position: null,
    segment: 'Q1',
    deleted: false,
    accurate: true,
    personalBest: true,
    generated: false,
    ...change,
  }
}

export function aDriver(change: Partial<DriverLaps> = {}): DriverLaps {
  return {
    code: 'AAA',
    number: '11',
    name: 'Ada Apex',
    team: 'Team One',
    teamColour: '#3366cc',
    fastest: { lap: 1, lapTimeMs: 80_000 },
    laps: [aLap()],
    ...change,
  }
}

export function someLaps(change: Partial<SessionLaps> = {}): SessionLaps {
  return {
    season: 2026,
    round: 1,
    session: 'Q',
    source: 'demo',
    warnings: [],
    drivers: [aDriver()],
    ...change,
  }
}
