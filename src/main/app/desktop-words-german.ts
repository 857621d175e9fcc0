// The German mirror of `desktop-words-english`.

import { HOLD_WORDS } from '@contract/hold-words'
import type { Shape } from '@contract/language'
import { counted, number, percent, plural, when } from './desktop-locale'
import type { ENGLISH } from './desktop-words-english'

function sculptures(count: number): string {
  return counted(count, 'Skulptur', 'Skulpturen')
}

export const GERMAN: Shape<typeof ENGLISH> = {
  cannotStart: 'Die Galerie kann nicht starten',

  tray: {
    warm: 'Das Vorwärmen ruht',
    planning: 'Was vorzuwärmen ist, wird ermittelt',
    warming: (ratio) => `Vorwärmen, ${percent(ratio)}`,
    held: (hold) => `Ein Durchlauf ist angehalten: ${HOLD_WORDS.de[hold]}`,
    paused: 'Pause, bis es fortgesetzt wird',
    pausedUntil: (at) => `Pause bis ${when(at)}`,
    pausing: 'Gleich Pause: Begonnenes wird noch fertig',
    offline: 'Es ist kein Netz da',
    attention: {
      disk: 'Der Datenträger nimmt nichts mehr auf',
      rule: 'Die Regel des Zeitplans ist nicht zu lesen',
      'last-run-failed': 'Der letzte Durchlauf blieb ohne Ergebnis',
      'last-run-partly-failed': 'Der letzte Durchlauf scheiterte teilweise',
    },
    progress: (done, total) => `${number(done)} von ${sculptures(total)}`,
    cache: (keys, hitRate) => `${number(keys)} Schlüssel im Cache, ${percent(hitRate)} Treffer`,
    noRunYet: 'Letzter Durchlauf: noch keiner',
    lastRun: (endedAt, outcome, warmed) =>
      `Letzter Durchlauf: ${when(endedAt)}, ${GERMAN.outcomes[outcome](warmed)}`,
    noNextRun: 'Nächster Durchlauf: keiner geplant',
    nextRun: (at) => `Nächster Durchlauf: ${when(at)}`,
    pauseHour: 'Eine Stunde Pause',
    pause: 'Pause bis auf Weiteres',
    resume: 'Fortsetzen',
    open: 'Galerie öffnen',
    settings: 'Einstellungen…',
    quit: 'Beenden',
  },

  outcomes: {
    running: () => 'läuft noch',
    complete: (warmed) => (warmed === 0 ? 'alles war schon warm' : `${sculptures(warmed)} vorgewärmt`),
    'partly-failed': (warmed) => `${sculptures(warmed)} vorgewärmt, teilweise gescheitert`,
    failed: () => 'ohne Ergebnis',
    cancelled: () => 'beendet',
  },

  warmNow: {
    plain: 'Jetzt vorwärmen',
    mac: 'Jetzt vorwärmen',
    obstacles: {
      'going-on': 'ein Durchlauf ist im Gange',
      paused: 'Pause',
      offline: 'kein Netz',
      disk: 'der Datenträger ist voll oder lässt sich nicht beschreiben',
    },
  },

  menu: {
    file: 'Datei',
    edit: 'Bearbeiten',
    view: 'Ansicht',
    window: 'Fenster',
    help: 'Hilfe',
    roles: {
      undo: 'Widerrufen',
      redo: 'Wiederholen',
      cut: 'Ausschneiden',
      copy: 'Kopieren',
      paste: 'Einsetzen',
      pasteAndMatchStyle: 'Einsetzen und Stil anpassen',
      delete: 'Löschen',
      selectAll: 'Alles auswählen',
      resetZoom: 'Originalgröße',
      zoomIn: 'Vergrößern',
      zoomOut: 'Verkleinern',
      togglefullscreen: 'Vollbild',
      reload: 'Neu laden',
      toggleDevTools: 'Entwicklerwerkzeuge',
      minimize: 'Minimieren',
      zoom: 'Zoomen',
      front: 'Alle nach vorne bringen',
      close: 'Fenster schließen',
      quit: 'Beenden',
      services: 'Dienste',
      hideOthers: 'Andere ausblenden',
      unhide: 'Alle einblenden',
    },
    quitApplication: 'F1 Sculpture Gallery beenden',
    hideApplication: 'F1 Sculpture Gallery ausblenden',
    settings: 'Einstellungen…',
    usualSize: 'Übliche Größe',
    larger: 'Größer',
    smaller: 'Kleiner',
    openHelp: 'Hilfe zu F1 Sculpture Gallery',
    about: 'Über F1 Sculpture Gallery',
    openLogs: 'Ordner des Protokolls öffnen',
    openCache: 'Ordner des Caches öffnen',
    openLicences: 'Lizenzen',
  },

  about: {
    title: 'Über F1 Sculpture Gallery',
    version: (version) => `F1 Sculpture Gallery ${version}`,
    close: 'Schließen',
    licences: 'Alle Lizenzen zeigen',
    licencesAreMade:
      'Die Lizenzen von allem, was ausgeliefert wird, stehen in den Paketen; `npm run package` stellt sie zusammen.',
    notices:
      'MIT-Lizenz. Ohne Verbindung zur Formel\u00a01 oder einem ihrer Unternehmen; die Zeitnahme gehört ihnen. ' +
      'Schrift der Drucke: Barlow Condensed von Jeremy Tribby, SIL Open Font License 1.1. ' +
      'Electron und Chromium stehen unter eigenen Lizenzen, manifold-3d unter der Apache License 2.0.',
    builtOn: (electron, chromium, node) => `Electron ${electron}, Chromium ${chromium}, Node.js ${node}`,
  },

  closing: {
    message: 'Die Galerie bleibt im Infobereich.',
    detail:
      'Dort hält sie nach ihrem Zeitplan Runden warm. An ihrem Symbol lässt sie sich wieder öffnen oder beenden. ' +
      'Ob sie bleibt, steht in den Einstellungen unter „Mitteilungen und Start“.',
    stay: 'Im Infobereich bleiben',
    quit: 'Doch beenden',
  },

  crash: {
    message: 'Die Seite der Galerie endet immer wieder oder bleibt stehen.',
    detail:
      'Binnen fünf Minuten wurde sie dreimal zurückgeholt. Was im Cache liegt, ist davon nicht betroffen.',
    again: 'Noch einmal versuchen',
    quit: 'Beenden',
  },

  files: {
    '3mf': '3MF-Modell in Farbe',
    stl: 'STL-Modell',
    glb: 'glTF-Modell',
    csv: 'Durch Kommas getrennte Werte',
    json: 'JSON-Dokument',
    png: 'PNG-Bild',
  },

  notices: {
    warmed: {
      title: 'Die Galerie ist warm',
      body: (warmed) =>
        plural(warmed, `${sculptures(warmed)} steht bereit.`, `${sculptures(warmed)} stehen bereit.`),
    },
    'partly-failed': {
      title: 'Ein Durchlauf scheiterte teilweise',
      body: (warmed, failed) =>
        plural(
          failed,
          `${sculptures(warmed)} vorgewärmt, ${number(failed)} fehlt.`,
          `${sculptures(warmed)} vorgewärmt, ${number(failed)} fehlen.`,
        ),
    },
    failed: {
      title: 'Ein Durchlauf blieb ohne Ergebnis',
      body: () => 'Was schiefging, steht in der Liste der Aufgaben.',
    },
    overdue: {
      title: 'Ein Durchlauf dauert länger als vorgesehen',
      body: 'Wie weit er ist und worauf er wartet, steht im Raum „Vorwärmen“.',
    },
  },
}
