// The few numbers that stand for a lap. Doubtful samples are left out of the extremes: they are the motion
// model's own, or the circuit's line is tighter there than anybody drove.

import { combinedG, DOUBTFUL_FLAGS, type SculptureChannels, type SculptureStats } from '@contract/sculpture'

export function lapStats(channels: SculptureChannels, distanceM: number): SculptureStats {
  const { timeS, longitudinalG, lateralG, speedKmh, zM, flags } = channels
  let maxCombinedG = 0
  let maxBrakingG = 0
  let maxAccelerationG = 0
  let maxLateralLeftG = 0
  let maxLateralRightG = 0
  let topSpeedKmh = 0
  let lowestM = Infinity
  let highestM = -Infinity
  let combinedSeconds = 0
  for (let i = 0; i < timeS.length; i++) {
    const combined = combinedG(longitudinalG[i]!, lateralG[i]!)
    if (i > 0) {
      const before = combinedG(longitudinalG[i - 1]!, lateralG[i - 1]!)
      combinedSeconds += ((combined + before) / 2) * (timeS[i]! - timeS[i - 1]!)
    }
    lowestM = Math.min(lowestM, zM[i]!)
    highestM = Math.max(highestM, zM[i]!)
    if ((flags[i]! & DOUBTFUL_FLAGS) !== 0) continue
    topSpeedKmh = Math.max(topSpeedKmh, speedKmh[i]!)
    maxCombinedG = Math.max(maxCombinedG, combined)
    maxBrakingG = Math.max(maxBrakingG, -longitudinalG[i]!)
    maxAccelerationG = Math.max(maxAccelerationG, longitudinalG[i]!)
    maxLateralLeftG = Math.max(maxLateralLeftG, lateralG[i]!)
    maxLateralRightG = Math.max(maxLateralRightG, -lateralG[i]!)
  }
  return {
    maxCombinedG,
    meanCombinedG: combinedSeconds / (timeS.at(-1)! - timeS[0]!),
    maxBrakingG,
    maxAccelerationG,
    maxLateralLeftG,
    maxLateralRightG,
    topSpeedKmh,
    distanceM,
    elevationRangeM: highestM - lowestM,
  }
}
