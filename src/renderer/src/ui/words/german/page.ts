// Die deutschen Wörter der Seite: the German mirror of `../english/page`, in the same order. Impersonal, as the English is.

import type { Shape } from '@contract/language'
import { counted } from '../../counted'
import type { ENGLISH } from '../english/page'
import { GERMAN_ERROR_WORDS } from './errors'
import { GERMAN_PHRASES } from './phrases'
import { GERMAN_COMPARE_WORDS } from './compare'
import { GERMAN_SETTINGS_WORDS } from './settings'
import { GERMAN_SPOILER_WORDS } from './spoilers'
import { GERMAN_HEALTH_WORDS, GERMAN_LOG_WORDS, GERMAN_TASK_WORDS } from './tasks'
import { GERMAN_UNIT_WORDS } from './units'
import { GERMAN_HANG_WORDS } from './wall'
import { GERMAN_VIEW_WORDS } from './views'
import { GERMAN_SESSION_NAMES, GERMAN_WARMING_WORDS } from './warming'
import { GERMAN_SHARE_WORDS } from './share'

export const GERMAN: Shape<typeof ENGLISH> = {
  title: 'F1 Sculpture Gallery',
  subtitle: 'Formel-1-Runden, in G\u2011Kräfte gegossen',
  skip: 'Zur Skulptur',
  notAffiliated:
    'Ein unabhängiges Projekt, ohne Verbindung zur Formel\u00a01, zur FIA oder zu einem Team; alle Namen gehören ihren Inhabern.',

  sessionName: (code) => GERMAN_SESSION_NAMES[code],

  rooms: {
    landmark: 'Räume',
    names: { wall: 'Wand', warming: 'Vorwärmen', cache: 'Cache', settings: 'Einstellungen', help: 'Hilfe' },
  },

  spoilers: GERMAN_SPOILER_WORDS,
  settings: GERMAN_SETTINGS_WORDS,
  units: GERMAN_UNIT_WORDS,
  hang: GERMAN_HANG_WORDS,
  views: GERMAN_VIEW_WORDS,
  compare: GERMAN_COMPARE_WORDS,
  warming: GERMAN_WARMING_WORDS,
  tasks: GERMAN_TASK_WORDS,
  health: GERMAN_HEALTH_WORDS,
  log: GERMAN_LOG_WORDS,
  errors: GERMAN_ERROR_WORDS,
  phrases: GERMAN_PHRASES,

  catalogue: {
    landmark: 'Katalog',
    source: 'Quelle',
    sources: { archive: 'Offizielles Archiv', demo: 'Simuliert' },
    season: 'Saison',
    event: 'Grand Prix',
    unchosen: '–',
    eventOption: (round, name) => `${round}. ${name}`,
    eventPlace: (location, country, days) => `${location}, ${country}, ${days}`,
    sessions: 'Sessions',
    loading: 'Der Kalender wird gelesen…',
    noSessions: 'Für diese Veranstaltung sind keine Sessions verzeichnet.',
    completed: (when) => `gefahren ${when}`,
    live: 'läuft noch oder ist noch nicht im Archiv',
    future: (when) => `nicht vor ${when}`,
    here: (here) => `${here} hiesiger Zeit`,
    hereAndThere: (here, there) => `${here} hier, ${there} an der Strecke`,
    thereAndHere: (there, here) => `${there} an der Strecke, ${here} hier`,
    cancelled: 'abgesagt',
    drivers: 'Fahrer',
    driversHint: 'Die Schnellsten zuerst',
    driversWaiting: 'Die Fahrer erscheinen, sobald die Session geöffnet ist.',
    driversNone: 'Eine Session wählen.',
    driversNotOpen: 'Diese Session ist nicht geöffnet.',
    notRecorded: 'nicht aufgezeichnet',
    noLaps: 'nicht gefahren',
    noTimedLap: 'keine gezeitete Runde',
    allDeleted: 'Rundenzeiten gestrichen',
    notes: 'Anmerkungen zu dieser Session',
  },

  beside: {
    landmark: 'Runden nebeneinander',
    hint: 'Weitere Runden ankreuzen: Sie stehen daneben.',
    toggle: (driver) => `Runde von ${driver} danebenstellen`,
    all: 'Alle',
    allName: (count) =>
      `Alle: ${counted(count, 'Runde danebenstellen', 'Runden danebenstellen, die schnellste zuerst')}`,
    clear: 'Abräumen',
    clearName: 'Die Runden daneben abräumen',
    standing: (count) => `${counted(count, 'Runde steht', 'Runden stehen')} daneben.`,
    coming: (standing, wanted) =>
      `${standing} von ${counted(wanted, 'Runde steht', 'Runden stehen')} daneben.`,
    full: (most) => `${most} Runden stehen hier: Die Halle ist voll.`,
  },

  wall: {
    landmark: 'Die Wand',
    back: 'Zur Wand',
    card: (driver, event, session, time, isSimulated) =>
      isSimulated
        ? `Skulptur von ${driver}, ${event}, ${session}, Rundenzeit ${time}, simuliert`
        : `Skulptur von ${driver}, ${event}, ${session}, Rundenzeit ${time}`,
    session: (name, day) => `${name}, ${day}`,
    unfold: (count) => `Alle ${count} Fahrer`,
    fold: 'Weniger',
    simulatedHint: 'Berechnet, nicht aufgezeichnet: Kein Auto ist diese Runden gefahren.',
    recordedHint: 'Aufgezeichnete Runden aus der offiziellen Zeitnahme.',
    warm: (n) => `${counted(n, 'Skulptur', 'Skulpturen')}.`,
    filling: (hung, goal) => `Die Saison wird gehängt, ${hung} von ${goal} Strecken`,
    offlineDemo: 'Keine Verbindung zum Archiv.',
    offlineArchive: 'Das Archiv ist nicht zu erreichen; was hier hängt, öffnet sich auch ohne.',
    making: 'Die ersten Skulpturen werden gegossen',
    makingHint: 'Sie erscheinen hier eine nach der anderen.',
    nothing: 'Hier hängt noch nichts',
    askArchive: 'Das Archiv fragen',
    nothingHint:
      'Skulpturen aus dem offiziellen Archiv hängen hier, sobald sie entstanden sind, und bleiben.',
  },

  stage: {
    landmark: 'Skulptur',
    empty: 'Der Sockel ist leer. Eine Session aus dem Katalog wählen.',
    role: 'dreidimensionale Skulptur',
    name: (driver, event, session) => `Skulptur von ${driver}, ${event}, ${session}`,
    summary: (lap, length, top, at, rise) =>
      `Runde in ${lap}, ${length} lang. Am stärksten ist sie, mit insgesamt ${top}\u00a0G, an der Stelle ${at} nach der Ziellinie; ` +
      `die Strecke steigt um ${rise}.`,
    nameBeside: (name, others) =>
      `${name}, und ${counted(others, 'weitere Runde', 'weitere Runden')} daneben`,
    summaryBeside: (summary, others) => `${summary} Daneben stehen die Runden von ${others}.`,
    besideLap: (driver, lap) => `${driver}, ${lap}`,
    spokenOf: (driver, reading) => `${driver}: ${reading}`,
    keys:
      'Die Pfeiltasten drehen die Skulptur, Umschalt mit Pfeiltasten verschiebt sie, Plus und Minus zoomen, Pos1 bringt ' +
      'die erste Ansicht zurück. Die eckigen Klammern [ und ] gehen die Runde entlang; Bild auf und Bild ab wechseln ' +
      'von Runde zu Runde, wo mehrere stehen.',
    lost: 'Die Grafik wurde unterbrochen. Die Skulptur kommt von selbst zurück, sobald sie wieder antwortet.',
    noWebgl: 'Dieser Rechner bietet kein WebGL\u00a02, darum steht die Skulptur hier als Tabelle.',
    noWebglHint:
      'Neuere Grafiktreiber oder eingeschaltete Hardwarebeschleunigung bringen die Skulptur zurück.',
  },

  reading: {
    hint: 'Zum Ablesen auf die Skulptur zeigen.',
    lapOf: 'Runde von',
    distance: 'Strecke',
    speed: 'Tempo',
    along: { braking: 'Bremsen', accelerating: 'Beschleunigen' },
    across: { left: 'Links', right: 'Rechts' },
    combined: 'Gesamt',
    vertical: { dip: 'Senke', crest: 'Kuppe' },
    withSigma: (value, sigma) => `${value}\u00a0±\u00a0${sigma}`,
    hole: 'überbrückte Lücke der Aufzeichnung',
    tight: 'Linie hier zu eng, G fällt zu hoch aus',
    spoken: (distance, speed, along, across, combined, sigma) =>
      `${distance}, ${speed}, ${along}, ${across}, gesamt ${combined}\u00a0G, plus oder minus ${sigma}.`,
    spokenG: (what, g) => `${what} ${g}\u00a0G`,
  },

  look: {
    landmark: 'Wie die Skulptur gemacht ist',
    style: 'Form',
    styles: { wall: 'Wand', ribbon: 'Band', tube: 'Röhre' },
    height: 'Höhe',
    channels: {
      combinedG: 'Gesamt-G',
      longitudinalG: 'Längs-G',
      lateralG: 'Quer-G',
      verticalG: 'Vertikal-G',
      speedKmh: 'Tempo',
      throttlePct: 'Gas, %',
      gear: 'Gang',
    },
    map: 'Farbskala',
    maps: { cividis: 'Cividis', viridis: 'Viridis', turbo: 'Turbo' },
    diverging: 'Blau bis Rot',
    reset: 'Zurücksetzen',
    spoken: (style, height, colour) => `Gezeigt als ${style}, Höhe nach ${height}, Farbe nach ${colour}.`,
  },

  legend: {
    title: 'Farbe',
    orMore: (value) => `${value}+`,
    orLess: (value) => `≤\u00a0${value}`,
    signs: {
      combinedG: null,
      longitudinalG: 'Minus: Bremsen, plus: Beschleunigen.',
      lateralG: 'Minus: nach rechts, plus: nach links.',
      verticalG: 'Minus: über eine Kuppe, plus: in einer Senke.',
      speedKmh: null,
      throttlePct: null,
      gear: null,
    },
    gap: 'nicht aufgezeichnet.',
    note: (apart, factor) =>
      `Grundriss maßstäblich. Eine Linie je G, im Abstand von ${apart}; Höhenprofil ×\u00a0${factor}: fürs Auge, nicht Physik.`,
    name: (channel, low, high) => `Farbskala für ${channel} von ${low} bis ${high}`,
  },

  chart: {
    name: 'Tempo, Pedale, Gang und G entlang der Runde, von Ziellinie zu Ziellinie',
    lines: {
      speed: 'Tempo',
      throttle: 'Gas, %',
      gear: 'Gang',
      along: 'Längs, G',
      across: 'Quer, G',
      vertical: 'Vertikal, G',
    },
    brake: 'Bremse',
    corners: 'Kurve',
    pressed: 'getreten',
    unrolled: (height) => `${height}, abgewickelt`,
    position: 'Entlang der Runde',
    distance: (from, to) => `${from} bis ${to}`,
    zoom: 'Ausschnitt der Runde in den Diagrammen',
    nearer: 'Näher',
    farther: 'Weiter weg',
    whole: 'Ganze Runde',
  },

  caption: {
    landmark: 'Über diese Skulptur',
    simulated: 'Simuliert',
    simulatedHint: 'Berechnet, nicht aufgezeichnet. Kein Auto ist diese Runde gefahren.',
    work: (event, session) => `${event}, ${session}`,
    lap: (lap) => `Runde ${lap}`,
    noTime: 'keine Rundenzeit',
    lapOn: (lap, compound, laps) =>
      laps === null
        ? `Runde ${lap} auf Reifen ${compound}`
        : `Runde ${lap} auf Reifen ${compound}, ${laps}. Runde des Satzes`,
    inventory: 'Inv.-Nr.',
  },

  stats: {
    title: 'Messwerte',
    maxCombined: 'Spitze gesamt',
    meanCombined: 'Mittel gesamt',
    meanNote: 'über die Zeit',
    braking: 'Bremsen',
    acceleration: 'Beschleunigen',
    meanOf: 'Mittel über 0,4\u00a0s',
    left: 'Linkskurven',
    right: 'Rechtskurven',
    topSpeed: 'Höchsttempo',
    kmhName: 'Kilometer pro Stunde',
    distance: 'Runde',
    elevation: 'Höhenunterschied',
    sigmaNote: '± ist eine Standardabweichung',
    computation: 'Berechnung',
    computations: { first: 'erster Durchgang', refined: 'verfeinert', plain: 'Uhren wie aufgezeichnet' },
    notes: 'Anmerkungen',
    lineQuality: {
      good: null,
      fair: 'Die Linie dieser Strecke ist recht gut bekannt; die Querbeschleunigung ist unsicherer als sonst.',
      poor: 'Die Linie dieser Strecke ist nur grob bekannt; die Querbeschleunigung mit Vorsicht lesen.',
    },
  },

  corners: {
    caption: 'Kurven in Fahrtrichtung, mit der stärksten Querbeschleunigung in jeder',
    number: 'Kurve',
    corner: (number, direction) => `${number}, ${direction}`,
    directions: { left: 'links', right: 'rechts' },
    apex: 'Scheitel',
    slowest: 'Langsamste',
    lateral: 'Quer, G',
    unknown: '–',
  },

  peaks: {
    title: 'Die Runde in Worten',
    caption: 'Gipfel der Wand in der Reihenfolge der Runde',
    distance: 'Bei',
    what: 'Was geschieht',
    speed: 'Tempo',
    combined: 'Gesamt, G',
    manoeuvres: {
      braking: 'Bremsen',
      accelerating: 'Beschleunigen',
      left: 'Linkskurve',
      right: 'Rechtskurve',
      coasting: 'Rollen',
    },
  },

  waiting: {
    session: (name, event) => `${name}, ${event} wird geöffnet`,
    sculpture: (driver) => `Die Runde von ${driver} wird gegossen`,
    stages: {
      waiting: 'Wartet, bis die Reihe daran ist',
      planning: 'Plan',
      warming: 'Vorwärmen',
      downloading: 'Herunterladen',
      decoding: 'Entschlüsseln',
      'track-line': 'Streckenlinie',
      'g-forces': 'G-Kräfte',
      shaping: 'Körper formen',
      copying: 'Kopieren',
      storing: 'Ablegen',
      done: 'Fertig',
    },
    looking: 'Ein Blick in den Cache',
    received: 'Empfangen',
    ofBytes: (done, total) => `${done} von ${total}`,
    elapsed: 'Vergangen',
    remaining: 'Erwartet',
    about: (time) => `noch etwa ${time}`,
    cancel: 'Abbrechen',
    cancelling: 'Wird abgebrochen…',
  },

  trouble: {
    retry: 'Noch einmal',
    again: 'Neu beginnen',
    close: 'Schließen',
    demo: 'Simulierte Saison öffnen',
    demoHint: 'Die simulierte Saison braucht kein Netz. Alles in ihr ist als simuliert gekennzeichnet.',
    reference: (id) => `Kennung für das Protokoll: ${id}`,
  },

  cache: {
    title: 'Cache',
    thisOne: 'Diese Skulptur',
    served: (from, time, size) => `${from} in ${time}, ${size}`,
    from: { memory: 'Aus dem Arbeitsspeicher', disk: 'Vom Datenträger', built: 'Neu gebaut' },
    stale: 'älter als vorgesehen, wird im Hintergrund geprüft',
    entries: 'Einträge',
    entriesOf: (sculptures, sessions) =>
      `${counted(sculptures, 'Skulptur', 'Skulpturen')}, ${counted(sessions, 'Session', 'Sessions')}`,
    memory: 'Arbeitsspeicher',
    disk: 'Datenträger',
    raw: 'Aufzeichnungen',
    used: (bytes, max) => `${bytes} von ${max}`,
    lookups: 'Abfragen',
    hit: 'Treffer',
    stales: 'veraltet',
    miss: 'verfehlt',
    inflight: 'mitgenutzt',
    hitRate: 'Trefferquote',
    corrupt: (count) => `${count} beschädigt und entfernt`,
    folder: 'Ordner',
    unknown: 'Der Cache hat sich noch nicht gemeldet.',
  },

  share: GERMAN_SHARE_WORDS,

  compounds: {
    SOFT: 'Soft',
    MEDIUM: 'Medium',
    HARD: 'Hard',
    INTERMEDIATE: 'Intermediate',
    WET: 'Regen',
    HYPERSOFT: 'Hypersoft',
    ULTRASOFT: 'Ultrasoft',
    SUPERSOFT: 'Supersoft',
    SUPERHARD: 'Superhard',
    TEST_UNKNOWN: 'Test',
    UNKNOWN: 'unbekannt',
  },
}
