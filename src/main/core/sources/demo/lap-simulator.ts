// How fast a car can go round: a point mass with engine power, drag, downforce and a friction circle, driven
// along the circuit line as fast as grip allows. The result is exact by its own model: within a cell of the grid
// the acceleration is constant, so speed, time and place follow from each other without rounding or smoothing.
//
// Assumptions: the car drives on the line itself; a change of force takes no time (braking starts at once, which
// real drivers need 0.1-0.2 s for); s is the distance in plan view, so on a 5 % slope the wheel's speed is 0.1 %
// higher than the one given here; vertical curvature and slope act on load and on thrust.

import { GRAVITY_MS2 } from '../../conventions'
import type { Circuit, CircuitGrid } from './circuit'

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
  /** In the tank: it weighs, and nothing else. */
  readonly fuelKg: number
  /** m/s; infinite where nobody holds back. */
  readonly speedCapMs: number
  readonly isWingOpen: boolean
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
  /** 0..100, whole, per cell. */
  readonly throttlePct: Uint8Array
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
  const { grid } = circuit
  const first = Math.round(fromM / grid.stepM)
  const n = Math.round(toM / grid.stepM) - first + 1
  const road = layRoad(grid, car, first, n, effortAt)
  return timeDrive(road, solveSpeeds(road, ends), first * grid.stepM, car.powerW)
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
  const closed: Effort = {
    gripRatio: 1,
    powerRatio: 1,
    brakeRatio: 1,
    fuelKg: 0,
    speedCapMs: Number.POSITIVE_INFINITY,
    ...effort,
    isWingOpen: false,
  }
  const open: Effort = { ...closed, isWingOpen: true }
  const effortAt = (distanceM: number): Effort => (isInDrsZone(circuit, distanceM) ? open : closed)
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

/**
 * The forces on the car at the n nodes of a drive, as far as they do not depend on its speed: with w = v² the load
 * on the tyres is linear in w, so is what a corner takes, and so is the drag. Worked out once, because the solver
 * asks for them four times a node.
 */
interface Road {
  readonly stepM: number
  /** Friction force of the tyres: `gripN + gripPerW · w`. */
  readonly gripN: Float64Array
  readonly gripPerW: Float64Array
  /** Force the corner takes: `cornerPerW · w`; never negative. */
  readonly cornerPerW: Float64Array
  /** Of the climb; positive uphill. */
  readonly hillN: Float64Array
  readonly massKg: Float64Array
  readonly powerW: Float64Array
  readonly brakeN: Float64Array
  /** Drag is this times w; of the cell behind the node with the wing as it is there, and with the wing closed. */
  readonly dragPerW: Float64Array
  readonly closedDragPerW: number
  /** 1 where the wing is open unless the car brakes. */
  readonly wing: Uint8Array
  readonly capMs: Float64Array
  readonly tractionRatio: number
}

function layRoad(
  grid: CircuitGrid,
  car: DemoCar,
  first: number,
  n: number,
  effortAt: (distanceM: number) => Effort,
): Road {
  const array = (): Float64Array => new Float64Array(n)
  const road = {
    stepM: grid.stepM,
    gripN: array(),
    gripPerW: array(),
    cornerPerW: array(),
    hillN: array(),
    massKg: array(),
    powerW: array(),
    brakeN: array(),
    dragPerW: array(),
    closedDragPerW: car.dragNs2M2,
    wing: new Uint8Array(n),
    capMs: array(),
    tractionRatio: car.tractionRatio,
  }
  const cells = grid.curvature.length
  for (let i = 0, node = modulo(first, cells); i < n; i++, node = node + 1 === cells ? 0 : node + 1) {
    const effort = effortAt((first + i) * grid.stepM)
    const { gripRatio, powerRatio, brakeRatio, fuelKg, speedCapMs, isWingOpen } = effort
    const mass = car.massKg + fuelKg
    const friction = car.friction * gripRatio
    road.gripN[i] = friction * mass * GRAVITY_MS2
    road.gripPerW[i] = friction * (mass * grid.verticalCurvature[node]! + car.downforceNs2M2)
    road.cornerPerW[i] = mass * Math.abs(grid.curvature[node]!)
    road.hillN[i] = mass * GRAVITY_MS2 * grid.slope[node]!
    road.massKg[i] = mass
    road.powerW[i] = car.powerW * powerRatio
    road.brakeN[i] = car.brakeG * brakeRatio * mass * GRAVITY_MS2
    road.dragPerW[i] = car.dragNs2M2 * (isWingOpen ? car.drsDragRatio : 1)
    road.wing[i] = isWingOpen ? 1 : 0
    road.capMs[i] = speedCapMs
  }
  return road
}

/** What the corner leaves of the friction circle for speeding up or slowing down, newtons. @param w speed squared. */
function forceLeftN({ gripN, gripPerW, cornerPerW }: Road, i: number, w: number): number {
  const tyre = Math.max(0, gripN[i]! + gripPerW[i]! * w)
  const cornering = cornerPerW[i]! * w
  return cornering === 0 ? tyre : Math.sqrt(Math.max(0, tyre * tyre - cornering * cornering))
}

/**
 * Strongest acceleration at a node, m/s²; negative where drag and hill are stronger than what is left.
 * @param cell whose wing counts. @param w speed squared; at 0 the power is infinite and traction limits.
 */
function driveLimit(road: Road, cell: number, i: number, w: number): number {
  const traction = road.tractionRatio * forceLeftN(road, i, w)
  const thrust = Math.min(road.powerW[i]! / Math.sqrt(w), traction)
  return (thrust - road.dragPerW[cell]! * w - road.hillN[i]!) / road.massKg[i]!
}

/** Strongest deceleration at a node, m/s², as a positive number. The wing is closed under braking. */
function brakeLimit(road: Road, i: number, w: number): number {
  const braking = Math.min(road.brakeN[i]!, forceLeftN(road, i, w))
  return (braking + road.closedDragPerW * w + road.hillN[i]!) / road.massKg[i]!
}

/** Square of the speed at which cornering alone takes all grip: cornering = grip + grip per w · w, or of the cap. */
function cornerLimit(road: Road, i: number): number {
  const cap = Math.min(road.capMs[i]!, FASTEST_MS) ** 2
  const given = road.cornerPerW[i]! - road.gripPerW[i]!
  return given <= 0 ? cap : Math.min(cap, road.gripN[i]! / given)
}

/**
 * Corner speeds, then forward with the drive limit, then backward with the brake limit. Each step looks at both
 * its ends and takes the smaller acceleration, so that no limit is passed inside a cell either.
 * @returns m/s at each node.
 */
function solveSpeeds(road: Road, ends: 'standing' | 'flying'): Float64Array {
  const n = road.massKg.length
  const twoSteps = 2 * road.stepM
  const w = new Float64Array(n)
  for (let i = 0; i < n; i++) w[i] = cornerLimit(road, i)
  if (ends === 'standing') w[0] = w[n - 1] = 0
  for (let i = 0; i + 1 < n; i++) {
    const here = w[i]!
    const near = driveLimit(road, i, i, here)
    const far = driveLimit(road, i, i + 1, Math.max(0, here + near * twoSteps))
    const reached = Math.max(0, here + Math.min(near, far) * twoSteps)
    if (reached < w[i + 1]!) w[i + 1] = reached
  }
  for (let i = n - 1; i > 0; i--) {
    const here = w[i]!
    const near = brakeLimit(road, i, here)
    const far = brakeLimit(road, i - 1, Math.max(0, here + near * twoSteps))
    const stoppable = Math.max(0, here + Math.min(near, far) * twoSteps)
    if (stoppable < w[i - 1]!) w[i - 1] = stoppable
  }
  for (let i = 0; i < n; i++) w[i] = Math.sqrt(w[i]!)
  return w
}

/** @param fullPowerW what counts as full throttle. */
function timeDrive(road: Road, speedMs: Float64Array, fromM: number, fullPowerW: number): Drive {
  const { stepM } = road
  const cells = speedMs.length - 1
  const drive: Drive = {
    fromM,
    stepM,
    speedMs,
    timeS: new Float64Array(cells + 1),
    accelerationMs2: new Float64Array(cells),
    throttlePct: new Uint8Array(cells),
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
    const thrust = road.massKg[i]! * acceleration + road.dragPerW[i]! * mean * mean + road.hillN[i]!
    drive.throttlePct[i] = Math.round(Math.min(100, Math.max(0, (100 * thrust * mean) / fullPowerW)))
    drive.brake[i] = thrust < -ENGINE_BRAKING_N ? 1 : 0
    drive.drs[i] = road.wing[i] === 1 && drive.brake[i] === 0 ? 1 : 0
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
