// Ottermere: an invented figure of eight of 5.8 km. The way from 1 to 2 dives under the way from 7 to 8, which
// crosses it on a bridge 18 m higher. Left lobe anticlockwise, right lobe clockwise: it turns not at all.

import type { CircuitPlan } from '../circuit'

export const OTTERMERE: CircuitPlan = {
  name: 'Ottermere',
  corners: [
    { xM: 258, yM: -386, radiusM: 74, entryM: 44, exitM: 50 },
    { xM: -350, yM: 304, radiusM: 92, entryM: 50, exitM: 50 },
    { xM: -699, yM: 313, radiusM: 52, entryM: 40, exitM: 40 },
    { xM: -865, yM: -37, radiusM: 64, entryM: 44, exitM: 44 },
    { xM: -589, yM: -120, radiusM: 58, entryM: 44, exitM: 44 },
    { xM: -662, yM: -396, radiusM: 36, entryM: 34, exitM: 40 },
    { xM: -304, yM: -414, radiusM: 130, entryM: 60, exitM: 60 },
    { xM: 386, yM: 340, radiusM: 120, entryM: 60, exitM: 60 },
    { xM: 764, yM: 396, radiusM: 110, entryM: 56, exitM: 56 },
    { xM: 1040, yM: 156, radiusM: 40, entryM: 36, exitM: 36 },
    { xM: 773, yM: 9, radiusM: 44, entryM: 38, exitM: 40 },
    { xM: 1095, yM: -156, radiusM: 46, entryM: 36, exitM: 36 },
    { xM: 1076, yM: -386, radiusM: 52, entryM: 40, exitM: 56 },
  ],
  finishAfterLastCornerM: 345,
  baseElevationM: 62,
  elevation: [
    { amplitudeM: 9, waves: 1, phaseRatio: 0.61 },
    { amplitudeM: 3, waves: 2, phaseRatio: 0.1 },
    { amplitudeM: 1.2, waves: 5, phaseRatio: 0.4 },
  ],
  sectorEndsM: [1590, 3330],
  speedTrapM: 320,
  drs: { fromM: -300, toM: 320 },
  pitLane: { entryM: -320, exitM: 270, garageM: 30, garageStepM: 11, offsetM: 15, mergeM: 80 },
}
