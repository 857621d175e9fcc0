// The room of the settings as a visitor meets it: by what is written and read out.
import type { Locator, Page } from '@playwright/test'

type SectionName =
  | 'Schedule and strategy'
  | 'Sources'
  | 'Cache'
  | 'Appearance'
  | 'Accessibility'
  | 'Spoilers'
  | 'Notifications and start-up'
  | 'Import and export'

export class SettingsPage {
  readonly main: Locator

  constructor(readonly page: Page) {
    this.main = page.getByRole('main', { name: 'Settings' })
  }

  async enter(): Promise<void> {
    await this.page
      .getByRole('navigation', { name: 'Rooms' })
      .getByRole('button', { name: 'Settings' })
      .click()
    await this.section('Appearance').waitFor()
  }

  section(name: SectionName): Locator {
    return this.main.getByRole('region', { name, exact: true })
  }

  async goTo(name: SectionName): Promise<void> {
    await this.page
      .getByRole('navigation', { name: 'Sections of the settings' })
      .getByRole('button', { name })
      .click()
  }

  button(name: string | RegExp): Locator {
    return this.main.getByRole('button', { name, exact: true })
  }

  /** One of several, in the choice of that name. */
  choice(name: string, option: string): Locator {
    return this.main
      .getByRole('group', { name, exact: true })
      .getByRole('radio', { name: option, exact: true })
  }

  field(name: string): Locator {
    return this.main.getByLabel(name, { exact: true })
  }

  /** Saves strategy and schedule, which are one form. */
  async save(): Promise<void> {
    await this.section('Schedule and strategy').getByRole('button', { name: 'Save', exact: true }).click()
    await this.main.getByText('Saved.').waitFor()
  }

  /** A run that takes seconds: the qualifying of the latest round, three drivers. */
  async chooseLittle(): Promise<void> {
    await this.field('Latest rounds').fill('1')
    await this.field('Race').uncheck()
    await this.field('How many').fill('3')
  }
}
