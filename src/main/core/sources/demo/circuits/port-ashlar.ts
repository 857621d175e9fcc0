// Port Ashlar: an invented street circuit of 3.9 km, driven clockwise round the blocks of a harbour. Right angles
// between walls, a hairpin at the fish market (5 and 6), a flat-out quay with one kink (7), nearly no elevation.

import type { CircuitPlan } from '../circuit'

export const PORT_ASHLAR: CircuitPlan = {
  name: 'Port Ashlar Street Circuit',
  corners: [
    { xM: 0, yM: 430, radiusM: 17, entryM: 16, exitM: 20 },
    { xM: 290, yM: 430, radiusM: 15, entryM: 14, exitM: 18 },
    { xM: 290, yM: 250, radiusM: 20, entryM: 16, exitM: 20 },
    { xM: 560, yM: 250, radiusM: 24, entryM: 20, exitM: 24 },
    { xM: 560, yM: 560, radiusM: 11, entryM: 9, exitM: 4 },
    { xM: 592, yM: 560, radiusM: 11, entryM: 4, exitM: 9 },
    { xM: 640, yM: 90, radiusM: 420, entryM: 30, exitM: 30 },
    { xM: 620, yM: -330, radiusM: 22, entryM: 24, exitM: 28 },
    { xM: 260, yM: -330, radiusM: 18, entryM: 18, exitM: 22 },
    { xM: 260, yM: -90, radiusM: 16, entryM: 16, exitM: 18 },
    { xM: 130, yM: -90, radiusM: 19, entryM: 18, exitM: 20 },
    { xM: 130, yM: -420, radiusM: 14, entryM: 14, exitM: 16 },
    { xM: 0, yM: -420, radiusM: 21, entryM: 18, exitM: 26 },
  ],
  finishAfterLastCornerM: 330,
  baseElevationM: 9,
  elevation: [
    { amplitudeM: 2.6, waves: 1, phaseRatio: 0.3 },
    { amplitudeM: 0.9, waves: 4, phaseRatio: 0.7 },
  ],
  sectorEndsM: [1270, 2560],
  speedTrapM: 380,
  drs: { fromM: -250, toM: 400 },
  pitLane: { entryM: -290, exitM: 330, garageM: 40, garageStepM: 12, offsetM: -13, mergeM: 60 },
}
