// Which of the process's arguments are meant for us, and whether they are a command. Chromium's switches stand before
// them and stay in the list. Imports nothing: it is asked before anything else is loaded.

/**
 * @param argv as in `process.argv`.
 * @param isPackaged in development the project's folder comes first, which is not ours either.
 */
export function ownArguments(argv: readonly string[], isPackaged: boolean): readonly string[] {
  const given = argv.slice(1)
  const first = given.findIndex((argument) => !isRuntimeSwitch(argument))
  if (first === -1) return []
  return given.slice(isPackaged ? first : first + 1)
}

/** The command line's own options come after its command, but for these two, which are commands. */
function isRuntimeSwitch(argument: string): boolean {
  return argument.startsWith('--') && argument !== '--help' && argument !== '--version'
}

const COMMAND_NAMES: ReadonlySet<string> = new Set([
  'rounds', 'standings', 'drivers', 'laps', 'sculpture', 'warm', 'tasks', 'task', 'cancel', 'schedule', 'cache', 'settings', 'health',
  'logs', 'demo', 'help', '--help', '-h', '--version', '-V',
]) // prettier-ignore

/** True when the arguments name a command; anything else opens the window. */
export function isCommandLine(args: readonly string[]): boolean {
  return args[0] !== undefined && COMMAND_NAMES.has(args[0])
}
