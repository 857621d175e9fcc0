import { describe, expect, it } from 'vitest'
import { chooseLocale, languageOf } from '@contract/language'

describe('the locale', () => {
  it('is the first of the system that the gallery has words for, in the variant of the system', () => {
    expect(chooseLocale('system', ['fr-FR', 'de-AT', 'en-GB'])).toBe('de-AT')
    expect(chooseLocale('system', ['en-GB'])).toBe('en-GB')
  })

  it('is English where the system names none of them, or nothing that is a locale', () => {
    expect(chooseLocale('system', ['fr-FR', 'ja'])).toBe('en')
    expect(chooseLocale('system', ['C', 'de_DE.UTF-8', ''])).toBe('en')
    expect(chooseLocale('system', [])).toBe('en')
  })

  it('is what a person has chosen, in the variant of the system if it has one', () => {
    expect(chooseLocale('de', ['en-US', 'de-CH'])).toBe('de-CH')
    expect(chooseLocale('de', ['en-US'])).toBe('de')
    expect(chooseLocale('en', ['de-DE'])).toBe('en')
  })

  it('is written as the standard has it, whatever the system writes', () => {
    expect(chooseLocale('system', ['DE-at'])).toBe('de-AT')
  })

  it('has a language, and words for no other are English', () => {
    expect(languageOf('de-AT')).toBe('de')
    expect(languageOf('den')).toBe('en')
    expect(languageOf('fr')).toBe('en')
  })
})
