// The German mirror of `../english/compare`.

import type { Shape } from '@contract/language'
import { plural } from '../../counted'
import { whole } from '../../format'
import type { ENGLISH_COMPARE_WORDS } from '../english/compare'

export const GERMAN_COMPARE_WORDS: Shape<typeof ENGLISH_COMPARE_WORDS> = {
  arrangement: 'Wie die Runden stehen',
  arrangements: { beside: 'Nebeneinander', track: 'Auf einer Strecke' },

  tabs: 'Was unter der Skulptur steht',
  tab: { lap: 'Entlang der Runde', compare: 'Vergleich', laps: 'Alle Runden' },
  nothingToCompare:
    'Hier steht nur eine Runde. Eine andere danebenstellen: im Katalog einen Fahrer ankreuzen, unter „Alle Runden“ eine wählen oder eine aus einer anderen Session nehmen.',

  ribbon: {
    name: 'Maßstab des Abstandsbands',
    title: (other, reference) => `Abstand von ${other} zu ${reference}`,
    behind: (other) => `Oben: ${other} liegt zurück`,
    ahead: (other) => `Unten: ${other} liegt vorn`,
    untold: 'Grau: zu knapp für eine Aussage',
    step: (seconds) => `Eine Linie je ${seconds}\u00a0s`,
  },

  spokenTrack: (other, reference) =>
    `Die Runden liegen auf einer Strecke: Dünne Linien sind die anderen Runden in ihrer eigenen Höhe, und das Band darüber zeigt, um wie viel ${other} hinter ${reference} oder davor liegt.`,

  seconds: (value) => `${value}\u00a0s`,
  unknown: '–',

  chart: {
    panel: (reference) => `Abstand zu ${reference}, s`,
    range: (low, high) => `von ${low} bis ${high}`,
  },

  reading: (tag) => `Abstand von ${tag}`,

  list: {
    title: 'Gezeigte Runden',
    hint: 'Zur gewählten Runde gehören das Band, die Sätze und die Tabellen.',
    reference: 'auf dem Sockel',
    choose: (name) => `Mit der Runde von ${name} vergleichen`,
    takeAway: (name) => `Die Runde von ${name} wegnehmen`,
    failed: (name, reason) => `${name}: ${reason}`,
    waiting: (name) => `${name} ist unterwegs`,
    place: (event, session, season, lap) => `${event} ${season}, ${session}, Runde ${lap}`,
  },

  guests: {
    title: 'Runde einer anderen Session',
    choose: 'Eine Runde dieser Strecke',
    none: 'Von dieser Strecke liegt nichts anderes im Cache. Ist eine andere ihrer Sessions einmal geöffnet worden, stehen ihre Runden hier zur Wahl.',
    looking: 'Ein Blick in den Cache…',
    group: (event, season, session) => `${event} ${season}, ${session}`,
    option: (driver, time) => `${driver}, ${time}`,
    add: 'Danebenstellen',
  },

  words: {
    title: 'Wer wo gewinnt',
    lap: (faster, slower, seconds) =>
      `Über die ganze Runde ist ${faster} um ${seconds}\u00a0s schneller als ${slower}.`,
    even: (a, b) => `Über die ganze Runde sind ${a} und ${b} gleich schnell.`,
    first: (faster, slower, seconds, sigma, corner) =>
      `Von der Linie bis zum Bremsen vor Kurve ${corner} gewinnt ${faster} ${seconds}\u00a0±\u00a0${sigma}\u00a0s auf ${slower}.`,
    into: (faster, slower, seconds, sigma, corner) =>
      `Beim Bremsen vor Kurve ${corner} gewinnt ${faster} ${seconds}\u00a0±\u00a0${sigma}\u00a0s auf ${slower}.`,
    out: (faster, slower, seconds, sigma, corner) =>
      `Am Ausgang von Kurve ${corner} gewinnt ${faster} ${seconds}\u00a0±\u00a0${sigma}\u00a0s auf ${slower}.`,
    further: (faster, slower, seconds, count) =>
      plural(
        count,
        `In einem weiteren Abschnitt gewinnt ${faster} ${seconds}\u00a0s auf ${slower}.`,
        `In ${whole(count)} weiteren Abschnitten gewinnt ${faster} zusammen ${seconds}\u00a0s auf ${slower}.`,
      ),
    rest: (count, resolution) =>
      plural(
        count,
        `In einem anderen Abschnitt ist der Unterschied kleiner, als die Messung dort erkennen kann, etwa ${resolution}\u00a0s.`,
        `In den ${whole(count)} anderen Abschnitten ist der Unterschied kleiner, als die Messung dort erkennen kann, etwa ${resolution}\u00a0s.`,
      ),
    none: (resolution) =>
      `In keinem einzelnen Abschnitt ist der Unterschied größer, als die Messung erkennen kann, etwa ${resolution}\u00a0s: Der Abstand besteht aus vielen kleinen Unterschieden.`,
    noCorners:
      'Die Kurven dieser Strecke sind nicht bekannt, darum lässt sich die Runde nicht in Worten erzählen.',
  },

  sectors: {
    caption: (other, reference) => `Sektoren: was ${other} auf ${reference} verliert`,
    sector: 'Sektor',
    lap: 'Runde',
    lost: 'Unterschied, s',
  },

  corners: {
    caption: (other, reference) =>
      `Kurven, vom Eingang bis zum Ausgang: was ${other} auf ${reference} verliert`,
    corner: 'Kurve',
    apexOf: (tag) => `Scheitel ${tag}`,
    lost: 'Unterschied, s',
  },

  ghosts: {
    landmark: 'Die Runden in echter Zeit',
    play: 'Runden laufen lassen',
    pause: 'Anhalten',
    stop: 'Beenden',
    time: 'Zeit seit Beginn der Runde',
    valueText: (seconds, order) => `${seconds} Sekunden. ${order}`,
    rate: 'Geschwindigkeit des Ablaufs',
    rates: { '0.25': '¼×', '0.5': '½×', '1': '1×', '2': '2×', '4': '4×' },
    gap: (tag, seconds) => `${tag} ${seconds}\u00a0s`,
    leaderAndGap: (leader, gap) => `${leader} führt · ${gap}`,
    level: 'Alle sind gleichauf.',
    keys: 'Leertaste startet, Komma und Punkt gehen schrittweise',
    keysSpoken:
      'Die Leertaste lässt die Runden in echter Zeit gegeneinander laufen und hält sie an; Komma und Punkt gehen einen Schritt zurück und vor.',
  },

  laps: {
    none: 'Die Runden dieser Session sind noch nicht geöffnet.',
    noTimes: 'Keine Runde dieser Session hat eine Zeit.',
    hint: 'Pfeile gehen von Runde zu Runde und von Fahrer zu Fahrer. Die Eingabetaste stellt eine Runde auf den Sockel, mit Umschalt daneben.',
    chart: (session) => `Rundenzeiten nach Rundennummer, ${session}`,
    driver: 'Fahrer',
    driverOption: (code, name) => `${code}, ${name}`,
    best: 'Bestzeiten dieses Fahrers',
    fastest: (time) => `Schnellste ${time}`,
    segment: (segment, time) => `${segment} ${time}`,
    click: 'Ein Klick',
    clicks: { plinth: 'stellt auf den Sockel', beside: 'stellt daneben' },
    slower: (time) => `über ${time}`,
    legend: {
      deleted: 'gestrichen',
      inLap: 'In-Lap',
      outLap: 'Out-Lap',
      onShow: 'gezeigt',
    },
    marks: {
      tyres: (compound) => `Reifen ${compound}`,
      deleted: 'von den Kommissaren gestrichen',
      inLap: 'Runde an die Box',
      outLap: 'Runde aus der Box',
      onShow: 'gezeigt',
      fastest: 'schnellste des Fahrers',
    },
    letters: {
      SOFT: 'S',
      MEDIUM: 'M',
      HARD: 'H',
      INTERMEDIATE: 'I',
      WET: 'W',
      HYPERSOFT: 'HS',
      ULTRASOFT: 'US',
      SUPERSOFT: 'SS',
      SUPERHARD: 'SH',
      TEST_UNKNOWN: 'T',
      UNKNOWN: '?',
    },
    unknownLetter: '?',
    told: (driver, lap, time, remarks) =>
      remarks === '' ? `${driver}, Runde ${lap}: ${time}` : `${driver}, Runde ${lap}: ${time}, ${remarks}`,
  },
}
