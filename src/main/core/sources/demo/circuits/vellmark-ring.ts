// Vellmark Ring: an invented circuit of 5.2 km and twelve corners, driven clockwise. A hairpin (3), a long fast
// sweep (5), left-right-left esses (6 to 8) and 40 m between its lowest and its highest place.

import type { CircuitPlan } from '../circuit'

export const VELLMARK_RING: CircuitPlan = {
  name: 'Vellmark Ring',
  corners: [
    { xM: 211, yM: 995, radiusM: 33, entryM: 40, exitM: 48 },
    { xM: 296, yM: 796, radiusM: 56, entryM: 44, exitM: 48 },
    { xM: 827, yM: 980, radiusM: 16, entryM: 28, exitM: 34 },
    { xM: 591, yM: 617, radiusM: 64, entryM: 46, exitM: 52 },
    { xM: 973, yM: 193, radiusM: 175, entryM: 110, exitM: 100 },
    { xM: 392, yM: -4, radiusM: 105, entryM: 60, exitM: 60 },
    { xM: 315, yM: -284, radiusM: 95, entryM: 60, exitM: 60 },
    { xM: 3, yM: -366, radiusM: 150, entryM: 60, exitM: 60 },
    { xM: -148, yM: -562, radiusM: 46, entryM: 44, exitM: 50 },
    { xM: -405, yM: -192, radiusM: 90, entryM: 50, exitM: 52 },
    { xM: -704, yM: -103, radiusM: 52, entryM: 44, exitM: 46 },
    { xM: -786, yM: 384, radiusM: 46, entryM: 44, exitM: 56 },
  ],
  finishAfterLastCornerM: 450,
  baseElevationM: 214,
  elevation: [
    { amplitudeM: 17.5, waves: 1, phaseRatio: 0.62 },
    { amplitudeM: 6, waves: 2, phaseRatio: 0.1 },
    { amplitudeM: 2.2, waves: 5, phaseRatio: 0.35 },
  ],
  sectorEndsM: [1640, 3330],
  speedTrapM: 420,
  drs: { fromM: -340, toM: 560 },
  pitLane: { entryM: -330, exitM: 330, garageM: 40, garageStepM: 12, offsetM: -14, mergeM: 80 },
}
