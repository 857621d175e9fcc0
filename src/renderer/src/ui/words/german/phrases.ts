// The German mirror of the list of phrases in the contract, with the same values in each.

import type { PhraseName } from '@contract/phrase-list'

export const GERMAN_PHRASES: Readonly<Record<PhraseName, string>> = {
  'damaged-line': '1 beschädigte Zeile von {topic} ausgelassen.',
  'damaged-lines': '{count} beschädigte Zeilen von {topic} ausgelassen.',
  'topic-too-large': '{topic} ist weit größer als jede Session; gelesen wurde nur der Anfang.',
  'topic-too-long': '{topic} hat weit mehr Zeilen als jede Session; gelesen wurde nur der Anfang.',
  'topic-cut-short': '{topic} endet mitten in einer Zeile; die Aufzeichnung ist unvollständig.',
  'no-driver-names': 'Die Namen der Fahrer wurden nicht aufgezeichnet; bekannt sind nur die Nummern.',
  'no-session-status':
    'Wann die Session begann und endete, wurde nicht aufgezeichnet; manchen Runden fehlt der Beginn.',
  'no-tyres': 'Reifen wurden nicht aufgezeichnet.',
  'no-laps': 'Während der Aufzeichnung dieser Session beendete niemand eine Runde.',
  'no-track-status': 'Flaggen und Safety-Cars wurden nicht aufgezeichnet, darum gilt keine Runde als genau.',
  'no-race-control': 'Meldungen der Rennleitung fehlen; gestrichene Runden sind nicht gekennzeichnet.',
  'no-lap-times': 'Rundenzeiten wurden nicht aufgezeichnet.',
  'contradicting-laps': 'Runden, deren Zeiten sich widersprechen und falsch sein können: {count}.',
  'begins-late': 'Die Aufzeichnung beginnt mitten in der Session; Runden davor fehlen.',
  'no-car-data': 'Tempo und Motordaten wurden nicht aufgezeichnet.',
  'no-positions': 'Positionen der Autos wurden nicht aufgezeichnet.',
  'over-limits':
    'Die Aufzeichnung enthält mehr, als eine Session haben kann; nur den Anfang gelesen von: {list}.',
  'limit-drivers': 'Fahrer ({count})',
  'limit-laps': 'Runden eines Fahrers ({count})',
  'limit-stint-notes': 'Meldungen zu den Reifen eines Fahrers ({count})',
  'limit-status-changes': 'Wechsel des Status ({count})',
  'first-laps-unreachable':
    'Die Zeiten der ersten Runde dieses Rennens waren nicht zu laden, erste Runden haben darum keine.',
  'first-laps-unpublished':
    'Die Zeiten der ersten Runde dieses Rennens sind nicht veröffentlicht, erste Runden haben darum keine.',
  'withdrawn-unreachable':
    'Wer vor diesem Sprint zurückzog, war nicht zu laden; ein solcher Fahrer kann mit einer Runde verzeichnet sein.',
  'withdrawn-unpublished':
    'Wer vor diesem Sprint zurückzog, ist nicht veröffentlicht; ein solcher Fahrer kann mit einer Runde verzeichnet sein.',

  'lap-without-positions':
    'Die Aufzeichnung hat für diese Runde keine Positionen: Sie ist nach ihrem Tempo auf die Strecke gelegt, auf etwa 5\u00a0m.',
  'lap-without-speeds':
    'Die Aufzeichnung hat für diese Runde kein Tempo: Es ist aus Positionen abgeleitet, die Längsbeschleunigung ist grob.',
  'lap-off-line':
    '{percent}\u00a0% der Positionen liegen neben der Linie der Strecke (Boxengasse oder Auslaufzone): Die Form ist dort die der Strecke.',
  'lap-longer':
    'Von Linie zu Linie dauert die Aufzeichnung {seconds}\u00a0s länger als die offizielle Rundenzeit.',
  'lap-shorter':
    'Von Linie zu Linie ist die Aufzeichnung {seconds}\u00a0s kürzer als die offizielle Rundenzeit.',
  'line-rough':
    'Die aufgezeichnete Linie dieser Strecke ist grob: Die Querbeschleunigung ist um ein Viertel unsicher statt um 15\u00a0%.',
  'line-borrowed-too-few':
    'Die Linie der Strecke stammt aus {code}, {round}. Saisonlauf: Diese Session hat zu wenige Runden für eine eigene.',
  'line-borrowed-no-positions':
    'Die Linie der Strecke stammt aus {code}, {round}. Saisonlauf: Diese Session hat keine Positionen, an denen sie zu prüfen wäre.',
  'line-borrowed-one-lap':
    'Die Linie der Strecke stammt aus {code}, {round}. Saisonlauf: Diese Session hat nur 1 Runde für eine eigene.',
  'line-borrowed-few-laps':
    'Die Linie der Strecke stammt aus {code}, {round}. Saisonlauf: Diese Session hat nur {count} Runden für eine eigene.',

  'rounds-counted': 'Die Saisonläufe sind nach dem Archiv gezählt, weil der Rennkalender nicht zu laden war.',
  'folders-guessed':
    'Aufzeichnungen werden unter vermuteten Ordnernamen gesucht, weil das Archiv kein Verzeichnis dieser Saison hat.',
  'rounds-not-indexed':
    'Im Verzeichnis des Archivs fehlen diese Saisonläufe, ihre Aufzeichnungen werden unter vermuteten Namen gesucht: {list}.',
  'index-unreadable': 'Einträge im Verzeichnis des Archivs, die nicht zu lesen waren und fehlen: {count}.',
  'schedule-unreadable': 'Einträge im Rennkalender, die nicht zu lesen waren und fehlen: {count}.',
  'latest-not-asked':
    'Nach den letzten Sessions war das Archiv nicht zu fragen; nach ihren geplanten Zeiten sind sie zu Ende.',

  'settings-no-json': 'sie ist kein JSON',
  'settings-no-version': 'sie nennt keine Fassung',
  'settings-version': 'Fassung {version}',
  'settings-none': 'sie enthält keine Einstellungen',
  'settings-too-large': 'sie ist zu groß',

  'lettering-missing': 'Der Schrift fehlt {list}; an der Stelle steht ein Fragezeichen.',
  'lettering-shortened': '„{text}“ ist zu lang für einen Sockel dieser Größe und wurde gekürzt.',
  'lettering-no-room': 'Der Sockel ist zu klein für „{text}“.',
  'colourless-left-right':
    'Die Höhe ist der Betrag von {channel}; ohne Farben ist links nicht von rechts zu unterscheiden.',
  'colourless-braking':
    'Die Höhe ist der Betrag von {channel}; ohne Farben ist Beschleunigen nicht von Bremsen zu unterscheiden.',
  'no-colour-values': 'Diese Runde hat keine Werte von {channel}: Der Körper ist grau.',
  'channel-combinedG': 'Gesamt-G',
  'channel-longitudinalG': 'Längs-G',
  'channel-lateralG': 'Quer-G',
  'channel-verticalG': 'Vertikal-G',
  'channel-speedKmh': 'Tempo',
  'channel-throttlePct': 'Gas',
  'channel-gear': 'Gang',

  'of-season': 'die Saison {season}',
  'of-simulated-season': 'simulierte Saison {season}',
  'of-round': '{season}, {round}. Saisonlauf',
  'of-session': '{event} {season}, {session}',
  'of-session-by-number': '{season}, {round}. Saisonlauf, {code}',
  'of-driver-in': '{driver}, {place}',
  'of-lap': '{driver}, Runde {lap}',
  'of-asked-lap': '{driver}, Runde {lap}',
  'of-index': 'das Verzeichnis des Archivs für {season}',
  'of-schedule': 'der Rennkalender von {season}',
  'of-standings': 'der WM-Stand von {season}',
  'of-standings-after': 'der WM-Stand von {season} nach dem {round}. Saisonlauf',
  'of-a-circuit-line': 'die Linie einer Strecke',
  'of-a-sculpture': 'eine Skulptur',
  'of-a-session': 'eine Session',
  'of-rule': '„{rule}“ in {zone}',

  'was-called-off': 'sie wurde abgesagt',
  'not-in-archive-yet': 'das Archiv hat sie noch nicht',
  'weekend-has': 'an diesem Wochenende gibt es {list}',
  'round-has': 'hier gibt es {list}',
  'seasons-simulated': 'simuliert sind {first} und {second}',
  'no-lap-counted': 'keine Runde dieses Fahrers wurde gewertet',
  'nobody-timed': 'niemand fuhr eine Zeit',
  'lap-range': '1 bis {most}',
  'lap-bounds-unknown': 'ihr Anfang oder Ende ist unbekannt',
  'too-few-in-lap': '{fixes} Positionen und {speeds} Tempowerte in der Runde, nötig sind {needed}',
  'too-few-on-line': '{count} von {fixes} Positionen auf der Linie der Strecke, nötig sind {needed}',
  'no-sample-for': '{seconds}\u00a0s lang kein Messpunkt',
  'not-line-to-line': 'sie führt nicht von Ziellinie zu Ziellinie',
  'line-turns': 'sie dreht sich {number}-mal herum',
  'line-too-tight': 'kein Auto kann ihr folgen ({g}\u00a0G)',
  'line-few-fixes': 'nur {percent}\u00a0% der Messpunkte liegen auf einer Linie',
  'line-hardly-any': 'kaum ein Messpunkt liegt auf einer Linie',
  'line-length': 'sie ist {metres}\u00a0m lang, die Autos fuhren {driven}\u00a0m',
  'line-gap': 'auf {metres}\u00a0m kein Messpunkt',
  'line-no-lap': 'keine vollständige schnelle Runde unter {count} gezeiteten mit {fixes} Positionen',
  'line-no-end': 'keine Messpunkte, wo die Runden enden',
  'other-version': 'von einer anderen Version gemacht',
  'gone-meanwhile': 'zwischen zwei Blicken verschwunden',
  'too-much-memory': 'mehr als {mib}\u00a0MiB',
  'application-ended': 'die Anwendung wurde beendet',
  'rule-fields': 'sie hat {count} Felder, nicht 5',
  'rule-h': 'H ist nicht vorgesehen',
  'rule-zone': 'diese Zeitzone gibt es nicht',
  'rule-never': 'sie trifft nie zu',
  'rule-too-often': 'sie fragt das Archiv alle {count} Minuten; öfter als alle 15 geht nicht',
  'folder-nested': 'im jetzigen Ordner oder um ihn herum',
  'folder-not-empty': 'nicht leer',
  'folder-moving': 'er wird schon verschoben',
  'folder-forgotten': 'bitte noch einmal wählen',
  'space-short': '{mib}\u00a0MiB frei, {needed}\u00a0MiB nötig',
  'open-edges': '{count} offene Kanten, {bodies} Körper',
  'several-bodies': '{bodies} getrennte Körper',
  'many-triangles': '{count} Dreiecke',
  status: 'Status\u00a0{number}',
  'reason-free-again': '{reason}, wieder frei um {time}',
  'free-again': 'wieder frei um {time}',
  'no-answer-for': '{seconds}\u00a0s lang keine Antwort',
  'no-answer-within': 'keine Antwort binnen {seconds}\u00a0s',
  'too-slow': 'weniger als {count} Bytes in {seconds}\u00a0s',
  'bytes-of': '{done} von {total} Bytes',
  'other-part': 'ein anderer Teil als gewünscht',
  'redirect-refused': 'eine Umleitung, der nicht gefolgt wird',
  'larger-than': 'größer als {count} Bytes',

  'session-FP1': '1. Training',
  'session-FP2': '2. Training',
  'session-FP3': '3. Training',
  'session-Q': 'Qualifying',
  'session-SQ': 'Sprint-Qualifying',
  'session-SS': 'Sprint-Shootout',
  'session-S': 'Sprint',
  'session-R': 'Rennen',
}
