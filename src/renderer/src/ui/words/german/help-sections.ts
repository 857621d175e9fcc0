// The chapters of the help in German: the mirror of `sections` in `../english/help`.

import type { Shape } from '@contract/language'
import type { ENGLISH_HELP_WORDS } from '../english/help'

export const GERMAN_HELP_SECTIONS: Shape<(typeof ENGLISH_HELP_WORDS)['sections']> = {
  sculpture: [
    {
      title: 'Drei Dinge zugleich',
      paragraphs: [
        'Der Grundriss ist die Linie der Strecke, maßstäblich, mit ihren Anstiegen und Senken. Die Höhe ist die Kraft, die ' +
          'den Fahrer in Sitz und Gurte drückt; ein G ist sein eigenes Gewicht. Die Farbe ist ein Messwert nach Wahl.',
        'Wo die Wand hoch steht, bremst das Auto hart oder nimmt schnell eine Kurve; wo sie flach liegt, fährt es geradeaus. ' +
          'Je G ist eine Linie eingraviert. Wie viele Meter hoch ein G gezeichnet ist und wie stark Anstiege und Senken ' +
          'überhöht sind, steht in der Legende: Das ist fürs Auge, nicht Physik.',
        'Gesamt-G ist Bremsen oder Beschleunigen zusammen mit der Kurvenfahrt. Längs-G und Quer-G zeigen eines davon.',
      ],
    },
    {
      title: 'Wie weit darauf Verlass ist',
      paragraphs: [
        'Das Archiv enthält keine G-Kräfte. Sie sind aus Positionen und Tempo aller Autos einer Session berechnet: Alle ' +
          'fahren auf einer Linie, ihre Krümmung ergibt sich also aus allen zusammen, und die Querbeschleunigung ist das ' +
          'Quadrat des Tempos mal der Krümmung.',
        'Werte der Querbeschleunigung tragen ±, eine Standardabweichung: die der Messung und 15\u00a0% für die wirklich ' +
          'gefahrene Linie, die das Archiv nicht aufzeichnet. Bremsen und Beschleunigen sind Mittel über 0,4\u00a0s, eine ' +
          'kurze Spitze fällt darum niedriger aus, als sie war. Vertikal-G ist nur ein Anhalt (±\u00a00,1).',
        'Nach einem Klick steht zuerst ein erster Durchgang da, der die Uhren der Aufzeichnung nimmt, wie sie sind. Wenige ' +
          'Sekunden später tritt die verfeinerte Berechnung, die sie mit Hilfe aller Autos berichtigt, von selbst an seine ' +
          'Stelle. Welche es ist, steht bei den Messwerten unter „Berechnung“.',
        'Bei simulierten Runden, deren Wahrheit bekannt ist, irrt der erste Durchgang um 0,043\u00a0G quer und 0,142\u00a0G ' +
          'längs, die verfeinerte Berechnung um 0,041 und 0,124\u00a0G (quadratisches Mittel), und bei der Spitze in einer ' +
          'Kurve um 2\u00a0%.',
      ],
    },
    {
      title: 'Die Linie der Strecke',
      paragraphs: [
        'Eine Session mit zu wenigen Runden nimmt die Linie, die eine andere Session derselben Strecke hinterlassen hat. ' +
          'Wo eine Linie nur einigermaßen oder nur grob bekannt ist, sagen es die Messwerte, und die Querbeschleunigung ist ' +
          'mit Vorsicht zu lesen.',
        'Stellen, an denen die Aufzeichnung eine Lücke hat, sind als überbrückt gezeichnet und werden so vorgelesen.',
      ],
    },
    {
      title: 'Simulierte Runden',
      paragraphs: [
        'Die simulierte Saison hat erfundene Strecken und Fahrer. Sie kommt in derselben Form wie die aufgezeichnete, ist ' +
          'gekennzeichnet, wo immer sie gezeigt, gedruckt oder gesichert wird, und mischt sich nie mit aufgezeichneten Runden.',
      ],
    },
  ],
  reading: [
    {
      title: 'Eine Runde ablesen',
      paragraphs: [
        'Auf die Skulptur oder ein Diagramm zeigen: So sind Entfernung, Tempo und Kräfte dort abzulesen; ein Klick markiert ' +
          'die Stelle. Die eckigen Klammern [ und ] gehen mit der Tastatur die Runde entlang und lesen sie vor.',
        'Die Diagramme unter der Skulptur sind dieselbe Runde, abgewickelt von Ziellinie zu Ziellinie: Tempo, Pedale, Gang ' +
          'und G. Sie zeigen die ganze Runde oder einen Ausschnitt.',
        'Die Tabelle der Kurven nennt für jede die stärkste Querbeschleunigung und das langsamste Tempo; die der Gipfel ' +
          'erzählt die Runde in Worten.',
      ],
    },
    {
      title: 'Das Aussehen wählen',
      paragraphs: [
        'Wand, Band oder Röhre; die Höhe nach Gesamt-, Längs- oder Quer-G; die Farbe nach jedem Messwert. Cividis und ' +
          'Viridis behalten ihre Reihenfolge auch bei Farbfehlsichtigkeit. Die Wahl bleibt erhalten, und Dateien entstehen darin.',
      ],
    },
    {
      title: 'Vergleichen',
      paragraphs: [
        'Einen Fahrer ankreuzen stellt seine schnellste Runde neben die auf dem Sockel, „Alle“ die aller Fahrer. Bis zu ' +
          'zwanzig Runden stehen in der Halle, alle in einem Maßstab, Höhen sind also unmittelbar vergleichbar. Eine ' +
          'markierte Stelle ist an allen markiert; Bild auf und Bild ab gehen von Runde zu Runde.',
      ],
    },
  ],
  warming: [
    {
      title: 'Was es tut',
      paragraphs: [
        'Ein Durchlauf sieht sich die letzten Saisonläufe an, stellt fest, was im Cache fehlt, holt es und macht die ' +
          'Skulpturen. Wie es darum steht, sagt in jedem Raum die Zeile oben rechts. Was angeklickt wird, geht immer vor.',
        'Was entstanden ist, bleibt: Nach einem Tag wird es noch sofort gezeigt und im Hintergrund geprüft, und eine Woche ' +
          'nach seiner Session ist es endgültig.',
      ],
    },
    {
      title: 'Seine Einstellungen',
      paragraphs: [
        'Die Strategie sagt, was: wie viele Saisonläufe, welche Sessions, welche Fahrer. Üblich sind die letzten drei ' +
          'Saisonläufe, Qualifying und Rennen, mit den fünfzehn Besten der Meisterschaft. „Wenig“ nimmt zwei Saisonläufe, ' +
          'die Qualifyings und zehn Fahrer; „Viel“ nimmt fünf Saisonläufe, jede Session und alle Fahrer, alle sechs Stunden.',
        'Der Zeitplan sagt, wann: üblicherweise montags um 3:00 UTC, bis zu zehn Minuten später, damit nicht alle zugleich ' +
          'fragen. Ein Durchlauf, der in den Ruhezustand oder die Abwesenheit fiel, wird einmal nachgeholt.',
        'Durchläufe warten, solange eine Session der Saison im Gange ist, bei einer Pause, ohne Netz, je nach Einstellung ' +
          'bei getakteter Verbindung oder im Akkubetrieb, und solange der Datenträger voll ist. Jeder ausgelassene Durchlauf ' +
          'bleibt mit seinem Grund verzeichnet. Ob eine Verbindung getaktet ist, ist nur unter Linux mit NetworkManager bekannt.',
      ],
    },
    {
      title: 'Vorher ansehen, zurückblicken',
      paragraphs: [
        '„Plan“ zeigt, was ein Durchlauf holen würde, bevor er es tut. „Aufgaben“ führt auf, was getan wurde, mit Zeiten, ' +
          'Fehlern und dem, was aus jeder Skulptur wurde. „Zustand und Protokoll“ ist für alle, die mehr wissen wollen.',
      ],
    },
  ],
  space: [
    {
      title: 'Was aufbewahrt wird',
      paragraphs: [
        'Aufzeichnungen, wie das Archiv sie liefert, bis zu 2\u00a0GiB; Skulpturen und Rundenzeiten, bis zu 512\u00a0MiB; und ' +
          'zuletzt Benutztes im Arbeitsspeicher, bis zu 64\u00a0MiB. Eine Skulptur belegt etwa 7\u00a0KB. Am längsten ' +
          'Unbenutztes weicht zuerst, Angeheftetes zuletzt. Die Grenzen stehen im Raum „Cache“.',
      ],
    },
    {
      title: 'Platz schaffen',
      paragraphs: [
        'Saisons, Sessions, Aufzeichnungen oder alles lassen sich dort entfernen; vorher steht jedes Mal da, wie viel Platz ' +
          'es gibt, mit einer Rückfrage. Aufzeichnungen sind der größte Teil und nur nötig, um alles Übrige neu zu machen; ' +
          'sie weichen darum zuerst. Nichts Entferntes ist endgültig verloren: Beim Öffnen wird es neu geholt.',
      ],
    },
    {
      title: 'Ein anderer Datenträger',
      paragraphs: [
        '„Verschieben…“ kopiert und prüft zuerst alles und entfernt den alten Ordner zuletzt; Runden lassen sich derweil ' +
          'weiter ansehen. Fehlt der Datenträger, wird nichts Neues aufbewahrt, bis er zurück ist, und das wird von selbst ' +
          'bemerkt.',
      ],
    },
  ],
  offline: [
    {
      title: 'Was geht',
      paragraphs: [
        'Alles, was an der Wand hängt, lässt sich öffnen, vergleichen, exportieren und drucken. Was nicht aufbewahrt ist, ' +
          'braucht das Archiv; ein abgebrochenes Herunterladen geht weiter, wo es stehen blieb.',
        'Das Vorwärmen wartet und geht von selbst weiter. Dass kein Netz da ist, wird binnen Sekunden bemerkt, dass es ' +
          'zurück ist, binnen Minuten.',
      ],
    },
    {
      title: 'Die simulierte Saison',
      paragraphs: [
        'Ohne Netz und ohne Aufbewahrtes hängt eine simulierte Saison an der Wand: sieben erfundene Strecken, zwanzig ' +
          'erfundene Fahrer, Sessions jeder Art, von denen immer eine läuft. „Simuliert“ oben rechts zeigt sie jederzeit.',
      ],
    },
  ],
  share: [
    {
      title: 'Links',
      paragraphs: [
        'Ein Link wie sculpture://2025/20/Q/NOR öffnet diese Skulptur: Saison, Saisonlauf, Session, Fahrer. Mit ?lap=12 ' +
          'kommt eine Runde dazu, mit ?source=demo ist es eine simulierte. Ein Link hat genau diese Form oder wird ' +
          'abgewiesen. Die installierte Anwendung meldet Links dieser Art beim System an.',
      ],
    },
    {
      title: 'Drucke und Dateien',
      paragraphs: [
        '„Exportieren…“ macht 3MF in Farbe und STL als einen geschlossenen Körper in Millimetern, passend zum Druckbett, ' +
          'mit Fahrer, Zeit und Veranstaltung erhaben auf dem Sockel; GLB für Betrachter; CSV und JSON für Zahlen.',
        'In einem Druck schwebt nichts: Ein Band liegt auf Pfeilern, eine Röhre auf einer steinernen Wand. Eine Kraft mit ' +
          'Vorzeichen gibt mit ihrem Betrag die Höhe, und das Vorzeichen steckt in den Farben.',
      ],
    },
    {
      title: 'Bilder',
      paragraphs: [
        'Ein Bild zeigt die Ansicht, wie sie ist, mit Bildlegende, bis 3840 × 2160. „Bild kopieren“ legt eines in die ' +
          'Zwischenablage. Was von einer simulierten Runde stammt, sagt es: auf dem Sockel, in der Datei und im Bild.',
      ],
    },
  ],
  commands: [
    {
      title: 'Wie sie sich verhält',
      paragraphs: [
        'Mit --json geht ein einziges Dokument an die Standardausgabe und sonst nichts; Fortschritt und Protokoll gehen an ' +
          'die Standardfehlerausgabe. Der Rückgabewert ist 0 nach Erfolg, 1 nach einem Fehler, 2 bei falscher Benutzung, 3 bei ' +
          'teilweisem Scheitern, 130 nach einem Abbruch.',
        'Während die Anwendung läuft, geht an sie, was Vorwärmen, Aufgaben und Cache betrifft, über einen Socket, den nur ' +
          'das eigene Konto öffnen kann; sonst arbeitet der Befehl allein, auch ohne Bildschirm. Jeder Befehl erklärt sich ' +
          'mit --help.',
      ],
    },
  ],
  keyboard: [],
  trouble: [],
  privacy: [
    {
      title: 'Was geholt wird, und von wem',
      paragraphs: [
        'Zeitnahme und Telemetrie kommen aus dem Archiv der offiziellen Zeitnahme (livetiming.formula1.com und, wo das ' +
          'nichts hat, von seinem Spiegel livetiming-mirror.fastf1.dev). Kalender und Ergebnisse kommen von Jolpica ' +
          '(api.jolpi.ca). Deren Betreiber sehen, wie bei jeder Webseite, die Netzadresse und welche Sessions verlangt werden.',
        'Nach nichts sonst wird gefragt: Es gibt kein Konto, keine Statistik, keine Absturzberichte, keine Suche nach ' +
          'Aktualisierungen. Die gezeigte Seite hat gar kein Netz; nur die Anwendung dahinter fragt diese Server.',
      ],
    },
    {
      title: 'Wo was liegt',
      paragraphs: [
        'Alles bleibt in Ordnern des eigenen Kontos. Der Cache lässt sich im Raum „Cache“ verschieben und leeren; das ' +
          'Übrige verschwindet mit seinem Ordner.',
      ],
    },
  ],
  licences: [
    {
      title: 'Keine Verbindung',
      paragraphs: [
        'Die F1 Sculpture Gallery ist ein unabhängiges Projekt, ohne Verbindung zur Formel\u00a01, zur FIA oder zu einem ' +
          'Team; alle Namen gehören ihren Inhabern. Auch die Daten der Zeitnahme gehören ihnen und sind nicht Teil davon.',
      ],
    },
    {
      title: 'Lizenzen',
      paragraphs: [
        'Die Galerie steht unter der MIT-Lizenz. Die Schrift der Drucke ist Barlow Condensed von Jeremy Tribby, unter der ' +
          'SIL Open Font License 1.1. Geschlossene Körper macht manifold-3d, unter der Apache License 2.0. Electron und ' +
          'Chromium stehen unter eigenen Lizenzen.',
        'Die Lizenzen von allem, was ausgeliefert wird, stehen in THIRD-PARTY.txt im Ordner der Anwendung.',
      ],
    },
  ],
}
