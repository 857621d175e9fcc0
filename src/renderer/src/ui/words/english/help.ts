// The words of the help: its chapters. What it says of each error is in `trouble`. Numbers are those of `docs`.

import type { HelpChapter, HelpSection } from '../subjects'

export const ENGLISH_HELP_WORDS = {
  landmark: 'Help',
  chaptersName: 'Chapters',
  back: {
    wall: 'Back to the wall',
    plinth: 'Back to the sculpture',
    warming: 'Back to the warming',
    cache: 'Back to the cache',
    settings: 'Back to the settings',
  },

  names: {
    sculpture: 'What a sculpture shows',
    reading: 'Reading and comparing',
    warming: 'Warming',
    space: 'Space and clearing',
    offline: 'Without a network',
    share: 'Links, prints, pictures',
    commands: 'Command line',
    keyboard: 'Keyboard',
    trouble: 'When something goes wrong',
    privacy: 'What leaves this computer',
    licences: 'Notices and licences',
  } satisfies Record<HelpChapter, string>,

  leads: {
    sculpture:
      'A lap becomes a body: the circuit as it lies in the land, raised everywhere by the force the driver feels there.',
    reading: 'Everything that stands on a plinth can be read to the metre, and set beside other laps.',
    warming: 'What is likely to be asked for is made beforehand, so that it opens at once.',
    space: 'What has been read once is kept on this computer, within limits that you set.',
    offline: 'What is kept opens without a network; and there is always a season that needs none.',
    share: 'A lap can be passed on as a link, printed, or taken along as a picture or as numbers.',
    commands: 'The application is also a tool for the terminal and for scripts, with or without its window.',
    keyboard: 'Everything can be done without a mouse.',
    trouble:
      'Every message of the gallery, what it means and what can be done. Paste it into the field to find it.',
    privacy: 'The gallery asks two services for what you look at, and tells nobody anything else.',
    licences: 'Whose work this is, and whose it is not.',
  } satisfies Record<HelpChapter, string>,

  diagram: {
    name:
      'Drawing: a closed wall follows the line of a circuit seen from above. Its height is the force at each place, ' +
      'with a line engraved at each G, and its colour is another measure, here from dark for slow to bright for fast.',
    plan: 'The plan is the circuit',
    height: 'The height is the force, in G',
    colour: 'The colour is a second measure',
  },

  sections: {
    sculpture: [
      {
        title: 'Three things at once',
        paragraphs: [
          'The plan is the line of the circuit, to scale, with its rises and dips. The height is the force that presses ' +
            'the driver against seat and belts; one G is the driver’s own weight. The colour is any channel you choose.',
          'Where the wall stands high the car brakes hard or turns fast; where it lies flat it runs straight. A line is ' +
            'engraved at each G. How many metres a G is drawn, and how much rises and dips are exaggerated, stands in ' +
            'the legend: that is for the eye, not physics.',
          'Combined G is braking or accelerating together with cornering. Longitudinal and lateral G show one of them.',
        ],
      },
      {
        title: 'How far to trust it',
        paragraphs: [
          'The archive holds no G-forces. They are computed from the positions and speeds of all cars of a session: all ' +
            'of them drive on one line, so its curvature comes from all of them together, and lateral G is speed squared ' +
            'times curvature.',
          'Lateral values carry ±, one standard deviation: that of the measurement, and 15 % for the line that was ' +
            'really driven, which the archive does not record. Braking and acceleration are means over 0.4 s, so a short ' +
            'peak reads lower than it was. Vertical G is only indicative (± 0.1).',
          'After a click stands a first pass, which takes the clocks of the recording as they are. A few seconds later ' +
            'the refined computation, which repairs them from all cars, takes its place by itself. Which one it is stands ' +
            'under Computation in the measurements.',
          'Against simulated laps, of which the truth is known, the first pass is off by 0.043 G laterally and 0.142 G ' +
            'along the car, the refined one by 0.041 and 0.124 G (root mean square), and a peak in a corner by 2 %.',
        ],
      },
      {
        title: 'The line of the circuit',
        paragraphs: [
          'A session with too few laps takes the line that another session of the circuit has left. Where a line is ' +
            'known only fairly or only roughly, the measurements say so, and lateral G is to be read with care.',
          'Places where the recording has a gap are drawn as bridged, and read out as such.',
        ],
      },
      {
        title: 'Simulated laps',
        paragraphs: [
          'The simulated season has invented circuits and drivers. It comes in the same form as the recorded one, is ' +
            'marked wherever it is shown, printed or saved, and never mixes with recorded laps.',
        ],
      },
    ],
    reading: [
      {
        title: 'Reading one lap',
        paragraphs: [
          'Point at the sculpture, or at a chart, to read distance, speed and forces there; a click pins the place. The ' +
            'brackets [ and ] walk along the lap by keyboard and read it out.',
          'The charts below the sculpture are the same lap unrolled, from finish line to finish line: speed, pedals, ' +
            'gear and G. They can show the whole lap or a part of it.',
          'The table of corners names the strongest lateral G and the slowest speed of each; the table of peaks tells ' +
            'the lap in words.',
        ],
      },
      {
        title: 'Choosing the look',
        paragraphs: [
          'Wall, ribbon or tube; raised by combined, longitudinal or lateral G; coloured by any channel. Cividis and ' +
            'viridis keep their order for colour-blind eyes. The choice is kept, and files are made in it.',
        ],
      },
      {
        title: 'Comparing',
        paragraphs: [
          'Tick a driver to set the fastest lap of that driver beside the one on the plinth, or choose All. Up to twenty ' +
            'laps stand in the hall, all on one scale, so heights compare directly. A pinned place is marked on all of ' +
            'them; Page Up and Page Down go from lap to lap.',
        ],
      },
    ],
    warming: [
      {
        title: 'What it does',
        paragraphs: [
          'A run looks at the latest rounds, finds what is missing in the cache, fetches it and makes the sculptures. ' +
            'The line at the top right of every room tells how it is. Whatever you click goes first.',
          'What was made stays: after a day it is still shown at once and checked behind the scenes, and a week after ' +
            'its session it is final.',
        ],
      },
      {
        title: 'Its settings',
        paragraphs: [
          'The strategy says what: how many rounds, which sessions, which drivers. As delivered that is the last three ' +
            'rounds, qualifying and race, of the fifteen highest in the championship. Light takes two rounds, ' +
            'qualifyings and ten drivers; heavy takes five rounds, every session and all drivers, every six hours.',
          'The schedule says when: as delivered on Mondays at 3:00 UTC, up to ten minutes later so that not everybody ' +
            'asks at once. A run that fell into sleep or absence is made up for once.',
          'Runs wait while a session of the season is under way, while paused or offline, on a metered line or on ' +
            'battery if so set, and while the disk is full. Each skipped run is kept with its reason. Whether a line is ' +
            'metered is known on Linux with NetworkManager only.',
        ],
      },
      {
        title: 'Looking first, looking back',
        paragraphs: [
          'Plan shows what a run would fetch before it does. Tasks lists what was done, with times, errors and what ' +
            'became of each sculpture. Health and log is for whoever wants to know more.',
        ],
      },
    ],
    space: [
      {
        title: 'What is kept',
        paragraphs: [
          'Recordings as the archive serves them, up to 2 GiB; sculptures and lap times, up to 512 MiB; and what was ' +
            'used last in memory, up to 64 MiB. A sculpture takes about 7 KB. What was not used for longest goes first, ' +
            'what is pinned last. The limits are in the room Cache.',
        ],
      },
      {
        title: 'Making room',
        paragraphs: [
          'Seasons, sessions, recordings or everything can be cleared there; each clearing says first how much it ' +
            'frees, and asks. Recordings are the largest part and are needed only to make the rest again, so they go ' +
            'first. Nothing that is cleared is lost for good: it is fetched again when it is opened.',
        ],
      },
      {
        title: 'Another disk',
        paragraphs: [
          'Move… copies and checks everything first and removes the old folder last; one can go on looking at laps ' +
            'meanwhile. When that disk is not there, nothing new is kept until it comes back, which is noticed by itself.',
        ],
      },
    ],
    offline: [
      {
        title: 'What works',
        paragraphs: [
          'Everything that hangs on the wall opens, can be compared, exported and printed. What is not kept needs the ' +
            'archive; a download that broke off goes on where it stopped.',
          'The warming waits and goes on by itself. That there is no network is noticed within seconds, that it is back ' +
            'within minutes.',
        ],
      },
      {
        title: 'The simulated season',
        paragraphs: [
          'Without a network and with nothing kept, a simulated season hangs on the wall: seven invented circuits, ' +
            'twenty invented drivers, every kind of session, one of them always running. Simulated, at the top right, ' +
            'shows it at any time.',
        ],
      },
    ],
    share: [
      {
        title: 'Links',
        paragraphs: [
          'A link such as sculpture://2025/20/Q/NOR opens that sculpture: season, round, session, driver. A lap is ' +
            'added with ?lap=12, a simulated one with ?source=demo. A link is exactly of this form or refused. The ' +
            'installed application registers them with the system.',
        ],
      },
      {
        title: 'Prints and files',
        paragraphs: [
          'Export… makes 3MF in colour and STL as one closed body in millimetres, scaled to the bed of your printer, ' +
            'with driver, time and event raised on its base; GLB for viewers; CSV and JSON for numbers.',
          'On a print nothing floats: a ribbon lies on piers, a tube on a wall of stone. A signed force raises it by its ' +
            'size, and the sign is in the colours.',
        ],
      },
      {
        title: 'Pictures',
        paragraphs: [
          'A picture shows the view as it is, with a caption, up to 3840 × 2160. Copy picture puts one on the clipboard. ' +
            'Whatever comes from a simulated lap says so, on the base, in the file and on the picture.',
        ],
      },
    ],
    commands: [
      {
        title: 'How it behaves',
        paragraphs: [
          'With --json one document is written to the standard output and nothing else; progress and log go to the ' +
            'standard error. The exit code is 0 when done, 1 when it failed, 2 for wrong use, 3 when it failed in part, ' +
            '130 when it was cancelled.',
          'While the application runs, what is about warming, tasks and cache goes to it, over a socket that only you ' +
            'can open; else the command works by itself, without a display too. Every command explains itself with ' +
            '--help.',
        ],
      },
    ],
    keyboard: [],
    trouble: [],
    privacy: [
      {
        title: 'What is fetched, and from whom',
        paragraphs: [
          'Timing and telemetry come from the archive of the official timing (livetiming.formula1.com, and where that ' +
            'has nothing, its mirror livetiming-mirror.fastf1.dev). Calendars and results come from Jolpica ' +
            '(api.jolpi.ca). Their operators see, as with any web page, your network address and which sessions are asked for.',
          'Nothing else is asked: there is no account, no statistics, no crash report, no search for updates. The page ' +
            'you look at has no network at all; only the application behind it asks those hosts.',
        ],
      },
      {
        title: 'Where things are kept',
        paragraphs: [
          'Everything stays in folders of your own. The cache can be moved in the room Cache and cleared there; the ' +
            'rest goes away with its folder.',
        ],
      },
    ],
    licences: [
      {
        title: 'No affiliation',
        paragraphs: [
          'The F1 Sculpture Gallery is an independent project. It is not affiliated with Formula 1, the FIA or any team; ' +
            'all names belong to their owners. Timing data belong to their owners too and are not part of it.',
        ],
      },
      {
        title: 'Licences',
        paragraphs: [
          'The gallery is under the MIT licence. The lettering of prints is set in Barlow Condensed by Jeremy Tribby, ' +
            'under the SIL Open Font License 1.1. Closed bodies are made by manifold-3d, under the Apache License 2.0. ' +
            'Electron and Chromium come with licences of their own.',
          'The licences of everything that is shipped are in THIRD-PARTY.txt in the folder of the application.',
        ],
      },
    ],
  } satisfies Record<HelpChapter, readonly HelpSection[]>,

  folders: {
    caption: 'Folders as they are by default',
    system: 'System',
    settings: 'Settings, history and log',
    cache: 'Cache',
  },

  commands: {
    examples: 'Examples',
    development: (developed: string, installed: string) =>
      `From the source code, ${developed} stands in the place of ${installed}.`,
    what: {
      rounds: 'The calendar of a season, with which sessions have finished',
      laps: 'All laps of one driver in a qualifying',
      print: 'One lap as a model for the printer',
      refined: 'One lap with every sample along it, after the better computation',
      plan: 'What a run of the warming would fetch, without fetching it',
      warm: 'The last ten rounds for three drivers',
      season: 'Every qualifying of a season, for all drivers, with a summary for a script',
      failed: 'What failed lately',
      usage: 'What uses the space',
      clear: 'Making room: says how much, and asks',
      move: 'The cache on another disk',
      health: 'Whether every part can work',
    },
  },

  keyboard: {
    keys: 'Keys',
    what: 'What they do',
    groups: {
      everywhere: 'Everywhere',
      wall: 'On the wall',
      sculpture: 'On the sculpture, when it has the focus',
      share: 'Beside a sculpture',
      notices: 'In a notice',
    },
    everywhere: {
      help: 'Help on what is on show, and back',
      back: 'Back to the wall; out of the help to where you came from',
      forward: 'From the wall to the sculpture again',
      warmNow: 'Warm now',
      settings: 'Settings',
    },
    wall: { walk: 'From card to card', first: 'First card', last: 'Last card', open: 'Open the card' },
    sculpture: {
      turn: 'Turn it',
      move: 'Move it',
      nearer: 'Nearer',
      farther: 'Farther',
      home: 'First view',
      back: 'Ten metres back along the lap, read out',
      on: 'Ten metres on along the lap, read out',
      'lap-before': 'To the lap before, where several stand',
      'lap-after': 'To the lap after, where several stand',
      run: 'Run the laps, or halt them, where several stand',
      'run-back': 'A step back in the run',
      'run-on': 'A step on in the run',
      unpin: 'Let go of the pinned place',
    },
    share: { open: 'Export…', copy: 'Copy the picture' },
    notices: { dismiss: 'Put it away' },
    names: {
      ArrowLeft: '←',
      ArrowRight: '→',
      ArrowUp: '↑',
      ArrowDown: '↓',
      PageUp: 'Page Up',
      PageDown: 'Page Down',
      Home: 'Home',
      End: 'End',
      Enter: 'Enter',
      Shift: 'Shift',
      Escape: 'Esc',
      ' ': 'Space',
      CmdOrCtrl: 'Ctrl',
    } as Readonly<Record<string, string>>,
  },
} as const
