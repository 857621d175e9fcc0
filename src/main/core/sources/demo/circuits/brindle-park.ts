// Brindle Park: an invented circuit of 2.4 km, the shortest of the season, driven anticlockwise in under a minute.
// Eight corners round a valley meadow; traffic would be the difficulty, if there were any.

import type { CircuitPlan } from '../circuit'

export const BRINDLE_PARK: CircuitPlan = {
  name: 'Brindle Park',
  corners: [
    { xM: 300, yM: 0, radiusM: 38, entryM: 34, exitM: 40 },
    { xM: 400, yM: 260, radiusM: 62, entryM: 44, exitM: 40 },
    { xM: 185, yM: 335, radiusM: 60, entryM: 30, exitM: 30 },
    { xM: 60, yM: 530, radiusM: 34, entryM: 30, exitM: 34 },
    { xM: -230, yM: 480, radiusM: 52, entryM: 40, exitM: 40 },
    { xM: -190, yM: 215, radiusM: 36, entryM: 32, exitM: 34 },
    { xM: -480, yM: 205, radiusM: 34, entryM: 32, exitM: 34 },
    { xM: -470, yM: 0, radiusM: 40, entryM: 34, exitM: 48 },
  ],
  finishAfterLastCornerM: 300,
  baseElevationM: 88,
  elevation: [
    { amplitudeM: 8, waves: 1, phaseRatio: 0.5 },
    { amplitudeM: 2.5, waves: 3, phaseRatio: 0.25 },
  ],
  sectorEndsM: [810, 1610],
  speedTrapM: 300,
  drs: { fromM: -220, toM: 310 },
  pitLane: { entryM: -270, exitM: 250, garageM: 30, garageStepM: 10, offsetM: 13, mergeM: 70 },
}
