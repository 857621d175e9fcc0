// What the window is to show, and what it showed last. A wish that comes while there is no page to hear it waits; a page
// that takes another's place (after a crash, after the window was closed) begins where that one was.

import type { Showing, WantedShowing } from '@contract/showing'

export class Showings {
  private wanted: WantedShowing | null = null
  private shown: Showing | null = null
  private isPageListening = false

  /** @param tell tells the page that listens. */
  constructor(private readonly tell: (showing: WantedShowing) => void) {}

  want(showing: WantedShowing): void {
    if (this.isPageListening) this.tell(showing)
    else this.wanted = showing
  }

  /** A page begins. @returns what it is to show, or null for its usual beginning. */
  take(): WantedShowing | null {
    const showing = this.wanted ?? this.shown
    this.wanted = null
    this.isPageListening = true
    return showing
  }

  note(showing: Showing): void {
    this.shown = showing
  }

  /** The page is gone, whatever for. */
  pageGone(): void {
    this.isPageListening = false
  }
}
