// The comparison of laps as a person meets it.
import type { Locator, Page } from '@playwright/test'

export class ComparePage {
  readonly play: Locator
  readonly pause: Locator
  readonly time: Locator
  /** The sentences of who gains where. */
  readonly sentences: Locator
  readonly laps: Locator
  readonly history: Locator
  readonly told: Locator

  constructor(readonly page: Page) {
    const run = page.getByRole('region', { name: 'The laps in true time' })
    this.play = run.getByRole('button', { name: 'Let the laps run' })
    this.pause = run.getByRole('button', { name: 'Pause' })
    this.time = run.getByRole('slider', { name: 'Time since the start of the lap' })
    this.sentences = page.getByRole('region', { name: 'Who gains where' }).getByRole('listitem')
    this.laps = page.getByRole('radio', { name: /^Compare with the lap of/ })
    this.history = page.getByRole('application', { name: /^Lap times of/ })
    this.told = page.locator('#lap-history-told')
  }

  tab(name: 'Along the lap' | 'Compare' | 'All laps'): Locator {
    return this.page.getByRole('tab', { name })
  }

  /** Waits until they have been drawn so. */
  async stand(how: 'Side by side' | 'On one track'): Promise<void> {
    await this.page.getByRole('radio', { name: how }).check()
    const arrangement = how === 'On one track' ? 'track' : 'beside'
    await this.page.locator(`canvas[data-arrangement="${arrangement}"]`).waitFor()
  }
}
