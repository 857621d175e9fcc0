// The gallery's window as a person meets it: by what is written and read out, not by how it is built.
import type { Locator, Page } from '@playwright/test'

export class GalleryPage {
  readonly canvas: Locator
  readonly season: Locator
  readonly event: Locator
  readonly cache: Locator
  readonly statistics: Locator
  readonly caption: Locator
  readonly slider: Locator
  readonly turn: Locator

  constructor(readonly page: Page) {
    this.canvas = page.locator('canvas#sculpture')
    this.season = page.getByLabel('Season')
    this.event = page.getByLabel('Grand Prix')
    this.cache = page.getByRole('region', { name: 'Cache' })
    this.statistics = page.getByRole('region', { name: 'Measurements' })
    this.slider = page.getByRole('slider', { name: 'Along the lap' })
    this.turn = page.getByRole('group', { name: 'View' }).getByRole('button', { name: 'Turn' })
    this.caption = page.getByRole('complementary', { name: 'About this sculpture' }).getByRole('article')
  }

  driver(name: string | RegExp): Locator {
    return this.page.getByRole('group', { name: 'Fastest first' }).getByRole('radio', { name })
  }

  session(name: string | RegExp): Locator {
    return this.page.getByRole('region', { name: 'Sessions' }).getByText(name)
  }

  style(name: 'Wall' | 'Ribbon' | 'Tube'): Locator {
    return this.page.getByRole('radio', { name, exact: true })
  }

  choice(name: 'Height' | 'Colour' | 'Map'): Locator {
    return this.page.getByRole('combobox', { name, exact: true })
  }

  /**
   * Waits until the sculpture with this key has been drawn and one stands before it; any sculpture if no key is given.
   * On the wall the plinth is prepared behind the scenes, and does not hear keys yet.
   */
  async shown(key?: string): Promise<void> {
    const drawn = key === undefined ? 'canvas[data-sculpture-key]' : `canvas[data-sculpture-key="${key}"]`
    await this.page.locator(`.gallery:not([inert]) ${drawn}`).waitFor()
  }

  /** Milliseconds from the click (or start) to the first frame of the sculpture on show. */
  async shownMs(): Promise<number> {
    return Number(await this.canvas.getAttribute('data-shown-ms'))
  }
}
