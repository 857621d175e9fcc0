// The languages people can read the gallery in, and which of them it is. A locale is a BCP 47 tag, e.g. `de-AT`.

export const LANGUAGES = ['en', 'de'] as const
export type Language = (typeof LANGUAGES)[number]

/** `system`: the first of the system's languages that the gallery has. */
export type LanguageChoice = 'system' | Language

/**
 * What the words of another language must have: the same names, functions with the same parameters, and null where the
 * first one says nothing. A word that is missing does not compile.
 */
export type Shape<T> = T extends (...values: infer V) => unknown
  ? (...values: V) => string
  : T extends string
    ? string
    : T extends null
      ? null
      : { readonly [K in keyof T]: Shape<T[K]> }

/** Where neither the system nor the person names one of the gallery's languages. */
export const FALLBACK_LOCALE = 'en' satisfies Language

/** The gallery's language in this locale; English where it has none. */
export function languageOf(locale: string): Language {
  return languageIn(locale) ?? FALLBACK_LOCALE
}

/**
 * The locale whose words, numbers and dates people get: the system's own variant of the language (`de-AT`, `en-GB`), else
 * the language alone.
 *
 * @param preferred the system's locales, the most wanted one first. What is no locale is passed over.
 */
export function chooseLocale(choice: LanguageChoice, preferred: readonly string[]): string {
  const known = preferred.flatMap((each) => canonical(each))
  if (choice === 'system') return known.find((locale) => languageIn(locale) !== null) ?? FALLBACK_LOCALE
  return known.find((locale) => languageIn(locale) === choice) ?? choice
}

function languageIn(locale: string): Language | null {
  const [first = ''] = locale.toLowerCase().split('-')
  return LANGUAGES.find((language) => language === first) ?? null
}

/** As the standard writes it; nothing where it is none, such as the `C` of a bare Linux. */
function canonical(locale: string): readonly string[] {
  try {
    return Intl.getCanonicalLocales(locale)
  } catch {
    // RangeError: not a well-formed tag.
    return []
  }
}
