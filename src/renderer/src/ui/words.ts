// The words of this page, in its language. They are whole sentences and functions of values, one file a part and a
// language in `words`; what is in every room hangs in WORDS, what one room alone says stands by itself.

import { spoken } from './language'
import { ENGLISH_ACCESS_WORDS } from './words/english/access'
import { ENGLISH_CACHE_WORDS } from './words/english/cache'
import { ENGLISH_FIRST_LOOK_WORDS } from './words/english/first-look'
import { ENGLISH_HELP_WORDS } from './words/english/help'
import { ENGLISH_LINK_WORDS } from './words/english/links'
import { ENGLISH_NOTICE_WORDS } from './words/english/notices'
import { ENGLISH } from './words/english/page'
import { ENGLISH_TROUBLE_WORDS } from './words/english/trouble'
import { GERMAN_ACCESS_WORDS } from './words/german/access'
import { GERMAN_CACHE_WORDS } from './words/german/cache'
import { GERMAN_FIRST_LOOK_WORDS } from './words/german/first-look'
import { GERMAN_HELP_WORDS } from './words/german/help'
import { GERMAN_LINK_WORDS } from './words/german/links'
import { GERMAN_NOTICE_WORDS } from './words/german/notices'
import { GERMAN } from './words/german/page'
import { GERMAN_TROUBLE_WORDS } from './words/german/trouble'

export const WORDS = spoken<typeof ENGLISH>({ en: ENGLISH, de: GERMAN })

export const ACCESS_WORDS = spoken<typeof ENGLISH_ACCESS_WORDS>({
  en: ENGLISH_ACCESS_WORDS,
  de: GERMAN_ACCESS_WORDS,
})
export const CACHE_WORDS = spoken<typeof ENGLISH_CACHE_WORDS>({
  en: ENGLISH_CACHE_WORDS,
  de: GERMAN_CACHE_WORDS,
})
export const FIRST_LOOK_WORDS = spoken<typeof ENGLISH_FIRST_LOOK_WORDS>({
  en: ENGLISH_FIRST_LOOK_WORDS,
  de: GERMAN_FIRST_LOOK_WORDS,
})
export const HELP_WORDS = spoken<typeof ENGLISH_HELP_WORDS>({
  en: ENGLISH_HELP_WORDS,
  de: GERMAN_HELP_WORDS,
})
export const LINK_WORDS = spoken<typeof ENGLISH_LINK_WORDS>({
  en: ENGLISH_LINK_WORDS,
  de: GERMAN_LINK_WORDS,
})
export const NOTICE_WORDS = spoken<typeof ENGLISH_NOTICE_WORDS>({
  en: ENGLISH_NOTICE_WORDS,
  de: GERMAN_NOTICE_WORDS,
})
export const TROUBLE_WORDS = spoken<typeof ENGLISH_TROUBLE_WORDS>({
  en: ENGLISH_TROUBLE_WORDS,
  de: GERMAN_TROUBLE_WORDS,
})
