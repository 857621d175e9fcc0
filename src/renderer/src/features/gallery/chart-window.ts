// Which part of the lap the charts show: a range of stations, never turned round, never beyond the lap. Pure.

export interface ChartWindow {
  /** First and last station in the picture. */
  readonly from: number
  readonly to: number
}

/** Nearer than this many stations (about 150 m) there is nothing more to see: the recording has a sample each 15 m. */
const LEAST_STATIONS = 50

/**
 * @param factor on the width, below 1 nearer.
 * @param around station that stays where it is in the picture.
 * @param last station of the lap.
 */
export function zoomed(window: ChartWindow, factor: number, around: number, last: number): ChartWindow {
  const width = Math.min(last, Math.max(Math.min(LEAST_STATIONS, last), (window.to - window.from) * factor))
  const ratio = window.to === window.from ? 0.5 : (around - window.from) / (window.to - window.from)
  return placed(around - width * Math.min(1, Math.max(0, ratio)), width, last)
}

/** @param by stations, positive: further along the lap. */
export function shifted(window: ChartWindow, by: number, last: number): ChartWindow {
  return placed(window.from + by, window.to - window.from, last)
}

/** @returns the window, of the whole lap if it is none of this lap: another circuit may be shorter. */
export function windowOf(window: ChartWindow | null, last: number): ChartWindow {
  return window === null || window.to > last ? { from: 0, to: last } : window
}

function placed(from: number, width: number, last: number): ChartWindow {
  const start = Math.round(Math.min(last - width, Math.max(0, from)))
  return { from: start, to: Math.min(last, start + Math.round(width)) }
}
