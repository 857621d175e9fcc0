// The help as a visitor meets it: by what is written and read out.
import type { Locator, Page } from '@playwright/test'

export class HelpPage {
  readonly main: Locator
  readonly search: Locator
  readonly chapters: Locator

  constructor(readonly page: Page) {
    this.main = page.getByRole('main', { name: 'Help' })
    this.search = this.main.getByRole('searchbox', { name: 'Search the messages' })
    this.chapters = page.getByRole('navigation', { name: 'Chapters' }).getByRole('button')
  }

  /** The chapter that is open. */
  title(name: string): Locator {
    return this.main.getByRole('heading', { level: 2, name })
  }

  /** What is said of one message. */
  entry(title: string | RegExp): Locator {
    return this.main.getByRole('article', { name: title })
  }
}
