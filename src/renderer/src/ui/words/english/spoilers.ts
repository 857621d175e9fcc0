// What is said where results are hidden, and of revealing them.

import { counted } from '../../counted'

export const ENGLISH_SPOILER_WORDS = {
  timeHidden: 'time hidden',

  reveal: 'Reveal this weekend',
  revealName: (event: string, season: number) => `Reveal this weekend: ${event} ${season}`,
  hide: 'Hide again',
  hideName: (event: string, season: number) => `Hide this weekend again: ${event} ${season}`,
  weekend: (event: string, season: number) => `${event} ${season}`,
  ask: (event: string, season: number) => `Reveal ${event} ${season}?`,
  askMeans: 'Lap times, gaps and the order of the drivers are shown, of all sessions of this weekend.',
  agree: 'Reveal',
  decline: 'Keep it hidden',
  told: (event: string, season: number) => `The results of ${event} ${season} are shown.`,
  hiddenAgain: (event: string, season: number) => `The results of ${event} ${season} are hidden again.`,
  toldUpTo: (season: number, round: number) =>
    `The results of everything up to round ${round} of ${season} are shown.`,
  toldUpToSeason: (season: number) =>
    `The results of everything up to the end of ${season} are shown. Of this year no weekend is known to be over.`,
  allHidden: 'All results are hidden.',

  driversHint: 'By number, because the order is hidden',
  besideAll: (count: number) => `All: set ${counted(count, 'lap', 'laps')} beside, by number`,
  noSculpture: 'no sculpture can be made',
  itemHidden: 'The reason would tell of a hidden weekend.',
  circuitHint: 'The fastest lap first, after them the hidden ones',
  tyres: (compound: string) => `${compound} tyres`,
  compare: 'Comparing would tell who was faster. Reveal this weekend to compare.',
  allLaps: 'The chart of all laps would tell how the session went. Reveal this weekend to see it.',
  files:
    'Models and tables hold the lap time. Reveal this weekend to save them; a picture says that it is hidden.',

  setting: {
    does:
      'Lap times, sectors, gaps and the order of the drivers stay hidden, weekend by weekend, until each is revealed: on ' +
      'the wall, beside the sculpture, in comparisons and in files. The shape of a lap, its speeds and its G are ' +
      'shown; the command line hides nothing.',
    none: 'No weekend is revealed.',
    single: (n: number) => `${counted(n, 'weekend is', 'weekends are')} revealed.`,
    upTo: (season: number, round: number) => `Revealed is everything up to round ${round} of ${season}.`,
    upToSeason: (season: number) => `Revealed is everything up to the end of ${season}.`,
    later: (n: number) => `${counted(n, 'later weekend', 'later weekends')} as well.`,
    hidden: (n: number) => `${counted(n, 'weekend of it is', 'weekends of it are')} hidden again.`,
    revealAll: 'Reveal everything up to now',
    hideAll: 'Hide all again',
    simulated: 'Simulated weekends are remembered for this visit only.',
  },

  help: {
    title: 'Without spoilers',
    paragraphs: [
      'With the tick in the settings, under Spoilers, no result is told before it is asked for: times, sectors, gaps ' +
        'and the order of the drivers are hidden for each weekend. Drivers stand by number, the wall by name, and a ' +
        'session opens with the lowest number instead of the fastest lap. Comparing, the chart of all laps, models and ' +
        'tables have to wait until the weekend is revealed; a picture says that the time is hidden.',
      'Reveal this weekend stands in the head of its session on the wall and on the label beside the sculpture, and ' +
        'asks once; Hide again stands in the same place. The shape of a lap, its speeds and its G are shown: who looks ' +
        'closely at two laps may guess more than was meant. The log and the command line hide nothing.',
    ] as readonly string[],
  },

  fields: {
    'revealed.upTo': 'Revealed up to',
    'revealed.others': 'Weekends revealed or hidden one by one',
  } as Readonly<Record<string, string>>,
  mark: (season: number, round: number) => `round ${round} of ${season}`,
  weekends: (n: number) => counted(n, 'weekend', 'weekends'),
}
