// The German mirror of `../english/trouble`.

import type { Shape } from '@contract/language'
import { plural } from '../../counted'
import { whole } from '../../format'
import type { ENGLISH_TROUBLE_WORDS } from '../english/trouble'

export const GERMAN_TROUBLE_WORDS: Shape<typeof ENGLISH_TROUBLE_WORDS> = {
  search: 'Die Meldungen durchsuchen',
  searchHint: 'eine Meldung oder ein Wort daraus',
  found: (count) => plural(count, 'Eine Meldung passt.', `${whole(count)} Meldungen passen.`),
  foundNone: 'Keine Meldung passt. Vielleicht weiß „Zustand und Protokoll“ im Raum „Vorwärmen“ mehr.',
  whatToDo: 'Was zu tun ist',
  whatIsThis: 'Was bedeutet das?',
  whatIsThisName: (title) => `Was bedeutet das: ${title}`,
  subjectFollows: (title) => `${title} …`,
  retry: {
    now: 'Ein sofortiger neuer Versuch kann helfen.',
    later: 'Ein neuer Versuch nach einer Weile kann helfen.',
    never: 'Ein neuer Versuch gäbe dieselbe Antwort.',
  },
  areas: {
    desktop: 'Auf diesem Desktop',
    source: 'Netz und Archiv',
    session: 'Saisons, Sessions und Runden',
    cache: 'Datenträger und Cache',
    task: 'Abgebrochene Arbeit und der Zeitplan',
    settings: 'Einstellungen',
    export: 'Sichern von Dateien',
    cli: 'Kommandozeile',
    internal: 'Fehler der Anwendung',
  },

  meanings: {
    'source/offline': 'Das System meldet, dass kein Netz da ist, darum wurde nichts gefragt.',
    'source/unreachable':
      'Ein Netz ist da, aber der Server hat nicht geantwortet: Er ist ausgefallen, oder eine Firewall, ein Proxy oder eine Anmeldeseite steht dazwischen.',
    'source/rate-limited':
      'Von dieser Adresse kamen dem Server zu viele Anfragen. Die Galerie fragt höchstens viermal in der Sekunde und wartet, wenn sie darum gebeten wird.',
    'source/not-available': 'Der Server hat geantwortet, dass es diese Datei bei ihm nicht gibt.',
    'source/no-data': 'Die Datei ist da, enthält aber noch nichts.',
    'source/unparsable':
      'Was kam, ist nicht, was das Archiv liefert. Oft antwortet stattdessen die Anmeldeseite eines Hotels oder einer Firma.',
    'calendar/no-events':
      'Die Saison hat einen Kalender, aber noch ist keines ihrer Rennen vorbei; zu zeigen gibt es also nichts.',
    'session/not-available':
      'An diesem Wochenende gibt es eine solche Session nicht, oder ihre Aufzeichnung ist noch nicht im Archiv: Ein Sprint-Wochenende etwa hat nur ein Training.',
    'session/not-run': 'Nach dem Kalender beginnt sie erst später, oder sie ist noch im Gange.',
    'session/unknown': 'Der Kalender der Saison führt bei diesem Saisonlauf keine Session dieses Namens.',
    'session/no-telemetry':
      'Aufgezeichnet wurde die Zeitnahme, aber weder Positionen noch Tempo der Autos, und ohne sie lassen sich keine Kräfte berechnen.',
    'session/no-line':
      'Runden liegen auf einer Linie, die alle Autos einer Session gemeinsam zeichnen. Hier wurden dafür zu wenige Positionen aufgezeichnet, und noch hat keine andere Session der Strecke ihre Linie im Cache hinterlassen.',
    'session/unparsable':
      'Die Aufzeichnung auf diesem Rechner war nicht zu verstehen, wahrscheinlich, weil das Laden abbrach.',
    'driver/unknown': 'Niemand mit diesem Kürzel oder dieser Nummer nahm an der Session teil.',
    'lap/unknown': 'Eine Runde dieser Nummer ist der Fahrer in der Session nicht gefahren.',
    'sculpture/too-few-samples':
      'Die Aufzeichnung dieser Runde hat so lange Lücken, dass ihre Form geraten wäre.',
    'sculpture/other-circuit':
      'Ihre Linie ist um mehr als ein Prozent länger oder kürzer, oder sie liegt mehr als zehn Meter neben dieser.',
    'cache/corrupt':
      'Ein Eintrag war nicht genau das, was geschrieben wurde; seine Prüfsumme zeigt das. So etwas geschieht nach einem Stromausfall oder wenn ein Datenträger zu versagen beginnt.',
    'cache/full':
      'Ein Schreibversuch wurde abgewiesen. Große Schreibvorgänge lassen 64\u00a0MiB des Datenträgers für alles andere frei.',
    'cache/unwritable':
      'Das System lässt die Galerie dort nicht schreiben: Der Datenträger ist nur lesbar, oder der Ordner gehört einem anderen Konto.',
    'cache/missing': 'Der Cache wurde auf einen Datenträger verschoben, der jetzt nicht angeschlossen ist.',
    'cache/folder-in-use': 'Der Ordner ist nicht leer, oder einer der beiden Ordner liegt im anderen.',
    'task/cancelled': 'Jemand hat sie beendet. Was bis dahin ankam, bleibt erhalten.',
    'task/timed-out': 'Sie wurde aufgegeben, damit andere Arbeit weitergehen kann.',
    'task/unknown': 'Von beendeten Aufgaben bleiben nur die letzten 200 erhalten.',
    'task/thread-lost':
      'Der Teil der Anwendung, der damit befasst war, endete unerwartet und wurde neu gestartet.',
    'schedule/unreadable':
      'Die Regel oder ihre Zeitzone war nicht zu verstehen; bis sie berichtigt ist, läuft nichts von selbst.',
    'export/not-closed':
      'Ein Druck braucht eine Oberfläche ohne Löcher, und die Prüfung des fertigen Körpers fand eines.',
    'settings/unreadable':
      'Das System hat sie nicht herausgegeben: Sie ist verschwunden oder gehört einem anderen Konto.',
    'settings/not-ours': 'Sie hat eine andere Form als die Dateien, die der Raum „Einstellungen“ sichert.',
    'settings/later-version':
      'Was darin steht, könnte dort etwas anderes bedeuten, darum wird nichts davon übernommen.',
    'settings/bad-fields':
      'Eine Datei wird ganz übernommen oder gar nicht, und einige ihrer Felder haben Werte, die nicht sein können.',
    'settings/offer-gone':
      'Was eine Datei ändern würde, bleibt gemerkt, bis eine andere gewählt wird oder die Galerie endet.',
    'export/too-complex': 'Mit diesen Maßen bekäme der Körper mehr Dreiecke, als Slicer lesen können.',
    'export/disk-full': 'Die Datei wird ganz geschrieben oder gar nicht; für alles war kein Platz.',
    'export/unwritable': 'Das System lässt die Galerie nicht in diesen Ordner schreiben.',
    'export/file-gone': 'Was sich in seinem Ordner zeigen lässt, bleibt nur gemerkt, bis die Galerie endet.',
    'ipc/bad-input': 'Ein Teil der Anwendung hat einem anderen etwas geschickt, was nicht sein darf.',
    'ipc/untrusted-sender':
      'Nur die eigene Seite der Galerie darf um etwas bitten; gebeten hat etwas anderes.',
    'cli/wrong-use': 'Diesen Befehl oder diese Option gibt es nicht, oder ein Wert fehlt.',
    'cli/port-in-use': 'An einem Port dieses Rechners kann nur ein Programm lauschen.',
    'cli/application-gone':
      'Der Befehl hatte seine Arbeit der Anwendung übergeben, und diese wurde geschlossen, bevor sie fertig war.',
    'internal/bug': 'Ein Fall, an den niemand gedacht hat. Die Aufgabe endete, alles andere geht weiter.',
  },

  more: {
    'calendar/no-events': [
      'Früh im Jahr ist das ganz richtig: Bis das erste Rennen vorbei ist, nimmt das Vorwärmen die Saison davor.',
      'Mitten in einer Saison heißt es, dass sich der Kalender nicht erneuern ließ; ein Blick lohnt, ob das Archiv zu erreichen ist.',
    ],
    'session/not-available': [
      'Im Archiv erscheint eine Session einige Minuten bis eine Stunde nach ihrem Ende. Das Vorwärmen nach einer Session wartet darauf von selbst.',
      'Ein Durchlauf des Vorwärmens übergeht, was ein Wochenende nicht hat, und scheitert nur an dem, was ausdrücklich verlangt war.',
    ],
    'driver/unknown': [
      'Fahrer werden mit drei Buchstaben benannt, etwa NOR, oder mit ihrer Nummer; wer für ein Wochenende einsprang, ist nur bei diesem Wochenende verzeichnet.',
      'Alle, die teilnahmen, nennt die Liste der Fahrer neben einer Skulptur oder der Befehl „drivers“.',
    ],
    'cache/full': [
      'Nichts ist verloren: Alles Aufbewahrte lässt sich weiter öffnen, Neues wird nicht aufbewahrt, und das Vorwärmen wartet.',
      'Am meisten schafft und am wenigsten kostet es, im Raum „Cache“ Aufzeichnungen zu entfernen. Oder den Cache auf einen anderen Datenträger verschieben.',
      'Alle fünf Sekunden sieht die Galerie nach, ob wieder Platz ist, und macht dann von selbst weiter.',
    ],
    'cache/missing': [
      'Dass der Datenträger zurück ist, wird binnen Sekunden bemerkt, und was darauf liegt, ist wieder verfügbar.',
    ],
    'source/unreachable': [
      'Das Fenster richtet sich nach dem Proxy aus den Einstellungen des Systems, die Kommandozeile nach HTTP_PROXY, HTTPS_PROXY und NO_PROXY.',
    ],
  },

  others: {
    'no-tray': {
      title: 'Im Infobereich ist kein Symbol',
      meaning:
        'Unter Linux gibt es einen Infobereich nur, wo der Desktop Platz für Statussymbole bietet; die Galerie fragt danach einmal bei ihrem Start. Ohne ihn endet sie, wenn ihr Fenster geschlossen wird, und bis zum nächsten Öffnen wird nichts vorgewärmt.',
      hint: 'Manche Desktops bieten ihn als Erweiterung (bei GNOME: „AppIndicator Support“). Sie einschalten und die Galerie neu starten.',
    },
    'no-webgl': {
      title: 'Dieser Rechner bietet kein WebGL\u00a02',
      meaning:
        'Die Grafik kann nicht dreidimensional zeichnen, darum steht anstelle der Skulptur eine Tabelle.',
      hint: 'Neuere Grafiktreiber oder eingeschaltete Hardwarebeschleunigung bringen die Skulptur zurück.',
    },
    'nothing-hangs': {
      title: 'An der Wand hängt nichts',
      meaning: 'Dort hängt nur, was schon entstanden ist, und aus dieser Quelle ist noch nichts entstanden.',
      hint: 'An der Wand das Archiv fragen, „Jetzt vorwärmen“ wählen oder die simulierte Saison öffnen.',
    },
  },
}
