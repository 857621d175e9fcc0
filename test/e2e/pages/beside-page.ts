// The choice of laps side by side as a person meets it.
import type { Locator, Page } from '@playwright/test'

export class BesidePage {
  /** One for each driver with a lap but the one on the plinth, in the order of the list. */
  readonly boxes: Locator
  readonly all: Locator
  readonly clear: Locator
  readonly sentence: Locator
  readonly troubles: Locator

  constructor(readonly page: Page) {
    const bar = page.getByRole('group', { name: 'Laps side by side' })
    this.boxes = page.getByRole('checkbox', { name: /^Set the lap of .+ beside$/ })
    this.all = bar.getByRole('button', { name: /^All/ })
    this.clear = bar.getByRole('button', { name: /^Clear/ })
    this.sentence = bar.getByRole('status')
    this.troubles = page.getByRole('group', { name: 'Fastest first' }).getByRole('alert')
  }

  /** Waits until so many laps stand on the stage and have been drawn. */
  async shown(laps: number): Promise<void> {
    await this.page.locator(`canvas[data-laps="${laps}"]`).waitFor()
  }

  /** Of the frame that showed them first, shadow included. */
  async drawCalls(): Promise<number> {
    return Number(await this.page.locator('canvas#sculpture').getAttribute('data-draw-calls'))
  }

  /** Milliseconds from the last choice to the first frame with all that was chosen. */
  async shownMs(): Promise<number> {
    return await this.page.evaluate(() => {
      const asked = performance.getEntriesByName('beside:asked').at(-1)?.startTime ?? Number.NaN
      const shown = performance.getEntriesByName('beside:shown').find(({ startTime }) => startTime > asked)
      return Math.round((shown?.startTime ?? Number.NaN) - asked)
    })
  }
}
