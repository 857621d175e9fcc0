// How fast a car can go round: a point mass with engine power, drag, downforce and a friction circle, driven
// along the circuit line as fast as grip allows. The result is exact by its own model: within a cell of the grid
// the acceleration is constant, so speed, time and place follow from each other without rounding or smoothing.
//
// Assumptions: the car drives on the line itself; a change of force takes no time (braking starts at once, which
// real drivers need 0.1-0.2 s for); s is the distance in plan view, so on a 5 % slope the wheel's speed is 0.1 %
// higher than the one given here; vertical curvature and slope act on load and on thrust.

import { GRAVITY_MS2 } from '../../conventions'
import type { Circuit } from './circuit'

/** A car of the simulation. The values of `DEMO_CAR` give the envelope of a present-day car at sea level. */
export interface DemoCar {
  readonly massKg: number
  /** At the wheels. */
  readonly powerW: number
  /** Drag is this times v². */
  readonly dragNs2M2: number
  /** Downforce is this times v². */
  readonly downforceNs2M2: number
  /** Friction of the tyres: the largest horizontal force over the load. */
  readonly friction: number
  /** Share of the friction circle that the driven wheels can put down. */
  readonly tractionRatio: number
  /** Strongest force of the brakes alone, in weights of the car; drag comes on top. */
  readonly brakeG: number
  /** Share of the drag that is left with the rear wing open. */
  readonly drsDragRatio: number
}

// Lateral 2.1 G at 100 km/h, 3.3 at 200, 4.3 at 250; 5 G of braking from 320 km/h; 316 km/h at most, 337 with the
// wing open. Compare physics of recorded sessions: 2.0 + 0.5 (v/100 km/h)² G in thin air, a quarter more at sea level.
export const DEMO_CAR: DemoCar = {
  massKg: 800,
  powerW: 640_000,
  dragNs2M2: 0.95,
  downforceNs2M2: 2.6,
  friction: 1.65,
  tractionRatio: 0.75,
  brakeG: 4.1,
  drsDragRatio: 0.82,
}

/** How much of the car a driver uses at a place: 1 is all of it. */
export interface Effort {
  readonly gripRatio: number
  readonly powerRatio: number
  readonly brakeRatio: number
  /** m/s; infinite where nobody holds back. */
  readonly speedCapMs: number
  readonly isWingOpen: boolean
}

/** The circuit under the wheels and what the driver makes of it, at the n nodes of a drive. */
interface Road {
  readonly stepM: number
  readonly curvature: Float64Array
  readonly slope: Float64Array
  readonly verticalCurvature: Float64Array
  readonly effort: readonly Effort[]
}

/** A drive along the line. Distances are metres from the finish line, growing from lap to lap. */
export interface Drive {
  readonly fromM: number
  readonly stepM: number
  /** m/s at the n nodes of the grid. */
  readonly speedMs: Float64Array
  /** Seconds since the drive began, at the n nodes. */
  readonly timeS: Float64Array
  /** m/s², constant in each of the n - 1 cells. */
  readonly accelerationMs2: Float64Array
  /** 0..100 per cell. */
  readonly throttlePct: Float64Array
  /** 1 or 0 per cell. */
  readonly brake: Uint8Array
  /** 1 where the wing is open, per cell. */
  readonly drs: Uint8Array
}

/** Where no corner and no cap limits the speed, the solver starts from here; the engine never gets a car so far. */
const FASTEST_MS = 120
/** Below this the engine brakes without the brake pedal: about 0.1 G. */
const ENGINE_BRAKING_N = 800

/**
 * Drives from one place to another.
 * @param fromM, toM rounded to the grid.
 * @param effortAt how hard the driver tries, by distance.
 * @param ends speed at both ends: `standing`, or as fast as the place allows.
 */
export function simulateDrive(
  circuit: Circuit,
  car: DemoCar,
  fromM: number,
  toM: number,
  effortAt: (distanceM: number) => Effort,
  ends: 'standing' | 'flying',
): Drive {
  const { stepM, curvature, slope, verticalCurvature } = circuit.grid
  const first = Math.round(fromM / stepM)
  const n = Math.round(toM / stepM) - first + 1
  const unroll = (lap: Float64Array): Float64Array => {
    const drive = new Float64Array(n)
    for (let i = 0; i < n; i++) drive[i] = lap[modulo(first + i, lap.length)]!
    return drive
  }
  const road: Road = {
    stepM,
    curvature: unroll(curvature),
    slope: unroll(slope),
    verticalCurvature: unroll(verticalCurvature),
    effort: Array.from({ length: n }, (_, i) => effortAt((first + i) * stepM)),
  }
  return timeDrive(car, road, solveSpeeds(car, road, ends), first * stepM)
}

/**
 * One lap as fast as the car goes, entered as fast as it is left: speed, time and acceleration close on themselves.
 * @param effort held over the whole lap; full effort if absent. The wing opens where the circuit's plan says.
 */
export function simulateFlyingLap(
  circuit: Circuit,
  car: DemoCar,
  effort: Partial<Omit<Effort, 'isWingOpen'>> = {},
): Drive {
  const effortAt = (distanceM: number): Effort => ({
    gripRatio: 1,
    powerRatio: 1,
    brakeRatio: 1,
    speedCapMs: Number.POSITIVE_INFINITY,
    ...effort,
    isWingOpen: isInDrsZone(circuit, distanceM),
  })
  // The lap before forgets how it was entered at its first corner; the one behind tells where to brake.
  const drive = simulateDrive(circuit, car, -circuit.lengthM, 2 * circuit.lengthM, effortAt, 'flying')
  const cells = Math.round(circuit.lengthM / drive.stepM)
  const startS = drive.timeS[cells]!
  return {
    fromM: 0,
    stepM: drive.stepM,
    speedMs: drive.speedMs.slice(cells, 2 * cells + 1),
    timeS: drive.timeS.slice(cells, 2 * cells + 1).map((time) => time - startS),
    accelerationMs2: drive.accelerationMs2.slice(cells, 2 * cells),
    throttlePct: drive.throttlePct.slice(cells, 2 * cells),
    brake: drive.brake.slice(cells, 2 * cells),
    drs: drive.drs.slice(cells, 2 * cells),
  }
}

export function isInDrsZone(circuit: Circuit, distanceM: number): boolean {
  const { fromM, toM } = circuit.plan.drs
  const s = modulo(distanceM, circuit.lengthM)
  return s < toM || s - circuit.lengthM >= fromM
}

/** Remainder in [0, divisor), unlike `%` also for negative numbers. */
function modulo(value: number, divisor: number): number {
  return value - Math.floor(value / divisor) * divisor
}

/** Largest horizontal force of the tyres, newtons. */
function tyreForceN(car: DemoCar, road: Road, i: number, speedMs: number): number {
  const weight = car.massKg * (GRAVITY_MS2 + speedMs * speedMs * road.verticalCurvature[i]!)
  const load = weight + car.downforceNs2M2 * speedMs * speedMs
  return Math.max(0, car.friction * road.effort[i]!.gripRatio * load)
}

/** What the corner leaves of the friction circle for speeding up or slowing down, newtons. */
function forceLeftN(car: DemoCar, road: Road, i: number, speedMs: number): number {
  const tyre = tyreForceN(car, road, i, speedMs)
  const cornering = car.massKg * speedMs * speedMs * road.curvature[i]!
  return Math.sqrt(Math.max(0, tyre * tyre - cornering * cornering))
}

function dragN(car: DemoCar, isWingOpen: boolean, speedMs: number): number {
  return car.dragNs2M2 * (isWingOpen ? car.drsDragRatio : 1) * speedMs * speedMs
}

/** Strongest acceleration at a node, m/s²; negative where drag and hill are stronger than what is left. */
function driveLimit(car: DemoCar, road: Road, i: number, speedMs: number, isWingOpen: boolean): number {
  const power = (car.powerW * road.effort[i]!.powerRatio) / speedMs // infinite for a standing car, where traction limits
  const traction = car.tractionRatio * forceLeftN(car, road, i, speedMs)
  const resistance = dragN(car, isWingOpen, speedMs) + car.massKg * GRAVITY_MS2 * road.slope[i]!
  return (Math.min(power, traction) - resistance) / car.massKg
}

/** Strongest deceleration at a node, m/s², as a positive number. The wing is closed under braking. */
function brakeLimit(car: DemoCar, road: Road, i: number, speedMs: number): number {
  const brakes = car.brakeG * road.effort[i]!.brakeRatio * car.massKg * GRAVITY_MS2
  const grip = forceLeftN(car, road, i, speedMs)
  const resistance = dragN(car, false, speedMs) + car.massKg * GRAVITY_MS2 * road.slope[i]!
  return (Math.min(brakes, grip) + resistance) / car.massKg
}

/** The speed at which cornering alone takes all grip: v² m|κ| = μ (m g + (m κz + downforce) v²), or the cap. */
function cornerLimit(car: DemoCar, road: Road, i: number): number {
  const { gripRatio, speedCapMs } = road.effort[i]!
  const friction = car.friction * gripRatio
  const needed = car.massKg * Math.abs(road.curvature[i]!)
  const given = friction * (car.massKg * road.verticalCurvature[i]! + car.downforceNs2M2)
  if (needed <= given) return speedCapMs
  return Math.min(speedCapMs, Math.sqrt((friction * car.massKg * GRAVITY_MS2) / (needed - given)))
}

/**
 * Corner speeds, then forward with the drive limit, then backward with the brake limit. Each step looks at both
 * its ends and takes the smaller acceleration, so that no limit is passed inside a cell either.
 */
function solveSpeeds(car: DemoCar, road: Road, ends: 'standing' | 'flying'): Float64Array {
  const n = road.effort.length
  const speed = new Float64Array(n)
  for (let i = 0; i < n; i++) speed[i] = Math.min(cornerLimit(car, road, i), FASTEST_MS)
  if (ends === 'standing') speed[0] = speed[n - 1] = 0
  for (let i = 0; i + 1 < n; i++) {
    const isWingOpen = road.effort[i]!.isWingOpen // holds for the whole cell
    const reached = stepSpeed(speed[i]!, road.stepM, (v, end) =>
      driveLimit(car, road, i + end, v, isWingOpen),
    )
    speed[i + 1] = Math.min(speed[i + 1]!, reached)
  }
  for (let i = n - 1; i > 0; i--) {
    const stoppable = stepSpeed(speed[i]!, road.stepM, (v, end) => brakeLimit(car, road, i - end, v))
    speed[i - 1] = Math.min(speed[i - 1]!, stoppable)
  }
  return speed
}

/** Speed one cell on. @param limit acceleration by speed, at the near (0) or far (1) end of the cell. */
function stepSpeed(speedMs: number, stepM: number, limit: (speedMs: number, end: 0 | 1) => number): number {
  const near = limit(speedMs, 0)
  const reached = Math.sqrt(Math.max(0, speedMs * speedMs + 2 * near * stepM))
  const far = limit(reached, 1)
  return Math.sqrt(Math.max(0, speedMs * speedMs + 2 * Math.min(near, far) * stepM))
}

function timeDrive(car: DemoCar, road: Road, speedMs: Float64Array, fromM: number): Drive {
  const { stepM } = road
  const cells = speedMs.length - 1
  const drive: Drive = {
    fromM,
    stepM,
    speedMs,
    timeS: new Float64Array(cells + 1),
    accelerationMs2: new Float64Array(cells),
    throttlePct: new Float64Array(cells),
    brake: new Uint8Array(cells),
    drs: new Uint8Array(cells),
  }
  for (let i = 0; i < cells; i++) {
    const before = speedMs[i]!
    const after = speedMs[i + 1]!
    const mean = (before + after) / 2
    const acceleration = ((after - before) * mean) / stepM
    drive.accelerationMs2[i] = acceleration
    drive.timeS[i + 1] = drive.timeS[i]! + stepM / mean
    const effort = road.effort[i]!
    const resistance = dragN(car, effort.isWingOpen, mean) + car.massKg * GRAVITY_MS2 * road.slope[i]!
    const thrust = car.massKg * acceleration + resistance
    drive.throttlePct[i] = Math.round(Math.min(100, Math.max(0, (100 * thrust * mean) / car.powerW)))
    drive.brake[i] = thrust < -ENGINE_BRAKING_N ? 1 : 0
    drive.drs[i] = effort.isWingOpen && drive.brake[i] === 0 ? 1 : 0
  }
  return drive
}

/** The cell that holds an instant. @param timeS since the drive began; clamped to it. */
export function cellAtTime(drive: Drive, timeS: number): number {
  let low = 0
  for (let high = drive.timeS.length - 1; high - low > 1;) {
    const middle = (low + high) >> 1
    if (drive.timeS[middle]! <= timeS) low = middle
    else high = middle
  }
  return low
}

/** Distance from the finish line, metres, at an instant inside a cell (see cellAtTime). */
export function distanceAtTime(drive: Drive, cell: number, timeS: number): number {
  const dt = timeS - drive.timeS[cell]!
  return (
    drive.fromM + cell * drive.stepM + (drive.speedMs[cell]! + (drive.accelerationMs2[cell]! * dt) / 2) * dt
  )
}

/** m/s at an instant inside a cell; never below zero. */
export function speedAtTime(drive: Drive, cell: number, timeS: number): number {
  return Math.max(0, drive.speedMs[cell]! + drive.accelerationMs2[cell]! * (timeS - drive.timeS[cell]!))
}

/** Seconds since the drive began at which the car passes a distance within the drive. */
export function timeAtDistance(drive: Drive, distanceM: number): number {
  const exact = (distanceM - drive.fromM) / drive.stepM
  const cell = Math.min(Math.max(0, Math.floor(exact)), drive.accelerationMs2.length - 1)
  const beyondM = (exact - cell) * drive.stepM
  const before = drive.speedMs[cell]!
  const here = Math.sqrt(Math.max(0, before * before + 2 * drive.accelerationMs2[cell]! * beyondM))
  return beyondM === 0 ? drive.timeS[cell]! : drive.timeS[cell]! + (2 * beyondM) / (before + here)
}

/** Horizontal acceleration to the left at a node, in G: v²κ/g. */
export function lateralGAt(circuit: Circuit, drive: Drive, node: number): number {
  const speed = drive.speedMs[node]!
  return (speed * speed * circuit.at(drive.fromM + node * drive.stepM).curvature) / GRAVITY_MS2
}
