// The German mirror of `../english/spoilers`.

import type { Shape } from '@contract/language'
import { counted } from '../../counted'
import type { ENGLISH_SPOILER_WORDS } from '../english/spoilers'

export const GERMAN_SPOILER_WORDS: Shape<typeof ENGLISH_SPOILER_WORDS> = {
  timeHidden: 'Zeit verborgen',

  reveal: 'Wochenende aufdecken',
  revealName: (event, season) => `Wochenende aufdecken: ${event} ${season}`,
  hide: 'Wieder verbergen',
  hideName: (event, season) => `Wochenende wieder verbergen: ${event} ${season}`,
  weekend: (event, season) => `${event} ${season}`,
  ask: (event, season) => `${event} ${season} aufdecken?`,
  askMeans:
    'Rundenzeiten, Abstände und die Reihenfolge der Fahrer werden gezeigt, in allen Sessions dieses Wochenendes.',
  agree: 'Aufdecken',
  decline: 'Verborgen lassen',
  told: (event, season) => `Die Ergebnisse von ${event} ${season} werden gezeigt.`,
  hiddenAgain: (event, season) => `Die Ergebnisse von ${event} ${season} sind wieder verborgen.`,
  toldUpTo: (season, round) =>
    `Die Ergebnisse bis einschließlich Runde ${round} der Saison ${season} werden gezeigt.`,
  toldUpToSeason: (season) =>
    `Die Ergebnisse bis zum Ende der Saison ${season} werden gezeigt. Von diesem Jahr ist kein beendetes Wochenende bekannt.`,
  allHidden: 'Alle Ergebnisse sind verborgen.',

  driversHint: 'Nach Startnummer, weil die Reihenfolge verborgen ist',
  besideAll: (count) => `Alle: ${counted(count, 'Runde', 'Runden')} danebenstellen, nach Startnummer`,
  noSculpture: 'keine Skulptur möglich',
  itemHidden: 'Der Grund würde etwas über ein verborgenes Wochenende verraten.',
  circuitHint: 'Die schnellste Runde zuerst, danach die verborgenen',
  tyres: (compound) => `Reifen: ${compound}`,
  compare: 'Ein Vergleich würde verraten, wer schneller war. Zum Vergleichen das Wochenende aufdecken.',
  allLaps:
    'Das Diagramm aller Runden würde verraten, wie die Session verlief. Um es zu sehen, das Wochenende aufdecken.',
  files:
    'Modelle und Tabellen enthalten die Rundenzeit. Um sie zu speichern, das Wochenende aufdecken; ein Bild sagt, dass sie verborgen ist.',

  setting: {
    does:
      'Rundenzeiten, Sektoren, Abstände und die Reihenfolge der Fahrer bleiben verborgen, Wochenende für Wochenende, bis ' +
      'es aufgedeckt wird: an der Wand, neben der Skulptur, in Vergleichen und in Dateien. Die Form einer Runde, ihre Geschwindigkeiten und ihre G-Kräfte werden gezeigt; die ' +
      'Befehlszeile verbirgt nichts.',
    none: 'Kein Wochenende ist aufgedeckt.',
    single: (n) => `${counted(n, 'Wochenende ist', 'Wochenenden sind')} aufgedeckt.`,
    upTo: (season, round) => `Aufgedeckt ist alles bis einschließlich Runde ${round} der Saison ${season}.`,
    upToSeason: (season) => `Aufgedeckt ist alles bis zum Ende der Saison ${season}.`,
    later: (n) => `Dazu ${counted(n, 'späteres Wochenende', 'spätere Wochenenden')}.`,
    hidden: (n) => `${counted(n, 'Wochenende davon ist', 'Wochenenden davon sind')} wieder verborgen.`,
    revealAll: 'Alles bis jetzt aufdecken',
    hideAll: 'Alles wieder verbergen',
    simulated: 'Simulierte Wochenenden merkt sich die Galerie nur für diesen Besuch.',
  },

  help: {
    title: 'Ohne Spoiler',
    paragraphs: [
      'Mit dem Häkchen in den Einstellungen unter „Spoiler“ wird kein Ergebnis verraten, nach dem nicht gefragt wurde: ' +
        'Zeiten, Sektoren, Abstände und die Reihenfolge der Fahrer sind für jedes Wochenende verborgen. Die Fahrer ' +
        'stehen nach Startnummer, die Wand nach Namen, und eine Session öffnet mit der niedrigsten Startnummer statt ' +
        'mit der schnellsten Runde. Vergleiche, das Diagramm aller Runden, Modelle und Tabellen warten, bis das ' +
        'Wochenende aufgedeckt ist; ein Bild sagt, dass die Zeit verborgen ist.',
      '„Wochenende aufdecken“ steht im Kopf der Session an der Wand und auf dem Schild neben der Skulptur und fragt ' +
        'einmal nach; „Wieder verbergen“ steht an derselben Stelle. Die Form einer Runde, ihre Geschwindigkeiten und ' +
        'ihre G-Kräfte werden gezeigt: Wer zwei Runden genau betrachtet, kann mehr ahnen als gewollt. Protokoll und ' +
        'Befehlszeile verbergen nichts.',
    ],
  },

  fields: {
    'revealed.upTo': 'Aufgedeckt bis',
    'revealed.others': 'Einzeln aufgedeckte oder verborgene Wochenenden',
  },
  mark: (season, round) => `Runde ${round} der Saison ${season}`,
  weekends: (n) => counted(n, 'Wochenende', 'Wochenenden'),
}
