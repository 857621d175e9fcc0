// The German mirror of `../english/cache`.

import type { Shape } from '@contract/language'
import { counted, plural } from '../../counted'
import { whole } from '../../format'
import type { ENGLISH_CACHE_WORDS } from '../english/cache'

export const GERMAN_CACHE_WORDS: Shape<typeof ENGLISH_CACHE_WORDS> = {
  landmark: 'Der Cache',
  about:
    'Was einmal gelesen wurde, bleibt auf diesem Rechner und öffnet sich von da an sofort, auch ohne Netz.',
  open: 'Was den Platz belegt',
  aboutSimulated:
    'Was aus der simulierten Saison entstanden ist, bleibt auf diesem Rechner und öffnet sich sofort. Aufgezeichnete Sessions haben einen eigenen Cache.',
  unknown: 'Der Cache hat sich noch nicht gemeldet.',

  picture: {
    title: 'Was den Platz belegt',
    name: (total) => `Was den Platz belegt, zusammen ${total}. Die Pfeiltasten gehen von Session zu Session.`,
    kinds: { sculptures: 'Skulpturen', laps: 'Runden', raw: 'Aufzeichnungen' },
    kindsHint: {
      sculptures: 'was an der Wand hängt',
      laps: 'Rundenzeiten und Fahrer jeder Session',
      raw: 'wie das Archiv sie liefert; nur nötig, um die anderen neu zu machen',
    },
    hint: 'Die Flächen entsprechen den Bytes. Auf eine Session zeigen oder mit den Pfeiltasten gehen.',
    ofSeason: (season) => `${season}, Kalender und Strecken`,
    ofSession: (season, name) => `${season}, ${name}`,
    cell: (name, parts) => `${name}: ${parts}`,
    seasonShort: 'Saison',
    part: (kind, bytes) => `${kind} ${bytes}`,
  },

  empty: {
    title: 'Noch ist nichts aufbewahrt',
    hint: 'Was geöffnet oder vorgewärmt wird, erscheint hier mit dem Platz, den es braucht.',
    action: 'Zur Wand',
  },

  warming: (count) => `Wird gefüllt: ${counted(count, 'Aufgabe', 'Aufgaben')} in Arbeit`,

  tiers: {
    title: 'Wie voll er ist',
    memory: 'Arbeitsspeicher',
    results: 'Skulpturen und Runden auf dem Datenträger',
    raw: 'Aufzeichnungen auf dem Datenträger',
    used: (bytes, max) => `${bytes} von ${max}`,
    entries: (count) => counted(count, 'Eintrag', 'Einträge'),
    free: 'Frei auf diesem Datenträger',
    freeUnknown: 'vom System nicht zu erfahren',
  },

  service: {
    title: 'Was er leistet',
    saved: 'Seit dem Start gespartes Warten',
    savedNone: 'noch nichts',
    hitRate: 'Trefferquote',
    noLookups: 'noch nichts abgefragt',
    lookups: 'Abfragen',
    lookupsText: (hits, stale, misses, joined) =>
      `${whole(hits)} Treffer, ${whole(stale)} veraltet, ${whole(misses)} verfehlt, ${whole(joined)} mitgenutzt`,
    corrupt: 'Beschädigt, gefunden und entfernt',
  },

  table: {
    title: 'Saisons und Sessions',
    caption: 'Was jede Saison und Session auf dem Datenträger belegt',
    name: 'Saison und Session',
    entries: 'Einträge',
    size: 'Größe',
    pinned: 'Angeheftet',
    isPinned: 'angeheftet',
    actions: 'Ändern',
    open: (name) => `Sessions von ${name} zeigen`,
    pin: 'Anheften',
    unpin: 'Lösen',
    clear: 'Leeren…',
    of: (action, name) => `${action}: ${name}`,
    pinHint: 'Was angeheftet ist, weicht als Letztes, wenn Platz gebraucht wird.',
  },

  round: (round, session) => `${round}. Saisonlauf, ${session}`,

  clear: {
    title: 'Platz schaffen',
    names: { sculptures: 'Skulpturen', sessions: 'Runden', raw: 'Aufzeichnungen', all: 'Alles' },
    button: (name) => `${name}…`,
    lost: {
      sculptures: 'Beim Öffnen werden sie aus den Aufzeichnungen neu gemacht.',
      sessions: 'Beim Öffnen einer Session werden sie aus den Aufzeichnungen neu gelesen.',
      raw: 'Die Skulpturen bleiben. Was wieder gebraucht wird, kommt aus dem Archiv.',
      all: 'Beim Öffnen wird alles neu geholt und gemacht.',
      season: 'Auch ihre Aufzeichnungen weichen: Beim Öffnen wird sie neu geholt.',
      session: 'Auch ihre Aufzeichnungen weichen: Beim Öffnen wird sie neu geholt.',
      key: 'Beim Öffnen wird sie neu gemacht.',
    },
    ask: (name) => `Aus dem Cache entfernen: ${name}?`,
    frees: (size, entries) => `Das gibt ${size} frei: ${counted(entries, 'Eintrag', 'Einträge')}.`,
    freesNothing: 'Davon ist nichts da.',
    pinned: (count) =>
      plural(
        count,
        'Einer davon ist angeheftet und weicht mit.',
        `${whole(count)} davon sind angeheftet und weichen mit.`,
      ),
    subject: {
      sculptures: 'alle Skulpturen',
      sessions: 'die Runden aller Sessions',
      raw: 'alle Aufzeichnungen',
      all: 'der ganze Inhalt',
    },
    agree: (size) => `${size} entfernen`,
    keep: 'Behalten',
  },

  folder: {
    title: 'Wo er liegt',
    usual: 'der übliche Ordner',
    show: 'Ordner öffnen',
    move: 'Verschieben…',
    back: 'Zurück in den üblichen Ordner',
    ask: 'Den Cache hierhin verschieben?',
    takes: (size, free) => `${size} werden kopiert und geprüft; ${free} sind dort frei.`,
    takesUnknown: (size) => `${size} werden kopiert und geprüft.`,
    safe: 'Alles geht derweil weiter. Der alte Ordner wird als Letztes entfernt, bei einem Abbruch ist also nichts verloren.',
    agree: 'Verschieben',
    stay: 'Lassen, wo er ist',
    moving: 'Der Cache zieht um',
    progress: (done, total) => `${done} von ${total}`,
    cancel: 'Abbrechen',
  },

  settings: {
    title: 'Grenzen',
    hint: 'Sie gelten sofort, für jede Quelle. Was darüber ist, weicht: am längsten Unbenutztes zuerst, Angeheftetes zuletzt.',
    memory: 'Arbeitsspeicher',
    results: 'Skulpturen und Runden',
    raw: 'Aufzeichnungen',
    sculptureTtl: 'Skulpturen werden erneut geprüft nach',
    sessionTtl: 'Runden werden erneut geprüft nach',
    mib: 'MiB',
    hours: 'Stunden',
    range: (least, most) => `von ${least} bis ${most}`,
    save: 'Sichern',
    discard: 'Verwerfen',
  },

  outcome: {
    cleared: (size, entries) => `${size} entfernt, ${counted(entries, 'Eintrag', 'Einträge')}.`,
    pinned: (name) => `Angeheftet: ${name}.`,
    unpinned: (name) => `Nicht mehr angeheftet: ${name}.`,
    moved: (folder) => `Der Cache liegt in ${folder}.`,
    moveCancelled: 'Der Cache wurde nicht verschoben und ist, wo er war.',
    saved: 'Die Grenzen sind gesichert.',
  },

  health: {
    full: {
      title: 'Der Datenträger ist voll',
      hint: 'Alles Aufbewahrte lässt sich weiter öffnen. Neues wird nicht aufbewahrt, und das Vorwärmen wartet; beides geht von selbst weiter, sobald Platz ist.',
    },
    unwritable: {
      title: 'Der Ordner des Caches lässt sich nicht beschreiben',
      hint: 'Alles Aufbewahrte lässt sich weiter öffnen. Neues wird nicht aufbewahrt, und das Vorwärmen wartet; beides geht von selbst weiter, sobald er sich beschreiben lässt.',
    },
    missing: {
      title: 'Der Ordner des Caches ist nicht da',
      hint: 'Den Datenträger anschließen, auf dem er liegt: Das wird binnen Sekunden bemerkt. Bis dahin wird nichts aufbewahrt, und das Vorwärmen wartet. Oder im üblichen Ordner neu beginnen; was auf dem anderen Datenträger liegt, bleibt dort.',
    },
  },
  healthUsual: 'Den üblichen Ordner nehmen',
  healthRoom: { raw: 'Aufzeichnungen entfernen…', all: 'Alles entfernen…' },
}
