// Monte Varga: an invented mountain circuit of 5.3 km, driven anticlockwise. A hundred metres lie between the
// pits in the valley and the hairpin at the top (8), with slopes of up to 7 percent on the way.

import type { CircuitPlan } from '../circuit'

export const MONTE_VARGA: CircuitPlan = {
  name: 'Monte Varga',
  corners: [
    { xM: 0, yM: 430, radiusM: 26, entryM: 26, exitM: 30 },
    { xM: -330, yM: 310, radiusM: 38, entryM: 32, exitM: 34 },
    { xM: -390, yM: 650, radiusM: 92, entryM: 50, exitM: 50 },
    { xM: -60, yM: 830, radiusM: 66, entryM: 46, exitM: 46 },
    { xM: -110, yM: 1090, radiusM: 44, entryM: 36, exitM: 38 },
    { xM: -530, yM: 1060, radiusM: 80, entryM: 50, exitM: 50 },
    { xM: -700, yM: 700, radiusM: 110, entryM: 50, exitM: 50 },
    { xM: -1010, yM: 560, radiusM: 21, entryM: 26, exitM: 30 },
    { xM: -640, yM: 330, radiusM: 46, entryM: 38, exitM: 40 },
    { xM: -720, yM: -20, radiusM: 135, entryM: 60, exitM: 60 },
    { xM: -480, yM: -330, radiusM: 72, entryM: 46, exitM: 46 },
    { xM: -560, yM: -590, radiusM: 36, entryM: 32, exitM: 38 },
    { xM: 0, yM: -640, radiusM: 48, entryM: 40, exitM: 54 },
  ],
  finishAfterLastCornerM: 450,
  baseElevationM: 655,
  elevation: [
    { amplitudeM: 49.5, waves: 1, phaseRatio: 0.56 },
    { amplitudeM: 6, waves: 2, phaseRatio: 0.15 },
    { amplitudeM: 1.5, waves: 6, phaseRatio: 0.8 },
  ],
  sectorEndsM: [1610, 3160],
  speedTrapM: 440,
  drs: { fromM: -330, toM: 460 },
  pitLane: { entryM: -330, exitM: 340, garageM: 40, garageStepM: 12, offsetM: 14, mergeM: 80 },
}
