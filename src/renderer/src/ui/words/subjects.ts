// What there are words about in every language: closed lists, and the shapes that languages share.

/** In the order of the list. */
export const HELP_CHAPTERS = [
  'sculpture',
  'reading',
  'warming',
  'space',
  'offline',
  'share',
  'commands',
  'keyboard',
  'trouble',
  'privacy',
  'licences',
] as const
export type HelpChapter = (typeof HELP_CHAPTERS)[number]

export interface HelpSection {
  readonly title: string
  readonly paragraphs: readonly string[]
}

/** In the order in which they are read. */
export const FIRST_LOOK_STEPS = ['plan', 'height', 'colour'] as const
export type FirstLookStep = (typeof FIRST_LOOK_STEPS)[number]

/** Trouble that has no error: nothing was asked for that could have failed. */
export const OTHER_MATTERS = ['no-tray', 'no-webgl', 'nothing-hangs'] as const
export type OtherMatter = (typeof OTHER_MATTERS)[number]

/** A value with its unit, said in full. @param n the number `value` writes. */
export type UnitName = (value: string, n: number) => string

export interface UnitWords {
  readonly short: string
  /** What the short form stands for. */
  readonly long: string
  readonly spoken: UnitName
}
