// The German mirror of `../english/wall`.

import type { Shape } from '@contract/language'
import { counted } from '../../counted'
import { whole } from '../../format'
import type { ENGLISH_HANG_WORDS } from '../english/wall'

function sculptures(n: number): string {
  return counted(n, 'Skulptur', 'Skulpturen')
}

export const GERMAN_HANG_WORDS: Shape<typeof ENGLISH_HANG_WORDS> = {
  skip: 'Zu den Skulpturen',
  find: {
    landmark: 'An der Wand suchen',
    search: 'Suche',
    searchHint: 'Fahrer, Team, Strecke',
    searchKeys: 'Strg+F führt hierher, Esc leert das Feld.',
    facets: {
      season: 'Saison',
      event: 'Grand Prix',
      session: 'Session',
      driver: 'Fahrer',
      team: 'Team',
    },
    any: {
      season: 'Alle Saisons',
      event: 'Alle Grands Prix',
      session: 'Alle Sessions',
      driver: 'Alle Fahrer',
      team: 'Alle Teams',
    },
    option: (name, count) => `${name} (${whole(count)})`,
    favourites: 'Favoriten',
    favouritesHint: 'Nur die Fahrer mit Stern.',
    sort: 'Reihenfolge',
    sorts: {
      newest: 'Neueste zuerst',
      fastest: 'Schnellste jeder Strecke',
      driver: 'Nach Fahrer',
      event: 'Nach Grand Prix',
    },
    clear: 'Die ganze Wand zeigen',
    found: (found, total) => `${whole(found)} von ${sculptures(total)}`,
  },
  nothingFound: {
    title: 'Nichts an der Wand passt dazu',
    hint: 'Eine andere Schreibweise oder weniger Filter helfen vielleicht. Sessions, die noch nicht hier sind, stehen unten, sofern es sie in der Saison gibt.',
    noFavourites: 'Noch hat kein Fahrer einen Stern',
    noFavouritesHint: 'Der Stern an der Ecke einer Karte oder die Taste F macht ihren Fahrer zum Favoriten.',
  },
  groups: {
    season: (season) => `Saison ${season}`,
    circuitHint: 'Die schnellste Runde zuerst',
    count: (n) => sculptures(n),
    unfold: (n) => `Alle ${whole(n)}`,
  },
  line: {
    placeOfYear: (event, session) => `${event}, ${session}`,
    place: (event, session, season) => `${event}, ${session}, ${season}`,
    team: (team, session, season) => `${team}, ${session}, ${season}`,
  },
  favourite: {
    name: (driver) => `Favorit: ${driver}`,
    makeOne: (driver) => `${driver} zum Favoriten machen (F). Favoriten werden warm gehalten.`,
    isOne: (driver) => `${driver} ist Favorit und wird warm gehalten. Drücken beendet das (F).`,
  },
  marks: {
    warm: 'Warm',
    stale: 'Zu prüfen',
    warming: 'Wird vorgewärmt',
    cold: 'Nicht hier',
  },
  hints: {
    warm: 'Hier und frisch: öffnet sich sofort.',
    stale: 'Öffnet sich sofort und wird dann mit der Quelle verglichen.',
    warming: 'Entsteht gerade oder wartet, bis die Reihe daran ist.',
    cold: 'Noch nicht geholt.',
  },
  gaps: {
    positions: 'Ohne Positionen',
    speeds: 'Ohne Tempo',
    other: 'Lückenhaft',
  },
  gapHints: {
    positions:
      'Die Aufzeichnung hat für diese Runde keine Positionen: Sie ist nach ihrem Tempo auf die Strecke gelegt.',
    speeds: 'Die Aufzeichnung hat für diese Runde kein Tempo: Es ist aus den Positionen abgeleitet.',
    other: 'Was der Aufzeichnung fehlte, steht in den Anmerkungen neben der Skulptur.',
  },
  season: {
    title: (season) => `Die Saison ${season}`,
    hint: 'Was hier hängt und was hier hängen könnte.',
    other: (season) => `Saison ${season} zeigen`,
    count: (n) => sculptures(n),
    open: 'Öffnen',
    openName: (session, event) => `Öffnen: ${session}, ${event}`,
    warm: 'Vorbereiten',
    warmName: (session, event) => `Vorbereiten: ${session}, ${event}`,
    showName: (n, session, event) => `${sculptures(n)} an der Wand zeigen: ${session}, ${event}`,
    begun: (session, event) => `${event}, ${session}: wird vorbereitet.`,
  },
}
