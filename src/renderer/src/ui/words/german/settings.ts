// The German mirror of `../english/settings`.

import type { Shape } from '@contract/language'
import { plural } from '../../counted'
import type { ENGLISH_SETTINGS_WORDS } from '../english/settings'

export const GERMAN_SETTINGS_WORDS: Shape<typeof ENGLISH_SETTINGS_WORDS> = {
  landmark: 'Einstellungen',
  about:
    'Wie die Galerie aussieht, was sie bereithält und was sie meldet. Alles hier bleibt auf diesem Rechner.',
  sectionsName: 'Abschnitte der Einstellungen',
  sections: {
    schedule: 'Zeitplan und Strategie',
    sources: 'Quellen',
    cache: 'Cache',
    appearance: 'Darstellung',
    accessibility: 'Bedienungshilfen',
    spoilers: 'Spoiler',
    desktop: 'Mitteilungen und Start',
    transfer: 'Import und Export',
  },
  unsaved: 'nicht gesichert',
  reading: 'Die Einstellungen werden gelesen…',
  atOnce: 'Änderungen gelten sofort.',
  reset: 'Zurücksetzen',
  resetOf: (what) => `Zurücksetzen: ${what}`,
  resetSection: 'Diesen Abschnitt zurücksetzen',
  resetSectionOf: (section) => `Diesen Abschnitt zurücksetzen: ${section}`,

  mended: {
    title: 'Einige Einstellungen waren nicht zu lesen',
    fields: (names) => `Wieder wie am Anfang: ${names}.`,
    whole: 'Die Datei war überhaupt nicht zu lesen, darum ist alles wie am Anfang.',
    keptAs: (name) => `Die alte Datei liegt als ${name} neben der neuen.`,
    open: 'Einstellungen ansehen',
    close: 'Schließen',
  },

  schedule: {
    hint: 'Was vorgewärmt wird, bevor jemand danach fragt, und wann. Beides wird gemeinsam gesichert, mit dem Knopf darunter.',
    words: (words, zone) => `${words}, nach der Uhr von ${zone}.`,
    noWords: 'Diese Regel ist lesbar, nur nicht in Worte zu fassen.',
    unread: 'Diese Regel ist noch nicht lesbar.',
    off: 'Der Zeitplan ist aus: Nach dieser Regel läuft nichts.',
    next: 'Die nächsten Termine',
    history: 'Was aus früheren Durchläufen wurde, steht im Raum „Vorwärmen“ unter „Strategie und Zeitplan“.',
    toWarming: 'Zum Vorwärmen',
  },

  sources: {
    hint: 'Woher Runden kommen. Aufgezeichnete und simulierte mischen sich nie, und simulierte sind überall als solche gekennzeichnet.',
    label: 'Quelle',
    names: { auto: 'Automatisch', archive: 'Offizielles Archiv', demo: 'Simuliert' },
    what: {
      auto: 'Aufgezeichnete Runden, wo es ein Netz gibt oder etwas im Cache liegt; sonst die simulierte Saison.',
      archive:
        'Nur aufgezeichnete Runden aus dem offiziellen Zeitnahme-Archiv. Ohne Netz öffnet sich nur, was im Cache liegt.',
      demo: 'Eine erfundene Saison mit erfundenen Fahrern, auf diesem Rechner berechnet. Sie braucht kein Netz.',
    },
  },

  cache: {
    hint: 'Wie viel aufbewahrt wird, wie lange es als frisch gilt und wo es liegt. Was den Platz belegt, zeigt der Raum „Cache“.',
    toCache: 'Zum Cache',
  },

  appearance: {
    theme: {
      label: 'Erscheinungsbild',
      hint: 'Der Seite, ihrer Titelleiste und ihrer Dialoge.',
      names: { system: 'Wie das System', light: 'Hell', dark: 'Dunkel' },
    },
    contrast: {
      label: 'Kontrast',
      hint: 'Mehr: schwarzer oder weißer Grund, kräftigere Kanten, kein grauer Text.',
      names: { system: 'Wie das System', more: 'Mehr', standard: 'Üblich' },
    },
    language: {
      label: 'Sprache',
      hint: 'Aller Wörter, Zahlen und Daten.',
      names: { system: 'Wie das System', en: 'English', de: 'Deutsch' },
    },
    units: {
      label: 'Einheiten',
      hint: 'Auf dem Bildschirm und in Bildern. Bei CSV- und JSON-Dateien und auf der Kommandozeile bleibt es bei Kilometern pro Stunde und Metern.',
      names: { metric: 'Kilometer, Meter', imperial: 'Meilen, Fuß' },
      example: (speed, lap, rise) => `Höchstens ${speed}, Rundenlänge ${lap}, Höhenunterschied ${rise}.`,
    },
    clock: {
      label: 'Uhr',
      names: { system: 'Wie das System', h24: '24\u00a0Std.', h12: '12\u00a0Std.' },
      example: (now) => `Es ist ${now}.`,
    },
    timeZone: {
      label: 'Zeitzone',
      hint: 'Die der Strecke: Sessions stehen in der Ortszeit ihrer Strecke, wo sie bekannt ist, alles andere in der Zeit dieses Rechners.',
      special: { system: 'Wie das System', circuit: 'Die der Strecke' },
      group: 'Zeitzonen der Welt',
    },
    colourMap: {
      label: 'Farben der Skulpturen',
      hint: 'Dieselbe Wahl wie an der Legende neben einer Skulptur. Die Farben von Cividis sind auch bei Farbfehlsichtigkeit zu unterscheiden.',
    },
  },

  accessibility: {
    motion: {
      label: 'Bewegung',
      hint: 'Verringert: Nichts gleitet, blendet über oder dreht sich von selbst.',
      names: { system: 'Wie das System', reduced: 'Verringert', full: 'Voll' },
    },
    textScale: {
      label: 'Größe von allem',
      hint: 'Strg mit Plus, Minus oder Null ändert sie überall.',
    },
    also:
      'Jede Funktion hat eine Taste, Skulpturen lassen sich Schritt für Schritt vorlesen, und die Farben eines ' +
      'Kontrastmodus des Systems werden übernommen, wie sie sind.',
  },

  spoilers: {
    label: 'Ohne Spoiler',
    tick: 'Keine Ergebnisse verraten, nach denen nicht gefragt wurde',
    does: 'Solange das gilt, berichtet keine Mitteilung von Durchläufen, wie sie auch ausgehen.',
  },

  desktop: {
    closeToTray: 'Im Infobereich bleiben, wenn das Fenster geschlossen wird',
    closeToTrayHint:
      'Durchläufe nach dem Zeitplan gehen weiter. Wo der Desktop keinen Infobereich hat, beendet das Schließen des Fensters die Galerie.',
    startAtLogin: 'Beim Anmelden im Infobereich starten',
    startAtLoginHint: 'Ohne Infobereich startet sie mit ihrem Fenster.',
    notifications: 'Durchläufe melden, die niemand verfolgt hat',
    notificationsHint: 'Eine Mitteilung je Durchlauf, und keine, solange das Fenster benutzt wird.',
    notificationsOff: 'Keine kommt, solange die Galerie keine Spoiler zeigt.',
  },

  transfer: {
    hint: 'Eine Datei mit den Einstellungen, für einen anderen Rechner oder für später. Wo das Fenster steht und wo der Cache liegt, gehört nicht dazu.',
    save: 'Einstellungen sichern…',
    choose: 'Datei öffnen…',
    saved: (name) => `Gesichert als ${name}.`,
    taken: (name) => `Jetzt gelten die Einstellungen aus ${name}.`,
    same: (name) => `${name} ändert nichts: Alles ist schon so.`,
    offer: (name) => `Was ${name} ändern würde`,
    offerCaption: 'Noch ist nichts geändert.',
    setting: 'Einstellung',
    before: 'Jetzt',
    after: 'In der Datei',
    agree: 'Diese Einstellungen übernehmen',
    decline: 'Alles lassen, wie es ist',
    resetTitle: 'Alle Einstellungen wie am Anfang',
    resetHint: 'Alles auf dieser Seite, nur nicht, wo der Cache liegt. Die Runden darin bleiben.',
    resetAll: 'Alle Einstellungen zurücksetzen…',
    resetSure: 'Wirklich alle zurücksetzen?',
    resetYes: 'Alle zurücksetzen',
    resetNo: 'Behalten',
  },

  values: {
    yes: 'ja',
    no: 'nein',
    none: 'keine',
    minutes: (n, count) => plural(n, '1 Minute', `${count} Minuten`),
    hours: (n, count) => plural(n, '1 Stunde', `${count} Stunden`),
    topDrivers: (n, count) =>
      plural(n, 'der Führende der Meisterschaft', `die ${count} Besten der Meisterschaft`),
    allDrivers: 'alle',
    currentSeason: 'die laufende',
    run: 'läuft',
    wait: 'wartet',
  },

  fields: {
    source: 'Quelle',
    'strategy.season': 'Saison zum Vorwärmen',
    'strategy.recentRounds': 'Letzte Saisonläufe',
    'strategy.sessions': 'Sessions zum Vorwärmen',
    'strategy.drivers': 'Fahrer zum Vorwärmen',
    'strategy.favourites': 'Favoriten',
    'strategy.maxConcurrent': 'Sessions zur selben Zeit',
    'schedule.isOn': 'Vorwärmen nach dem Zeitplan',
    'schedule.rule': 'Regel des Zeitplans',
    'schedule.zone': 'Zeitzone der Regel',
    'schedule.expiresMs': 'Ein verspäteter Durchlauf entfällt nach',
    'schedule.catchUp': 'Versäumten Durchlauf nachholen',
    'schedule.maxDelayMs': 'Später beginnen um bis zu',
    'schedule.afterSessions': 'Auch nach jeder Session',
    'schedule.onBattery': 'Im Akkubetrieb',
    'schedule.onMetered': 'Bei getakteter Verbindung',
    alertAfterMs: 'Auf einen Durchlauf hinweisen, der länger dauert als',
    'cache.memoryMaxBytes': 'Arbeitsspeicher für den Cache',
    'cache.resultsMaxBytes': 'Skulpturen auf dem Datenträger',
    'cache.rawMaxBytes': 'Aufzeichnungen auf dem Datenträger',
    'cache.sculptureTtlMs': 'Skulpturen bleiben frisch',
    'cache.sessionTtlMs': 'Sessions bleiben frisch',
    'desktop.closeToTray': 'Im Infobereich bleiben',
    'desktop.startAtLogin': 'Beim Anmelden starten',
    'desktop.notifications': 'Mitteilungen über Durchläufe',
    'appearance.theme': 'Erscheinungsbild',
    'appearance.contrast': 'Kontrast',
    'appearance.language': 'Sprache',
    'appearance.units': 'Einheiten',
    'appearance.clock': 'Uhr',
    'appearance.timeZone': 'Zeitzone',
    'appearance.colourMap': 'Farben der Skulpturen',
    'accessibility.motion': 'Bewegung',
    'accessibility.textScale': 'Größe von allem',
    isSpoilerFree: 'Ohne Spoiler',
  },
}
