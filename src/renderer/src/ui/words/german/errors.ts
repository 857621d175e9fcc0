// The German mirror of the table of errors in the contract.

import type { ErrorCode } from '@contract/errors'

export const GERMAN_ERROR_WORDS: Readonly<
  Record<ErrorCode, { readonly title: string; readonly hint: string }>
> = {
  'source/offline': {
    title: 'Dieser Rechner ist mit keinem Netz verbunden',
    hint: 'Verbindung herstellen und noch einmal versuchen; was schon im Cache liegt, lässt sich weiter öffnen.',
  },
  'source/unreachable': {
    title: 'Das Zeitnahme-Archiv ist nicht zu erreichen',
    hint: 'Netzverbindung prüfen und noch einmal versuchen; was schon im Cache liegt, lässt sich weiter öffnen.',
  },
  'source/rate-limited': {
    title: 'Das Zeitnahme-Archiv bittet um langsamere Anfragen',
    hint: 'Ein paar Minuten warten und noch einmal versuchen.',
  },
  'source/not-available': {
    title: 'Das Archiv hat das nicht',
    hint: 'Neue Sessions erscheinen einige Minuten bis eine Stunde nach ihrem Ende; ein paar alte wurden nie veröffentlicht.',
  },
  'source/no-data': {
    title: 'Das Archiv hat eine leere Datei geschickt',
    hint: 'Später noch einmal versuchen; vielleicht entsteht die Aufzeichnung noch.',
  },
  'source/unparsable': {
    title: 'Das Archiv hat etwas geschickt, das keine Zeitnahme ist',
    hint: 'Noch einmal versuchen; bleibt es dabei, ist die Datei im Archiv beschädigt.',
  },
  'calendar/no-events': {
    title: 'Noch keine Veranstaltung zu Ende',
    hint: 'Eine frühere Saison wählen oder nach dem ersten Rennen wiederkommen.',
  },
  'session/not-available': {
    title: 'Session nicht verfügbar',
    hint: 'Eine Session wählen, die es an diesem Wochenende gibt; eine gerade beendete erscheint binnen einer Stunde.',
  },
  'session/not-run': {
    title: 'Diese Session ist noch nicht gefahren',
    hint: 'Nach ihrem Ende wiederkommen.',
  },
  'session/unknown': {
    title: 'Diese Session gibt es nicht',
    hint: 'Eine Session wählen, die der Kalender dieser Saison führt.',
  },
  'session/no-telemetry': {
    title: 'Diese Session wurde ohne Telemetrie der Autos aufgezeichnet',
    hint: 'Rundenzeiten gibt es vielleicht, aber keine Skulptur; eine andere Session wählen.',
  },
  'session/no-line': {
    title: 'In dieser Session ist die Linie der Strecke nicht zu finden',
    hint: 'Zuerst eine andere Session dieser Strecke öffnen: Ihre Linie dient auch dieser.',
  },
  'session/unparsable': {
    title: 'Die Zeitnahme dieser Session ist nicht zu lesen',
    hint: 'Die Session aus dem Cache entfernen und noch einmal öffnen.',
  },
  'driver/unknown': {
    title: 'Fahrer nicht gefunden',
    hint: 'Einen der Fahrer wählen, die für die Session verzeichnet sind; dieser hat nicht teilgenommen.',
  },
  'lap/unknown': {
    title: 'Diese Runde gibt es nicht',
    hint: 'Eine Runde wählen, die für diesen Fahrer in der Session verzeichnet ist.',
  },
  'sculpture/too-few-samples': {
    title: 'Die Aufzeichnung hat zu wenige Messpunkte auf dieser Runde',
    hint: 'Eine andere Runde oder einen anderen Fahrer der Session wählen.',
  },
  'sculpture/other-circuit': {
    title: 'Diese Runde gehört zu einer anderen Strecke oder Streckenführung',
    hint: 'Runden werden Meter für Meter verglichen: eine derselben Strecke wählen, aus einem Jahr mit derselben Führung.',
  },
  'cache/corrupt': {
    title: 'Ein Eintrag des Caches war beschädigt',
    hint: 'Er ist entfernt; beim nächsten Öffnen entsteht er neu.',
  },
  'cache/full': {
    title: 'Der Datenträger ist voll',
    hint: 'Platz schaffen; Lesen aus dem Cache geht weiterhin.',
  },
  'cache/unwritable': {
    title: 'Der Ordner des Caches lässt sich nicht beschreiben',
    hint: 'Prüfen, ob der Ordner da ist und dem eigenen Konto gehört.',
  },
  'cache/missing': {
    title: 'Der Ordner des Caches ist verschwunden',
    hint: 'Den Datenträger anschließen, auf dem er liegt, oder einen anderen Ordner wählen; was im Arbeitsspeicher ist, lässt sich weiter öffnen.',
  },
  'cache/folder-in-use': {
    title: 'Dorthin lässt sich der Cache nicht verschieben',
    hint: 'Einen leeren Ordner wählen, der weder im jetzigen liegt noch um ihn herum.',
  },
  'task/cancelled': { title: 'Abgebrochen', hint: 'Ein neuer Beginn ist jederzeit möglich.' },
  'task/timed-out': {
    title: 'Das hat zu lange gedauert und wurde beendet',
    hint: 'Noch einmal versuchen; eine langsame Verbindung braucht vielleicht einen zweiten Anlauf.',
  },
  'task/unknown': {
    title: 'Diese Aufgabe gibt es nicht',
    hint: 'Die Liste der Aufgaben ansehen; von den beendeten bleiben nur die letzten erhalten.',
  },
  'task/thread-lost': {
    title: 'Die Arbeit brach mittendrin ab',
    hint: 'Noch einmal versuchen; geschieht es zweimal, fehlt diesem Rechner vielleicht Speicher.',
  },
  'schedule/unreadable': {
    title: 'Diese Regel kann kein Zeitplan sein',
    hint: 'Minute, Stunde, Tag des Monats, Monat und Wochentag angeben, etwa 0 3 * * 1, und eine Zeitzone wie Europe/Berlin.',
  },
  'settings/unreadable': {
    title: 'Die Datei lässt sich nicht öffnen',
    hint: 'Prüfen, ob sie da ist und gelesen werden darf.',
  },
  'settings/not-ours': {
    title: 'Das ist keine Datei mit Einstellungen der Galerie',
    hint: 'Eine wählen, die die Galerie gespeichert hat; geändert wurde nichts.',
  },
  'settings/later-version': {
    title: 'Diese Einstellungen stammen von einer späteren Fassung der Galerie',
    hint: 'Die Galerie hier erneuern oder das Nötige von Hand einstellen; geändert wurde nichts.',
  },
  'settings/bad-fields': {
    title: 'Diese Datei enthält Einstellungen, die nicht sein können',
    hint: 'Die genannten Felder berichtigen oder entfernen oder die Einstellungen neu speichern; geändert wurde nichts.',
  },
  'settings/offer-gone': {
    title: 'Diese Datei wird nicht mehr betrachtet',
    hint: 'Sie noch einmal wählen.',
  },
  'export/not-closed': {
    title: 'Aus dieser Runde wurde kein geschlossener Körper',
    hint: 'Eine andere Wandstärke oder Bettgröße versuchen; bleibt es dabei, bitte mit der Runde melden.',
  },
  'export/too-complex': {
    title: 'Diese Runde würde ein zu großes Modell',
    hint: 'Ein größeres Bett oder eine dickere Wand wählen.',
  },
  'export/disk-full': {
    title: 'Die Datei ließ sich nicht sichern, weil der Datenträger voll ist',
    hint: 'Platz schaffen oder einen anderen Datenträger wählen; eine ältere Datei dieses Namens ist unversehrt.',
  },
  'export/unwritable': {
    title: 'Dort ließ sich die Datei nicht sichern',
    hint: 'Einen Ordner wählen, der da ist und dem eigenen Konto gehört; eine ältere Datei dieses Namens ist unversehrt.',
  },
  'export/file-gone': { title: 'Die gesicherte Datei ist nicht mehr bekannt', hint: 'Noch einmal sichern.' },
  'ipc/bad-input': {
    title: 'Die Anfrage wurde nicht verstanden',
    hint: 'Das ist ein Fehler der Anwendung; bitte melden.',
  },
  'ipc/untrusted-sender': {
    title: 'Die Anfrage kam von einer fremden Seite und wurde abgewiesen',
    hint: 'Die Anwendung neu starten.',
  },
  'cli/wrong-use': {
    title: 'Der Befehl wurde nicht verstanden',
    hint: 'Mit --help zeigt der Befehl, wie er benutzt wird.',
  },
  'cli/port-in-use': {
    title: 'Ein anderes Programm benutzt diesen Port',
    hint: 'Mit --port einen anderen wählen oder ihn weglassen, um einen freien zu bekommen.',
  },
  'cli/application-gone': {
    title: 'Die Anwendung wurde mittendrin beendet',
    hint: 'Den Befehl noch einmal geben; er arbeitet dann ohne die Anwendung.',
  },
  'internal/bug': {
    title: 'In der Anwendung ist etwas schiefgegangen',
    hint: 'Noch einmal versuchen; geschieht es zweimal, bitte mit dem Protokoll melden.',
  },
}
