// The room of the cache as a visitor meets it: by what is written and read out.
import type { Locator, Page } from '@playwright/test'

export class CachePage {
  readonly main: Locator
  readonly dialog: Locator
  /** What is said in passing. */
  readonly outcome: Locator
  /** Of seasons and sessions. */
  readonly rows: Locator

  constructor(readonly page: Page) {
    this.main = page.getByRole('main', { name: 'The cache' })
    this.dialog = page.getByRole('dialog')
    this.outcome = page.getByRole('region', { name: 'Notices' }).getByRole('status')
    this.rows = this.main.getByRole('table', { name: /keeps on disk/ }).getByRole('row')
  }

  async enter(): Promise<void> {
    await this.page
      .getByRole('navigation', { name: 'Rooms' })
      .getByRole('button', { name: 'Cache' })
      .and(this.page.locator(':visible'))
      .click()
  }

  button(name: string | RegExp): Locator {
    return this.main.getByRole('button', { name })
  }

  /** The first session of the table. */
  get session(): Locator {
    return this.rows.nth(2)
  }

  answer(name: string | RegExp): Locator {
    return this.dialog.getByRole('button', { name })
  }
}
