// The room of the warming as a visitor meets it: by what is written and read out.
import type { ElectronApplication, Locator, Page } from '@playwright/test'

type PartName = 'Now' | 'Plan' | 'Schedule' | 'Tasks' | 'Health and log'

export class WarmingPage {
  readonly main: Locator
  /** The one line about the warming, in the room one is in. */
  readonly line: Locator
  readonly lastRun: Locator

  constructor(readonly page: Page) {
    this.main = page.getByRole('main', { name: 'Warming' })
    this.line = page.getByRole('button', { name: /^Warming: / })
    this.lastRun = page.getByRole('region', { name: 'Last run', exact: true })
  }

  async enter(): Promise<void> {
    await this.page
      .getByRole('navigation', { name: 'Rooms' })
      .getByRole('button', { name: 'Warming' })
      .click()
    await this.main.waitFor()
  }

  async goTo(part: PartName): Promise<void> {
    await this.page
      .getByRole('navigation', { name: 'Parts of this room' })
      .getByRole('button', { name: part, exact: true })
      .click()
  }

  button(name: string | RegExp): Locator {
    return this.main.getByRole('button', { name, exact: true })
  }

  field(name: string): Locator {
    return this.main.getByLabel(name, { exact: true })
  }

  /** A run that takes seconds: the qualifying of the latest round, three drivers. */
  async chooseLittle(): Promise<void> {
    await this.field('Latest rounds').fill('1')
    await this.field('Race').uncheck()
    await this.field('How many').fill('3')
  }

  /** What stands beside a term of the last run. */
  private fact(term: string): Locator {
    return this.lastRun.locator('.fact', { has: this.page.getByText(term, { exact: true }) }).locator('dd')
  }

  /** The number that stands beside a term of the last run. */
  async count(term: string): Promise<number> {
    return Number(await this.fact(term).textContent())
  }
}

/** Chosen in the application's own menu, as with the mouse. */
export async function warmNowByMenu(app: ElectronApplication): Promise<void> {
  await app.evaluate(({ Menu }) => {
    const items = Menu.getApplicationMenu()?.items.flatMap((item) => item.submenu?.items ?? []) ?? []
    const warmNow = items.find(({ label }) => label.replace('&', '').toLowerCase() === 'warm now')
    if (warmNow === undefined) throw new Error('the menu has no "Warm now"')
    warmNow.click()
  })
}
