// The words of the comparison of laps and of the chart of all laps.

import { plural } from '../../counted'
import { whole } from '../../format'

export const ENGLISH_COMPARE_WORDS = {
  /** How several laps stand. */
  arrangement: 'How the laps stand',
  arrangements: { beside: 'Side by side', track: 'On one track' },

  tabs: 'What is shown below the sculpture',
  tab: { lap: 'Along the lap', compare: 'Compare', laps: 'All laps' },
  nothingToCompare:
    'Only one lap stands here. Set another beside it: tick a driver in the catalogue, choose one under All laps, or take one of another session.',

  ribbon: {
    name: 'Scale of the gap ribbon',
    title: (other: string, reference: string) => `Gap of ${other} to ${reference}`,
    behind: (other: string) => `Above: ${other} is behind`,
    ahead: (other: string) => `Below: ${other} is ahead`,
    untold: 'Grey: too close to tell',
    step: (seconds: string) => `A line at each ${seconds} s`,
  },

  spokenTrack: (other: string, reference: string) =>
    `The laps share one track: thin lines are the other laps at their own heights, and the ribbon above shows by how much ${other} is behind ${reference} or ahead.`,

  /** Seconds with their sign; plus means later, minus earlier. */
  seconds: (value: string) => `${value} s`,
  unknown: '–',

  chart: {
    panel: (reference: string) => `Gap to ${reference}, s`,
    range: (low: string, high: string) => `from ${low} to ${high}`,
  },

  reading: (tag: string) => `Gap of ${tag}`,

  list: {
    title: 'Laps on show',
    hint: 'The chosen lap has the ribbon, the sentences and the tables.',
    reference: 'on the plinth',
    choose: (name: string) => `Compare with the lap of ${name}`,
    takeAway: (name: string) => `Take the lap of ${name} away`,
    failed: (name: string, reason: string) => `${name}: ${reason}`,
    waiting: (name: string) => `${name} is on its way`,
    place: (event: string, session: string, season: number, lap: number) =>
      `${event} ${season}, ${session}, lap ${lap}`,
  },

  guests: {
    title: 'Add a lap of another session',
    choose: 'A lap of this circuit',
    none: 'Nothing else of this circuit is in the cache. Open another of its sessions once, and its laps can be chosen here.',
    looking: 'Looking in the cache…',
    group: (event: string, season: number, session: string) => `${event} ${season}, ${session}`,
    option: (driver: string, time: string) => `${driver}, ${time}`,
    add: 'Set beside',
  },

  words: {
    title: 'Who gains where',
    lap: (faster: string, slower: string, seconds: string) =>
      `Over the whole lap ${faster} is ${seconds} s faster than ${slower}.`,
    even: (a: string, b: string) => `Over the whole lap ${a} and ${b} are equally fast.`,
    first: (faster: string, slower: string, seconds: string, sigma: string, corner: string) =>
      `${faster} gains ${seconds} ± ${sigma} s on ${slower} from the line to the braking for turn ${corner}.`,
    into: (faster: string, slower: string, seconds: string, sigma: string, corner: string) =>
      `${faster} gains ${seconds} ± ${sigma} s on ${slower} in the braking for turn ${corner}.`,
    out: (faster: string, slower: string, seconds: string, sigma: string, corner: string) =>
      `${faster} gains ${seconds} ± ${sigma} s on ${slower} on the way out of turn ${corner}.`,
    further: (faster: string, slower: string, seconds: string, count: number) =>
      plural(
        count,
        `In one further passage ${faster} gains ${seconds} s on ${slower}.`,
        `In ${whole(count)} further passages ${faster} gains ${seconds} s on ${slower}, taken together.`,
      ),
    rest: (count: number, resolution: string) =>
      plural(
        count,
        `In one other passage the difference is smaller than what the measurement can tell there, about ${resolution} s.`,
        `In the ${whole(count)} other passages the difference is smaller than what the measurement can tell there, about ${resolution} s.`,
      ),
    none: (resolution: string) =>
      `In no single passage do the two differ by more than the measurement can tell, about ${resolution} s: the gap is made of many small differences.`,
    noCorners: 'The corners of this circuit are not known, so the lap cannot be told in words.',
  },

  sectors: {
    caption: (other: string, reference: string) => `Sectors: what ${other} loses to ${reference}`,
    sector: 'Sector',
    lap: 'Lap',
    lost: 'Difference, s',
  },

  corners: {
    caption: (other: string, reference: string) =>
      `Corners, from entry to exit: what ${other} loses to ${reference}`,
    corner: 'Corner',
    apexOf: (tag: string) => `Apex ${tag}`,
    lost: 'Difference, s',
  },

  ghosts: {
    landmark: 'The laps in true time',
    play: 'Let the laps run',
    pause: 'Pause',
    stop: 'Stop',
    time: 'Time since the start of the lap',
    valueText: (seconds: string, order: string) => `${seconds} seconds. ${order}`,
    rate: 'Speed of the run',
    rates: { '0.25': '¼×', '0.5': '½×', '1': '1×', '2': '2×', '4': '4×' },
    gap: (tag: string, seconds: string) => `${tag} ${seconds} s`,
    leaderAndGap: (leader: string, gap: string) => `${leader} leads · ${gap}`,
    level: 'All are level.',
    keys: 'Space plays, comma and full stop step',
    keysSpoken:
      'Space lets the laps run against each other in true time and halts them; comma and full stop step back and on.',
  },

  laps: {
    none: 'The laps of this session are not open yet.',
    noTimes: 'No lap of this session has a time.',
    hint: 'Arrows go from lap to lap and from driver to driver. Enter puts a lap on the plinth, Shift+Enter sets it beside.',
    chart: (session: string) => `Lap times of ${session} by lap number`,
    driver: 'Driver',
    driverOption: (code: string, name: string) => `${code}, ${name}`,
    best: 'Best laps of this driver',
    fastest: (time: string) => `Fastest ${time}`,
    segment: (segment: string, time: string) => `${segment} ${time}`,
    click: 'A click',
    clicks: { plinth: 'puts on the plinth', beside: 'sets beside' },
    slower: (time: string) => `over ${time}`,
    legend: {
      deleted: 'deleted',
      inLap: 'in-lap',
      outLap: 'out-lap',
      onShow: 'on show',
    },
    marks: {
      tyres: (compound: string) => compound.toLocaleLowerCase('en'),
      deleted: 'deleted by the stewards',
      inLap: 'in-lap',
      outLap: 'out-lap',
      onShow: 'on show',
      fastest: 'fastest of the driver',
    },
    letters: {
      SOFT: 'S',
      MEDIUM: 'M',
      HARD: 'H',
      INTERMEDIATE: 'I',
      WET: 'W',
      HYPERSOFT: 'HS',
      ULTRASOFT: 'US',
      SUPERSOFT: 'SS',
      SUPERHARD: 'SH',
      TEST_UNKNOWN: 'T',
      UNKNOWN: '?',
    } as Readonly<Record<string, string>>,
    unknownLetter: '?',
    told: (driver: string, lap: number, time: string, remarks: string) =>
      remarks === '' ? `${driver}, lap ${lap}: ${time}` : `${driver}, lap ${lap}: ${time}, ${remarks}`,
  },
} as const
