/// <reference lib="dom" />
// What is run inside the page: Playwright sends these functions there as text, so nothing outside them is known to them.

/**
 * @param {string} selector
 * @returns The middle, in CSS pixels, of every control that a person could click at this moment, with what it is called.
 */
export function clickableControls(selector) {
  /** @type {{ x: number, y: number, name: string }[]} */
  const seen = []
  for (const control of document.querySelectorAll(selector)) {
    if (control.matches(':disabled') || control.closest('[inert]') !== null) continue
    const { left, top, width, height } = control.getBoundingClientRect()
    const [x, y] = [left + width / 2, top + height / 2]
    const above = document.elementFromPoint(x, y)
    if (above === null || !(control.contains(above) || above.contains(control))) continue
    const name = control.getAttribute('aria-label') ?? control.textContent
    seen.push({ x, y, name: `${control.localName} "${name.trim().slice(0, 60)}"` })
  }
  return seen
}

/** CSS pixels. */
export function pageSize() {
  return { width: innerWidth, height: innerHeight }
}

/** On the GPU, as the canvases say. */
export function geometryCount() {
  const counts = [...document.querySelectorAll('canvas')].map(({ dataset }) =>
    Number(dataset['geometries'] ?? 0),
  )
  return counts.reduce((sum, count) => sum + count, 0)
}
