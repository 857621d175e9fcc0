// The German mirror of `../english/help`. Its chapters have a file of their own.

import type { Shape } from '@contract/language'
import type { ENGLISH_HELP_WORDS } from '../english/help'
import { GERMAN_HELP_SECTIONS } from './help-sections'

export const GERMAN_HELP_WORDS: Shape<typeof ENGLISH_HELP_WORDS> = {
  landmark: 'Hilfe',
  chaptersName: 'Kapitel',
  back: {
    wall: 'Zurück zur Wand',
    plinth: 'Zurück zur Skulptur',
    warming: 'Zurück zum Vorwärmen',
    cache: 'Zurück zum Cache',
    settings: 'Zurück zu den Einstellungen',
  },

  names: {
    sculpture: 'Was eine Skulptur zeigt',
    reading: 'Ablesen und vergleichen',
    warming: 'Vorwärmen',
    space: 'Platz und Aufräumen',
    offline: 'Ohne Netz',
    share: 'Links, Drucke, Bilder',
    commands: 'Kommandozeile',
    keyboard: 'Tastatur',
    trouble: 'Wenn etwas schiefgeht',
    privacy: 'Was diesen Rechner verlässt',
    licences: 'Hinweise und Lizenzen',
  },

  leads: {
    sculpture:
      'Aus einer Runde wird ein Körper: die Strecke, wie sie im Gelände liegt, überall so hoch wie die Kraft, die dort auf den Fahrer wirkt.',
    reading:
      'Alles, was auf einem Sockel steht, lässt sich auf den Meter ablesen und neben andere Runden stellen.',
    warming: 'Was wohl verlangt wird, entsteht im Voraus, damit es sich sofort öffnet.',
    space: 'Was einmal gelesen wurde, bleibt auf diesem Rechner, in Grenzen, die sich einstellen lassen.',
    offline: 'Aufbewahrtes öffnet sich ohne Netz; und eine Saison gibt es immer, die keines braucht.',
    share: 'Eine Runde lässt sich als Link weitergeben, drucken oder als Bild oder in Zahlen mitnehmen.',
    commands:
      'Die Anwendung ist auch ein Werkzeug für das Terminal und für Skripte, mit ihrem Fenster oder ohne.',
    keyboard: 'Alles geht auch ohne Maus.',
    trouble:
      'Jede Meldung der Galerie, was sie bedeutet und was zu tun ist. Ins Feld eingefügt, ist sie gleich gefunden.',
    privacy: 'Die Galerie fragt zwei Dienste nach dem, was angesehen wird, und sagt niemandem sonst etwas.',
    licences: 'Wessen Arbeit das ist und wessen nicht.',
  },

  diagram: {
    name:
      'Zeichnung: Eine geschlossene Wand folgt der Linie einer Strecke von oben. Ihre Höhe ist die Kraft an jeder Stelle, ' +
      'mit einer eingravierten Linie je G, und ihre Farbe ist ein anderes Maß, hier von dunkel für langsam bis hell für schnell.',
    plan: 'Der Grundriss ist die Strecke',
    height: 'Die Höhe ist die Kraft, in G',
    colour: 'Die Farbe ist ein zweites Maß',
  },

  sections: GERMAN_HELP_SECTIONS,

  folders: {
    caption: 'Die Ordner, wie sie üblich sind',
    system: 'Betriebssystem',
    settings: 'Einstellungen, Verlauf und Protokoll',
    cache: 'Cache',
  },

  commands: {
    examples: 'Beispiele',
    development: (developed, installed) =>
      `Aus dem Quellcode heißt es ${developed} anstelle von ${installed}.`,
    what: {
      rounds: 'Der Kalender einer Saison, und welche Sessions zu Ende sind',
      laps: 'Alle Runden eines Fahrers in einem Qualifying',
      print: 'Eine Runde als Modell für den Drucker',
      refined: 'Eine Runde mit jedem Messpunkt, nach der besseren Berechnung',
      plan: 'Was ein Durchlauf des Vorwärmens holen würde, ohne es zu holen',
      warm: 'Die letzten zehn Saisonläufe für drei Fahrer',
      season: 'Jedes Qualifying einer Saison, für alle Fahrer, mit Zusammenfassung für ein Skript',
      failed: 'Was zuletzt gescheitert ist',
      usage: 'Was den Platz belegt',
      clear: 'Platz schaffen: sagt, wie viel, und fragt',
      move: 'Der Cache auf einem anderen Datenträger',
      health: 'Ob jeder Teil arbeiten kann',
    },
  },

  keyboard: {
    keys: 'Tasten',
    what: 'Was sie tun',
    groups: {
      everywhere: 'Überall',
      wall: 'An der Wand',
      sculpture: 'An der Skulptur, wenn sie den Fokus hat',
      share: 'Neben einer Skulptur',
      notices: 'In einem Hinweis',
    },
    everywhere: {
      help: 'Hilfe zu dem, was zu sehen ist, und zurück',
      back: 'Zurück zur Wand; aus der Hilfe dorthin, woher man kam',
      forward: 'Von der Wand wieder zur Skulptur',
      warmNow: 'Jetzt vorwärmen',
      settings: 'Einstellungen',
    },
    wall: { walk: 'Von Karte zu Karte', first: 'Erste Karte', last: 'Letzte Karte', open: 'Karte öffnen' },
    sculpture: {
      turn: 'Drehen',
      move: 'Verschieben',
      nearer: 'Näher',
      farther: 'Weiter weg',
      home: 'Erste Ansicht',
      back: 'Zehn Meter zurück auf der Runde, vorgelesen',
      on: 'Zehn Meter voran auf der Runde, vorgelesen',
      'lap-before': 'Zur Runde davor, wo mehrere stehen',
      'lap-after': 'Zur Runde danach, wo mehrere stehen',
      run: 'Runden laufen lassen oder anhalten, wo mehrere stehen',
      'run-back': 'Im Ablauf einen Schritt zurück',
      'run-on': 'Im Ablauf einen Schritt voran',
      unpin: 'Die markierte Stelle loslassen',
    },
    share: { open: 'Exportieren…', copy: 'Bild kopieren' },
    notices: { dismiss: 'Weglegen' },
    names: {
      ArrowLeft: '←',
      ArrowRight: '→',
      ArrowUp: '↑',
      ArrowDown: '↓',
      PageUp: 'Bild auf',
      PageDown: 'Bild ab',
      Home: 'Pos1',
      End: 'Ende',
      Enter: 'Eingabe',
      Shift: 'Umschalt',
      Escape: 'Esc',
      ' ': 'Leertaste',
      CmdOrCtrl: 'Strg',
    },
  },
}
