// Commands the help shows, as one types them. They are no words: they are the same in every language.

import type { HELP_WORDS } from '../../ui/words'

export type CommandExample = keyof typeof HELP_WORDS.commands.what

/** How the command line is called from the source code, and where the application is installed. */
export const COMMAND_NAMES = {
  developed: 'npm run -s gallery --',
  installed: 'f1-sculpture-gallery',
} as const

export const COMMAND_EXAMPLES: Readonly<Record<CommandExample, string>> = {
  rounds: 'rounds 2025',
  laps: 'laps 2025 20 Q --driver NOR',
  print: 'sculpture 2025 20 Q NOR --out lap.3mf --bed-mm 220',
  refined: 'sculpture 2025 20 Q NOR --refined --json --channels',
  plan: 'warm recent --plan',
  warm: 'warm recent --rounds 10 --drivers NOR,VER,HAM',
  season: 'warm season 2025 --sessions Q --all-drivers --json',
  failed: 'tasks --state failed',
  usage: 'cache usage',
  clear: 'cache clear season 2025',
  move: 'cache move /media/disk/laps',
  health: 'health --json',
}
