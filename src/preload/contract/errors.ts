// The closed list of things that can go wrong, with what each means for a retry and for a person.
// The table is a Record over the union, so a code without words does not compile.

export const ERROR_CODES = [
  'source/offline',
  'source/unreachable',
  'source/rate-limited',
  'source/not-available',
  'source/no-data',
  'source/unparsable',
  'calendar/no-events',
  'session/not-run',
  'session/not-available',
  'session/unknown',
  'session/no-telemetry',
  'session/no-line',
  'session/unparsable',
  'driver/unknown',
  'lap/unknown',
  'sculpture/too-few-samples',
  'sculpture/other-circuit',
  'cache/corrupt',
  'cache/full',
  'cache/unwritable',
  'cache/missing',
  'cache/folder-in-use',
  'task/cancelled',
  'task/timed-out',
  'task/unknown',
  'task/thread-lost',
  'schedule/unreadable',
  'settings/unreadable',
  'settings/not-ours',
  'settings/later-version',
  'settings/bad-fields',
  'settings/offer-gone',
  'export/not-closed',
  'export/too-complex',
  'export/disk-full',
  'export/unwritable',
  'export/file-gone',
  'ipc/bad-input',
  'ipc/untrusted-sender',
  'cli/wrong-use',
  'cli/port-in-use',
  'cli/application-gone',
  'internal/bug',
] as const
export type ErrorCode = (typeof ERROR_CODES)[number]

/** When asking again may help: at once, after a while, or not at all. */
export type Retry = 'now' | 'later' | 'never'

/** An error as it crosses a process or thread border and as the command line prints it. */
export interface ErrorReport {
  readonly code: ErrorCode
  /** What happened, one sentence, with its subject: in English, for the command line, the log and scripts. */
  readonly message: string
  /** What the person can do about it, one sentence; in English. */
  readonly hint: string
  /** What it happened to, and why: what a page needs to say the same in its language. Both may be phrases of the list. */
  readonly subject?: string
  readonly detail?: string
  readonly retry: Retry
  /** Finds the stack in the main process's log. */
  readonly correlationId?: string
}

export type Result<T> =
  { readonly ok: true; readonly value: T } | { readonly ok: false; readonly error: ErrorReport }

interface ErrorWords {
  readonly title: string
  readonly hint: string
  readonly retry: Retry
}

/** `Title: subject (detail).` `No completed events for` takes its subject as an object. */
export function composeMessage(title: string, subject: string, detail: string): string {
  const why = detail === '' ? '' : ` (${detail})`
  const link = title.endsWith(' for') ? ' ' : ': '
  return subject === '' ? `${title}${why}.` : `${title}${link}${subject}${why}.`
}

export const ERROR_WORDS: Readonly<Record<ErrorCode, ErrorWords>> = {
  'source/offline': {
    title: 'This computer is not connected to a network',
    hint: 'Connect it and try again; what is already in the cache can still be opened.',
    retry: 'now',
  },
  'source/unreachable': {
    title: 'The timing archive cannot be reached',
    hint: 'Check the network connection and try again; what is already in the cache can still be opened.',
    retry: 'now',
  },
  'source/rate-limited': {
    title: 'The timing archive asks us to slow down',
    hint: 'Wait a few minutes and try again.',
    retry: 'later',
  },
  'source/not-available': {
    title: 'The archive does not have this',
    hint: 'Recent sessions appear some minutes to an hour after they end; a few old ones were never published.',
    retry: 'later',
  },
  'source/no-data': {
    title: 'The archive sent an empty file',
    hint: 'Try again later; the recording may still be in the making.',
    retry: 'later',
  },
  'source/unparsable': {
    title: 'The archive sent something that is not timing data',
    hint: 'Try again; if it stays so, the file in the archive is damaged.',
    retry: 'later',
  },
  'calendar/no-events': {
    title: 'No completed events for',
    hint: 'Choose an earlier season, or come back after the first race.',
    retry: 'later',
  },
  'session/not-available': {
    title: 'Session not available',
    hint: 'Choose a session that this weekend has; one that has just ended appears within the hour.',
    retry: 'later',
  },
  'session/not-run': {
    title: 'This session has not been run yet',
    hint: 'Come back after it has ended.',
    retry: 'later',
  },
  'session/unknown': {
    title: 'There is no such session',
    hint: 'Choose a session that the calendar of this season lists.',
    retry: 'never',
  },
  'session/no-telemetry': {
    title: 'This session was recorded without car telemetry',
    hint: 'Lap times may still be shown, but no sculpture can be made; choose another session.',
    retry: 'never',
  },
  'session/no-line': {
    title: 'The line of the circuit cannot be found in this session',
    hint: 'Open another session of this circuit first: the line it leaves serves this one too.',
    retry: 'later',
  },
  'session/unparsable': {
    title: 'The timing data of this session cannot be read',
    hint: 'Clear this session from the cache and open it again.',
    retry: 'later',
  },
  'driver/unknown': {
    title: 'Driver not found',
    hint: 'Choose one of the drivers listed for the session; this one did not take part.',
    retry: 'never',
  },
  'lap/unknown': {
    title: 'There is no such lap',
    hint: 'Choose a lap that the session lists for this driver.',
    retry: 'never',
  },
  'sculpture/too-few-samples': {
    title: 'The recording has too few samples on this lap',
    hint: 'Choose another lap or driver of the session.',
    retry: 'never',
  },
  'sculpture/other-circuit': {
    title: 'This lap is of another circuit or layout',
    hint: 'Laps are compared metre by metre: choose one of the same circuit, in a year with the same layout.',
    retry: 'never',
  },
  'cache/corrupt': {
    title: 'An entry of the cache was damaged',
    hint: 'It has been removed; open it again and it will be rebuilt.',
    retry: 'now',
  },
  'cache/full': {
    title: 'The disk is full',
    hint: 'Free some space; reading from the cache still works.',
    retry: 'later',
  },
  'cache/unwritable': {
    title: 'The cache folder cannot be written',
    hint: 'Check that the folder exists and belongs to you.',
    retry: 'later',
  },
  'cache/missing': {
    title: 'The cache folder is gone',
    hint: 'Connect the disk it lies on, or choose another folder; what is in memory can still be opened.',
    retry: 'later',
  },
  'cache/folder-in-use': {
    title: 'The cache cannot be moved there',
    hint: 'Choose an empty folder that is not inside the present one, nor around it.',
    retry: 'never',
  },
  'task/cancelled': { title: 'Cancelled', hint: 'Start it again whenever you like.', retry: 'now' },
  'task/timed-out': {
    title: 'This took too long and was stopped',
    hint: 'Try again; a slow connection may need a second attempt.',
    retry: 'now',
  },
  'task/unknown': {
    title: 'There is no such task',
    hint: 'List the tasks; of those that have ended only the latest are kept.',
    retry: 'never',
  },
  'task/thread-lost': {
    title: 'The work broke off in the middle',
    hint: 'Try again; if it happens twice, this computer may be short of memory.',
    retry: 'now',
  },
  'schedule/unreadable': {
    title: 'This rule cannot be a schedule',
    hint: 'Write minute, hour, day of the month, month and day of the week, as in 0 3 * * 1, and a zone such as Europe/Paris.',
    retry: 'never',
  },
  'settings/unreadable': {
    title: 'The file cannot be opened',
    hint: 'Check that it is there and that you may read it.',
    retry: 'now',
  },
  'settings/not-ours': {
    title: 'This is no file of settings of the gallery',
    hint: 'Choose one that the gallery has saved; nothing has been changed.',
    retry: 'never',
  },
  'settings/later-version': {
    title: 'This file of settings is of a later version of the gallery',
    hint: 'Update the gallery here, or set by hand what you need; nothing has been changed.',
    retry: 'never',
  },
  'settings/bad-fields': {
    title: 'This file has settings that cannot be',
    hint: 'Correct or remove the fields named, or save the settings anew; nothing has been changed.',
    retry: 'never',
  },
  'settings/offer-gone': {
    title: 'This file is no longer being looked at',
    hint: 'Choose it again.',
    retry: 'never',
  },
  'export/not-closed': {
    title: 'This lap could not be made into a closed solid',
    hint: 'Try another wall thickness or bed size; if it stays so, please report it with the lap.',
    retry: 'never',
  },
  'export/too-complex': {
    title: 'This lap would become too large a model',
    hint: 'Choose a larger bed or a thicker wall.',
    retry: 'never',
  },
  'export/disk-full': {
    title: 'The file could not be saved because the disk is full',
    hint: 'Free some space or choose another disk; an older file of this name is untouched.',
    retry: 'later',
  },
  'export/unwritable': {
    title: 'The file could not be saved there',
    hint: 'Choose a folder that exists and belongs to you; an older file of this name is untouched.',
    retry: 'now',
  },
  'export/file-gone': {
    title: 'The saved file is no longer known',
    hint: 'Save it again.',
    retry: 'never',
  },
  'ipc/bad-input': {
    title: 'The request was not understood',
    hint: 'This is a fault of the application; please report it.',
    retry: 'never',
  },
  'ipc/untrusted-sender': {
    title: 'The request came from an unknown page and was refused',
    hint: 'Restart the application.',
    retry: 'never',
  },
  'cli/wrong-use': {
    title: 'The command was not understood',
    hint: 'Run the command with --help to see how it is used.',
    retry: 'never',
  },
  'cli/port-in-use': {
    title: 'Another program is using this port',
    hint: 'Choose another one with --port, or leave it out to get a free one.',
    retry: 'later',
  },
  'cli/application-gone': {
    title: 'The application was closed in the middle',
    hint: 'Run the command again; it then works without the application.',
    retry: 'now',
  },
  'internal/bug': {
    title: 'Something went wrong inside the application',
    hint: 'Try again; if it happens twice, please report it with the log.',
    retry: 'now',
  },
}
