// The wall as a visitor meets it: by what is written and read out.
import type { Locator, Page } from '@playwright/test'

/** Two dozen pictures, drawn in software on a machine that may be busy with something else. */
const DRAWN_WITHIN_MS = 90_000
/** The wall puts up what is about the window in several goes, each well within this of the one before. */
const STILL_MS = 2_000

export class WallPage {
  /** Every card that hangs. */
  readonly cards: Locator
  /** Cards that have their picture. */
  readonly pictures: Locator
  readonly back: Locator
  readonly search: Locator
  readonly favourites: Locator
  /** How much was found, while something is looked for. */
  readonly found: Locator

  constructor(readonly page: Page) {
    this.cards = page.getByRole('main', { name: 'The wall' }).getByRole('button', { name: /^Sculpture of/ })
    this.pictures = page.locator('.niche img')
    this.back = page.getByRole('button', { name: 'The wall' })
    this.search = page.getByRole('searchbox', { name: 'Search' })
    this.favourites = page.getByRole('checkbox', { name: 'Favourites' })
    this.found = page.getByRole('search').getByRole('status')
  }

  card(name: string | RegExp): Locator {
    // Not the star on it, which names the driver too.
    return this.page.locator('.piece').and(this.page.getByRole('button', { name }))
  }

  /** Waits until so many cards show their sculptures. @returns performance.now() of the page at that moment, ms. */
  async hung(count: number): Promise<number> {
    const seen = await this.page.waitForFunction((least) => {
      const images = [...document.querySelectorAll<HTMLImageElement>('.niche img')]
      return images.filter((image) => image.complete && image.naturalWidth > 0).length >= least
        ? performance.now()
        : false
    }, count)
    return Number(await seen.jsonValue())
  }

  /** Waits until every card in and about the window shows its sculpture, and no further one comes. */
  async allHung(): Promise<void> {
    await this.page.waitForFunction(
      () => {
        const niches = [...document.querySelectorAll('.niche')]
        const drawn = niches.filter((niche) => niche.querySelector('img')?.naturalWidth).length
        const { dataset } = document.documentElement
        const isStill = drawn > 0 && drawn === niches.length && dataset['drawn'] === String(drawn)
        dataset['drawn'] = String(drawn)
        return isStill
      },
      undefined,
      { polling: STILL_MS, timeout: DRAWN_WITHIN_MS },
    )
  }

  /** How far the tones of the first card's picture lie apart: the standard deviation of its luma; 0 without one. */
  spreadOfFirstPicture(): Promise<number> {
    return this.page.evaluate(async () => {
      const image = document.querySelector<HTMLImageElement>('.niche img')
      if (image === null) return 0
      await image.decode()
      const canvas = new OffscreenCanvas(image.naturalWidth, image.naturalHeight)
      const context = canvas.getContext('2d')!
      context.drawImage(image, 0, 0)
      const { data } = context.getImageData(0, 0, canvas.width, canvas.height)
      const lumas: number[] = []
      for (let i = 0; i < data.length; i += 4)
        if (data[i + 3] === 255) lumas.push(0.2126 * data[i]! + 0.7152 * data[i + 1]! + 0.0722 * data[i + 2]!)
      const mean = lumas.reduce((sum, luma) => sum + luma, 0) / lumas.length
      return Math.sqrt(lumas.reduce((sum, luma) => sum + (luma - mean) ** 2, 0) / lumas.length)
    })
  }

  /** Opens the first card, or the one named, as soon as it hangs. */
  async open(name: string | RegExp = /^Sculpture of/): Promise<void> {
    await this.card(name).first().click()
  }

  star(driver: string): Locator {
    return this.page.getByRole('button', { name: `Favourite: ${driver}` })
  }

  /** Scrolls down to the season. @returns the first Grand Prix of which a session of that name is not here. */
  async roundWithout(session: string): Promise<Locator> {
    const rounds = this.page
      .getByRole('main', { name: 'The wall' })
      .getByRole('region')
      .filter({ has: this.page.getByRole('button', { name: new RegExp(`^Open ${session}, `) }) })
    await this.page.locator('.wall').evaluate((wall) => wall.scrollTo({ top: wall.scrollHeight }))
    await rounds.first().waitFor()
    return rounds.first()
  }

  scrollTop(): Promise<number> {
    return this.page.locator('.wall').evaluate((wall) => wall.scrollTop)
  }
}
