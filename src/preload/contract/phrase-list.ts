// Everything the main process says beyond the table of errors: what is said of a session or a lap, and the half-sentences
// with which errors name their subject and their reason. In English, as the log and the command line have it.

/** `{name}` stands for a value. A sentence with one thing and one with several are two phrases. */
export const PHRASES = {
  // What is said of a session's recording.
  'damaged-line': '1 damaged line of {topic} left out.',
  'damaged-lines': '{count} damaged lines of {topic} left out.',
  'topic-too-large': '{topic} is far larger than any session; only its beginning was read.',
  'topic-too-long': '{topic} has far more lines than any session; only its beginning was read.',
  'topic-cut-short': '{topic} ends in the middle of a line; the recording is cut short.',
  'no-driver-names': 'The names of the drivers were not recorded; they are known by number only.',
  'no-session-status': 'When the session began and ended was not recorded; some laps lack a start.',
  'no-tyres': 'Tyres were not recorded.',
  'no-laps': 'Nobody completed a lap while this session was recorded.',
  'no-track-status': 'Flags and safety cars were not recorded, so no lap counts as accurate.',
  'no-race-control': 'Messages of race control are missing; deleted laps are not marked.',
  'no-lap-times': 'Lap times were not recorded.',
  'contradicting-laps': 'Laps whose timing contradicts itself and may be wrong: {count}.',
  'begins-late': 'The recording begins in the middle of the session; laps before are missing.',
  'no-car-data': 'Speed and engine data were not recorded.',
  'no-positions': 'Positions of the cars were not recorded.',
  'over-limits': 'The recording holds more than any session does; read was only the beginning of: {list}.',
  'limit-drivers': 'drivers ({count})',
  'limit-laps': 'laps of one driver ({count})',
  'limit-stint-notes': "messages on one driver's tyres ({count})",
  'limit-status-changes': 'changes of status ({count})',
  'first-laps-unreachable': 'First lap times of this race could not be loaded, so first laps have none.',
  'first-laps-unpublished': 'First lap times of this race are not published, so first laps have none.',
  'withdrawn-unreachable':
    'Who withdrew before this sprint could not be loaded; such a driver may be listed with a lap.',
  'withdrawn-unpublished':
    'Who withdrew before this sprint is not published; such a driver may be listed with a lap.',

  // Of a lap.
  'lap-without-positions':
    'The recording has no positions for this lap: it is placed on the circuit by its speed, to about 5 m.',
  'lap-without-speeds':
    'The recording has no speeds for this lap: they are derived from positions, longitudinal G is rough.',
  'lap-off-line':
    "{percent} % of the positions lie off the circuit's line (pit lane or run-off): the shape there is the circuit's.",
  'lap-longer': 'From line to line the recording takes {seconds} s longer than the official lap time.',
  'lap-shorter': 'From line to line the recording takes {seconds} s shorter than the official lap time.',
  'line-rough':
    'The recorded line of this circuit is rough: sideways G is uncertain by a quarter instead of 15 %.',
  'line-borrowed-too-few':
    "The circuit's line is that of {code}, round {round}: this session has too few laps for a line of its own.",
  'line-borrowed-no-positions':
    "The circuit's line is that of {code}, round {round}: this session has no positions, so it could not be checked against them.",
  'line-borrowed-one-lap':
    "The circuit's line is that of {code}, round {round}: this session has only 1 lap for a line of its own.",
  'line-borrowed-few-laps':
    "The circuit's line is that of {code}, round {round}: this session has only {count} laps for a line of its own.",

  // Of a season.
  'rounds-counted': 'Round numbers were counted from the archive, because the schedule could not be loaded.',
  'folders-guessed':
    'Recordings are looked up by guessed folder names, because the archive has no index of this season.',
  'rounds-not-indexed':
    "The archive's index lacks these rounds, so their recordings are looked up by guessed names: {list}.",
  'index-unreadable': "Entries of the archive's index that could not be read and are left out: {count}.",
  'schedule-unreadable':
    "Entries of the championship's schedule that could not be read and are left out: {count}.",
  'latest-not-asked':
    'The archive could not be asked about the latest sessions; by their scheduled times they are over.',

  // Of a file of settings.
  'settings-no-json': 'it is no JSON',
  'settings-no-version': 'it has no version',
  'settings-version': 'version {version}',
  'settings-none': 'it has no settings',
  'settings-too-large': 'it is too large',

  // Of a file that was made.
  'lettering-missing': 'The font has no {list}; the lettering shows ? instead.',
  'lettering-shortened': '“{text}” is too long for a base of this size and was shortened.',
  'lettering-no-room': 'The base is too small for “{text}”.',
  'colourless-left-right': 'Height is the size of {channel}; without colours nothing tells left from right.',
  'colourless-braking':
    'Height is the size of {channel}; without colours nothing tells acceleration from braking.',
  'no-colour-values': 'This lap has no values of {channel}: the body is grey.',
  'channel-combinedG': 'combined G',
  'channel-longitudinalG': 'longitudinal G',
  'channel-lateralG': 'lateral G',
  'channel-verticalG': 'vertical G',
  'channel-speedKmh': 'speed',
  'channel-throttlePct': 'throttle',
  'channel-gear': 'gear',

  // What an error happened to.
  'of-season': 'the season {season}',
  'of-simulated-season': 'simulated season {season}',
  'of-round': '{season} round {round}',
  'of-session': '{season} {event}, {session}',
  'of-session-by-number': '{season}, round {round}, {code}',
  'of-driver-in': '{driver} in {place}',
  'of-lap': '{driver}, lap {lap}',
  'of-asked-lap': '{driver} lap {lap}',
  'of-index': "the archive's index of {season}",
  'of-schedule': 'the schedule of {season}',
  'of-standings': 'the standings of {season}',
  'of-standings-after': 'the standings of {season} after round {round}',
  'of-a-circuit-line': "a circuit's line",
  'of-a-sculpture': 'a sculpture',
  'of-a-session': 'a session',
  'of-rule': '"{rule}" in {zone}',

  // Why.
  'was-called-off': 'it was called off',
  'not-in-archive-yet': 'the archive does not have it yet',
  'weekend-has': 'this weekend has {list}',
  'round-has': 'it has {list}',
  'seasons-simulated': '{first} and {second} are simulated',
  'no-lap-counted': 'no lap of this driver counted',
  'nobody-timed': 'nobody set a time',
  'lap-range': '1 to {most}',
  'lap-bounds-unknown': 'its start or end is not known',
  'too-few-in-lap': '{fixes} positions and {speeds} speeds in the lap, {needed} needed',
  'too-few-on-line': "{count} of {fixes} positions on the circuit's line, {needed} needed",
  'no-sample-for': 'no sample for {seconds} s',
  'not-line-to-line': 'it does not run from finish line to finish line',
  'line-turns': 'it turns {number} times round',
  'line-too-tight': 'no car can follow it ({g} G)',
  'line-few-fixes': 'only {percent} % of the fixes lie on one line',
  'line-hardly-any': 'hardly any fix lies on one line',
  'line-length': 'it is {metres} m long, the cars drove {driven} m',
  'line-gap': 'no fix on {metres} m of it',
  'line-no-lap': 'no complete quick lap among {count} timed ones with {fixes} positions',
  'line-no-end': 'no fixes where the laps end',
  'other-version': 'made by another version',
  'gone-meanwhile': 'gone between two looks',
  'too-much-memory': 'more than {mib} MiB',
  'application-ended': 'the application ended',
  'rule-fields': 'it has {count} fields, not 5',
  'rule-h': 'H is not supported',
  'rule-zone': 'there is no such time zone',
  'rule-never': 'it never comes true',
  'rule-too-often': 'it asks the archive every {count} minutes; every 15 is the most',
  'folder-nested': 'inside or around the present folder',
  'folder-not-empty': 'not empty',
  'folder-moving': 'it is being moved already',
  'folder-forgotten': 'choose it again',
  'space-short': '{mib} MiB free, {needed} MiB needed',
  'open-edges': '{count} open edges, {bodies} bodies',
  'several-bodies': '{bodies} bodies',
  'many-triangles': '{count} triangles',
  status: 'status {number}',
  'reason-free-again': '{reason}, free again at {time}',
  'free-again': 'free again at {time}',
  'no-answer-for': 'no answer for {seconds} s',
  'no-answer-within': 'no answer within {seconds} s',
  'too-slow': 'less than {count} bytes in {seconds} s',
  'bytes-of': '{done} of {total} bytes',
  'other-part': 'another part than was asked for',
  'redirect-refused': 'a redirect, which is not followed',
  'larger-than': 'larger than {count} bytes',

  // Sessions as they are recorded.
  'session-FP1': 'Practice 1',
  'session-FP2': 'Practice 2',
  'session-FP3': 'Practice 3',
  'session-Q': 'Qualifying',
  'session-SQ': 'Sprint Qualifying',
  'session-SS': 'Sprint Shootout',
  'session-S': 'Sprint',
  'session-R': 'Race',
} as const

export type PhraseName = keyof typeof PHRASES
