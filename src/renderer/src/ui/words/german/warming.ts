// The German mirror of `../english/warming`.

import { HOLD_WORDS } from '@contract/hold-words'
import type { SessionCode } from '@contract/ids'
import type { Shape } from '@contract/language'
import { plural } from '../../counted'
import type { ENGLISH_WARMING_WORDS } from '../english/warming'

/** `n` is the number, `count` how it is written. */
function sculptures(n: number, count: string): string {
  return plural(n, '1 Skulptur', `${count} Skulpturen`)
}

export const GERMAN_SESSION_NAMES: Readonly<Record<SessionCode, string>> = {
  FP1: '1. Training',
  FP2: '2. Training',
  FP3: '3. Training',
  Q: 'Qualifying',
  S: 'Sprint',
  SS: 'Sprint-Shootout',
  SQ: 'Sprint-Qualifying',
  R: 'Rennen',
}

export const GERMAN_WARMING_WORDS: Shape<typeof ENGLISH_WARMING_WORDS> = {
  landmark: 'Vorwärmen',
  about:
    'Vorwärmen macht die Skulpturen, nach denen wohl gefragt wird, bevor es jemand tut. Was warm ist, öffnet sich sofort, ' +
    'auch ohne Netz.',
  pages: {
    now: 'Jetzt',
    plan: 'Plan',
    schedule: 'Strategie und Zeitplan',
    tasks: 'Aufgaben',
    health: 'Zustand und Protokoll',
  },
  pagesName: 'Teile dieses Raums',

  line: {
    name: (state) => `Vorwärmen: ${state}`,
    unknown: 'Wie steht es um das Vorwärmen?',
    kinds: {
      unknown: '',
      idle: 'Das Vorwärmen ruht',
      warming: 'Das Vorwärmen ist am Werk',
      held: 'Das Vorwärmen ist angehalten',
      paused: 'Das Vorwärmen pausiert',
      attention: 'Das Vorwärmen braucht einen Blick',
    },
    off: 'Ruht. Der Zeitplan ist aus.',
    idle: 'Ruht. Kein Durchlauf ist geplant.',
    next: (when) => `Ruht. Nächster Durchlauf ${when}.`,
    planning: 'Was vorzuwärmen ist, wird ermittelt',
    warming: (done, total, share) => `Vorwärmen: ${done} von ${total} Skulpturen, ${share}`,
    warmingLeft: (done, total, share, left) =>
      `Vorwärmen: ${done} von ${total} Skulpturen, ${share}, noch etwa ${left}`,
    held: (reason) => `Ein Durchlauf ist angehalten: ${reason}`,
    due: (reason) => `Ein Durchlauf ist fällig und wartet: ${reason}`,
    pausedUntil: (time) => `Pause bis ${time}`,
    paused: 'Pause, bis es fortgesetzt wird',
    pausing: 'Gleich Pause: Begonnenes wird noch fertig',
    partlyFailed: (n, count) =>
      n === 1
        ? 'Der letzte Durchlauf scheiterte teilweise: 1 Skulptur fehlt'
        : `Der letzte Durchlauf scheiterte teilweise: ${sculptures(n, count)} fehlen`,
    failed: 'Der letzte Durchlauf blieb ohne Ergebnis',
    rule: 'Die Regel des Zeitplans ist nicht zu lesen',
  },

  holds: HOLD_WORDS.de,

  now: {
    title: 'Jetzt',
    idle: 'Nichts wird vorgewärmt',
    idleHint: 'Die Galerie wärmt nach ihrem Zeitplan vor und wann immer es gewünscht wird.',
    planning: 'Was vorzuwärmen ist, wird ermittelt',
    warming: 'Vorwärmen läuft',
    held: (reason) => `Angehalten: ${reason}`,
    heldUntil: (reason, when) => `Angehalten bis ${when}: ${reason}`,
    pausedTitle: 'Pause',
    pausing: 'Gleich Pause',
    pausingHint: 'Begonnenes wird noch fertig.',
    pausedUntil: (when) => `Vor ${when} beginnt keine Arbeit.`,
    pausedHint: 'Vor dem Fortsetzen beginnt keine Arbeit. Was angeklickt wird, entsteht wie immer.',
    due: (when, reason) => `Ein Durchlauf war ${when} fällig und wartet: ${reason}.`,
    triggers: {
      asked: 'Auf Wunsch',
      schedule: 'Nach dem Zeitplan',
      'catch-up': 'Für einen versäumten Durchlauf',
      'session-ended': 'Nach einer Session',
    },
    progress: (done, total) => `${done} von ${total} Skulpturen`,
    received: (size) => `${size} empfangen`,
    left: (time) => `noch etwa ${time}`,
    queued: (n, count) => plural(n, 'Ein weiterer Durchlauf wartet.', `${count} weitere Durchläufe warten.`),
    cancel: 'Diesen Durchlauf beenden',
    warmNow: 'Jetzt vorwärmen',
    lookFirst: 'Erst den Plan ansehen',
    pauseHour: 'Eine Stunde Pause',
    pause: 'Pause bis auf Weiteres',
    resume: 'Fortsetzen',
  },

  last: {
    title: 'Letzter Durchlauf',
    never: 'Noch ist nichts vorgewärmt worden.',
    outcomes: {
      running: 'Läuft noch',
      complete: 'Alles ist warm',
      'partly-failed': 'Teilweise gescheitert',
      failed: 'Ohne Ergebnis',
      cancelled: 'Beendet',
    },
    ended: (when, day) => `${when}, ${day}`,
    took: 'Dauer',
    overdue: 'länger als vorgesehen',
    rounds: 'Grands Prix',
    warmed: 'Vorgewärmt',
    alreadyWarm: 'Schon warm',
    skipped: 'Übergangen',
    failed: 'Gescheitert',
    received: 'Empfangen',
    details: 'Was aus jeder wurde',
  },

  next: {
    title: 'Nächster Durchlauf',
    none: 'Kein Durchlauf ist geplant.',
    off: 'Der Zeitplan ist aus.',
    change: 'Zeitplan ändern',
    list: 'Nächste Durchläufe',
    rule: (words, zone) => `${words} (${zone})`,
    ruleTitle: 'Die Regel',
  },

  chart: {
    title: 'Die letzten Durchläufe',
    none: 'Der erste Durchlauf zeichnet hier den ersten Balken.',
    one: (time) => `Bisher ein Durchlauf, in ${time}.`,
    summary: (runs, typical, longest) =>
      `${runs} Durchläufe, die Hälfte davon in höchstens ${typical}, der längste in ${longest}.`,
    share: (share) => `${share} des Gewünschten gelangen.`,
    both: (first, second) => `${first} ${second}`,
    name: 'Dauer der letzten Durchläufe und Anteil der gelungenen Skulpturen, der älteste links',
    success: 'Gelungen',
    duration: 'Dauer',
    scale: (most) => `bis ${most}`,
    asTable: 'Als Tabelle',
    caption: 'Die letzten Durchläufe, der neueste zuerst',
    ended: 'Ende',
    outcome: 'Ergebnis',
    noShare: '–',
  },

  form: {
    rounds: 'Letzte Saisonläufe',
    sessions: 'Sessions',
    sessionNames: GERMAN_SESSION_NAMES,
    drivers: 'Fahrer',
    driverKinds: { top: 'Die Besten der Meisterschaft', list: 'Eine Liste', all: 'Alle' },
    topCount: 'Wie viele',
    codes: 'Kürzel',
    codesHint: 'Je drei Buchstaben, etwa NOR, VER, LEC.',
    presets: 'Beginnen mit',
    presetNames: { standard: 'Üblich', heavy: 'Viel', light: 'Wenig' },
    range: (least, most) => `Eine ganze Zahl von ${least} bis ${most}.`,
    noSessions: 'Mindestens eine Session wählen.',
    noCodes: 'Mindestens ein Kürzel aus bis zu vier Buchstaben angeben, mit Kommas dazwischen.',
    season: 'Saison',
    event: 'Grand Prix',
  },

  plan: {
    title: 'Einen Durchlauf planen',
    hint: 'Was geholt und gemacht würde, bevor es geschieht.',
    scope: 'Was',
    scopes: { recent: 'Letzte Saisonläufe', race: 'Ein Grand Prix', season: 'Eine ganze Saison' },
    look: 'Plan ansehen',
    looking: 'Der Plan wird ausgearbeitet…',
    start: 'Diese vorwärmen',
    nothingToDo: 'All das ist schon warm.',
    caption: 'Was ein Durchlauf täte, das Neueste zuerst',
    round: 'Lauf',
    event: 'Grand Prix',
    session: 'Session',
    state: 'Zustand',
    warm: 'Warm',
    size: 'Zu holen',
    time: 'Zeit',
    states: { warm: 'warm', stale: 'zu prüfen', cold: 'zu machen' },
    ofWanted: (warm, wanted) => `${warm} von ${wanted}`,
    nothing: '–',
    total: 'Zusammen',
    spoken: (toDo, warm, size, time) =>
      `Zu machende Skulpturen: ${toDo}, schon warm: ${warm}, zu holen: ${size}, Zeit: ${time}.`,
    own: 'Größen und Zeiten sind an diesem Rechner gemessen.',
    usual: 'Größen und Zeiten sind übliche Werte, bis dieser Rechner eigene gemessen hat.',
    gaps: 'Was nicht zu haben ist',
    willFail: 'Der Durchlauf wird das als gescheitert melden.',
    willSkip: 'Der Durchlauf übergeht das.',
  },

  schedule: {
    strategy: 'Strategie: Was warm gehalten wird',
    schedule: 'Zeitplan: Wann',
    isOn: 'Nach dem Zeitplan vorwärmen',
    rule: 'Regel',
    ruleHint: 'Minute, Stunde, Tag des Monats, Monat, Wochentag: 0 3 * * 1 ist Montag um 3\u00a0Uhr.',
    zone: 'Zeitzone der Regel',
    catchUp: 'Einen Durchlauf nachholen, den der Rechner verschlafen hat',
    afterSessions: 'Auch nach jeder Session, sobald das Archiv sie hat',
    onBattery: 'Im Akkubetrieb warten',
    onMetered: 'Bei getakteter Verbindung warten',
    maxDelay: 'Beginn bis zu so viel später, Minuten',
    maxDelayHint: 'Jede Installation in einem anderen Augenblick, damit nicht alle zugleich fragen.',
    alertAfter: 'Hinweis, wenn ein Durchlauf länger dauert, Minuten',
    season: 'Saison',
    currentSeason: 'Die laufende',
    favourites: 'Favoriten, immer vorgewärmt',
    maxConcurrent: 'Sessions zugleich',
    save: 'Sichern',
    saving: 'Wird gesichert…',
    saved: 'Gesichert.',
    discard: 'Änderungen verwerfen',
    changed: 'Geändert, noch nicht gesichert.',
    history: 'Was aus den fälligen Durchläufen wurde',
    historyNone: 'Noch war kein Durchlauf fällig.',
    due: 'Fällig',
    why: 'Warum',
    outcome: 'Was geschah',
    ran: 'Gelaufen',
    skipped: (why) => `Übergangen: ${why}`,
    skips: {
      expired: 'er hatte zu lange gewartet, und der nächste war fällig',
      superseded: 'ein neuerer war fällig',
      'catch-up-off': 'versäumte Durchläufe werden nicht nachgeholt',
      'schedule-off': 'der Zeitplan wurde ausgeschaltet',
      'rule-changed': 'die Regel wurde inzwischen geändert',
      stopped: 'er wurde beendet',
      interrupted: 'die Anwendung endete zweimal mittendrin',
      'not-in-archive': 'einen Tag später hatte das Archiv die Session noch immer nicht',
    },
  },
}
