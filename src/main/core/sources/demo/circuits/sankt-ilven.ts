// Sankt Ilven: an invented circuit of 5.1 km that flows, driven anticlockwise over meadows. Twelve corners, most of
// them taken in the upper gears; the esses (5 to 8) are one movement.

import type { CircuitPlan } from '../circuit'

export const SANKT_ILVEN: CircuitPlan = {
  name: 'Sankt Ilven',
  corners: [
    { xM: 430, yM: 0, radiusM: 120, entryM: 60, exitM: 60 },
    { xM: 720, yM: 330, radiusM: 140, entryM: 60, exitM: 60 },
    { xM: 1110, yM: 350, radiusM: 105, entryM: 60, exitM: 60 },
    { xM: 1010, yM: 780, radiusM: 88, entryM: 60, exitM: 60 },
    { xM: 690, yM: 640, radiusM: 105, entryM: 55, exitM: 55 },
    { xM: 480, yM: 930, radiusM: 130, entryM: 65, exitM: 65 },
    { xM: 130, yM: 830, radiusM: 190, entryM: 60, exitM: 60 },
    { xM: -180, yM: 970, radiusM: 150, entryM: 65, exitM: 65 },
    { xM: -610, yM: 720, radiusM: 100, entryM: 60, exitM: 60 },
    { xM: -570, yM: 380, radiusM: 80, entryM: 50, exitM: 50 },
    { xM: -880, yM: 240, radiusM: 58, entryM: 46, exitM: 46 },
    { xM: -810, yM: 0, radiusM: 62, entryM: 46, exitM: 62 },
  ],
  finishAfterLastCornerM: 520,
  baseElevationM: 431,
  elevation: [
    { amplitudeM: 9, waves: 1, phaseRatio: 0.45 },
    { amplitudeM: 4.5, waves: 3, phaseRatio: 0.1 },
    { amplitudeM: 1.6, waves: 7, phaseRatio: 0.6 },
  ],
  sectorEndsM: [1560, 3300],
  speedTrapM: 420,
  drs: { fromM: -380, toM: 440 },
  pitLane: { entryM: -360, exitM: 330, garageM: 40, garageStepM: 12, offsetM: 15, mergeM: 80 },
}
