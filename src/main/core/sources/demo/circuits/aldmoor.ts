// Aldmoor Park: an invented power circuit of 5.4 km, driven clockwise. A straight of 1.6 km into a chicane (1, 2),
// a long sweep (3), and few places to rest the engine. Gentle hills.

import type { CircuitPlan } from '../circuit'

export const ALDMOOR: CircuitPlan = {
  name: 'Aldmoor Park',
  corners: [
    { xM: 0, yM: 640, radiusM: 28, entryM: 18, exitM: 14 },
    { xM: 62, yM: 702, radiusM: 30, entryM: 14, exitM: 24 },
    { xM: 62, yM: 1150, radiusM: 215, entryM: 90, exitM: 90 },
    { xM: 980, yM: 1180, radiusM: 46, entryM: 44, exitM: 56 },
    { xM: 640, yM: 420, radiusM: 170, entryM: 70, exitM: 70 },
    { xM: 700, yM: -260, radiusM: 78, entryM: 50, exitM: 56 },
    { xM: 330, yM: -560, radiusM: 120, entryM: 50, exitM: 50 },
    { xM: 240, yM: -860, radiusM: 62, entryM: 40, exitM: 36 },
    { xM: 0, yM: -980, radiusM: 84, entryM: 46, exitM: 80 },
  ],
  finishAfterLastCornerM: 640,
  baseElevationM: 126,
  elevation: [
    { amplitudeM: 5.5, waves: 1, phaseRatio: 0.8 },
    { amplitudeM: 3, waves: 3, phaseRatio: 0.2 },
  ],
  sectorEndsM: [1790, 3490],
  speedTrapM: 740,
  drs: { fromM: -500, toM: 760 },
  pitLane: { entryM: -380, exitM: 360, garageM: 50, garageStepM: 12, offsetM: -16, mergeM: 90 },
}
