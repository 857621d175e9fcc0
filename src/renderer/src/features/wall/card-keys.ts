// Where the arrow keys go on the wall: left and right in reading order, up and down to the card that lies nearest in
// that direction. Pure: boxes in, an index out.

export interface CardBox {
  /** CSS pixels, in one frame of reference for all cards. */
  readonly left: number
  readonly top: number
  readonly width: number
  readonly height: number
}

/**
 * @param key as KeyboardEvent.key.
 * @returns the index of the card to go to; null for other keys and where there is none in that direction.
 */
export function nextCard(boxes: readonly CardBox[], current: number, key: string): number | null {
  switch (key) {
    case 'ArrowRight':
      return current + 1 < boxes.length ? current + 1 : null
    case 'ArrowLeft':
      return current > 0 ? current - 1 : null
    case 'ArrowDown':
      return nearest(boxes, current, 1)
    case 'ArrowUp':
      return nearest(boxes, current, -1)
    default:
      return null
  }
}

/** The nearest row wins; within it, the card most nearly below or above. */
function nearest(boxes: readonly CardBox[], current: number, direction: 1 | -1): number | null {
  const from = boxes[current]
  if (from === undefined) return null
  let best: { readonly index: number; readonly distance: number; readonly offset: number } | null = null
  for (const [index, box] of boxes.entries()) {
    const distance = direction === 1 ? box.top - (from.top + from.height) : from.top - (box.top + box.height)
    // Half a pixel: browsers lay out in fractions.
    if (index === current || distance < -0.5) continue
    const offset = Math.abs(box.left + box.width / 2 - (from.left + from.width / 2))
    const isCloser =
      best === null ||
      distance < best.distance - 0.5 ||
      (distance < best.distance + 0.5 && offset < best.offset)
    if (isCloser) best = { index, distance, offset }
  }
  return best?.index ?? null
}
