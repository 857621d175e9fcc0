// Whether somebody is scrolling: what the page does behind the scenes waits until they have come to rest.

/** A wheel sends its steps within this of each other, ms. */
const STILL_AFTER_MS = 160

export interface Stillness {
  /** Resolves when nothing has been scrolled for a moment: at once while nobody scrolls. */
  readonly whenStill: () => Promise<void>
  close(): void
}

export function followScrolling(page: EventTarget): Stillness {
  let scrolledAt = Number.NEGATIVE_INFINITY
  const note = (): void => {
    scrolledAt = performance.now()
  }
  page.addEventListener('scroll', note, { capture: true, passive: true })
  return {
    async whenStill() {
      for (;;) {
        const leftMs = scrolledAt + STILL_AFTER_MS - performance.now()
        if (leftMs <= 0) return
        await new Promise((resolve) => setTimeout(resolve, leftMs))
      }
    },
    close: () => page.removeEventListener('scroll', note, { capture: true }),
  }
}
