// Text as it is searched: without accents, without capitals. Who types `perez` or `sao paulo` finds both.

/** Letters that are no base letter with an accent, so that taking them apart does not help. */
const LETTERS: Readonly<Record<string, string>> = {
  ß: 'ss',
  ø: 'o',
  ł: 'l',
  đ: 'd',
  æ: 'ae',
  œ: 'oe',
  ı: 'i',
}
const LETTER = /[ßøłđæœı]/g

export function foldText(text: string): string {
  return text
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(LETTER, (letter) => LETTERS[letter] ?? letter)
}

/** The words of a search, folded; none of nothing but spaces. */
export function foldedTerms(text: string): readonly string[] {
  return foldText(text)
    .split(/\s+/)
    .filter((term) => term !== '')
}
