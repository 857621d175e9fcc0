// Numbers along the lap to SVG path text. Pure.

export interface ChartBox {
  readonly width: number
  readonly height: number
  /** Value at the lower edge and at the upper edge. */
  readonly low: number
  readonly high: number
}

/**
 * A line through `values`, spread evenly over the box's width. Not-a-number breaks the line: a gap in the data is a
 * gap in the picture.
 * @returns `M…L…` with one decimal, or an empty string without values.
 */
export function linePath(values: ArrayLike<number>, box: ChartBox): string {
  let path = ''
  let isDrawing = false
  for (let i = 0; i < values.length; i++) {
    const value = values[i]!
    if (Number.isNaN(value)) isDrawing = false
    else {
      path += `${isDrawing ? 'L' : 'M'}${point(i, value, values.length, box)}`
      isDrawing = true
    }
  }
  return path
}

/** The same line closed along the lower edge, for filling; gaps count as the lower edge. */
export function areaPath(values: ArrayLike<number>, box: ChartBox): string {
  if (values.length === 0) return ''
  let path = `M0,${box.height}`
  for (let i = 0; i < values.length; i++) {
    const value = values[i]!
    path += `L${point(i, Number.isNaN(value) ? box.low : value, values.length, box)}`
  }
  return `${path}L${box.width},${box.height}Z`
}

function point(i: number, value: number, count: number, box: ChartBox): string {
  const x = count < 2 ? 0 : (i / (count - 1)) * box.width
  const ratio = Math.min(1, Math.max(0, (value - box.low) / (box.high - box.low)))
  return `${round(x)},${round(box.height * (1 - ratio))}`
}

function round(value: number): string {
  return String(Math.round(value * 10) / 10)
}
