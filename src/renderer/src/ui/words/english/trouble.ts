// What the help says of each error beside its title and what to do, which are in the contract's table: what it means,
// and for what people meet most, a longer word. A code without a meaning does not compile.

import type { ErrorCode, Retry } from '@contract/errors'
import { plural } from '../../counted'
import { whole } from '../../format'
import type { OtherMatter } from '../subjects'

interface MatterWords {
  readonly title: string
  readonly meaning: string
  readonly hint: string
}

export const ENGLISH_TROUBLE_WORDS = {
  search: 'Search the messages',
  searchHint: 'a message, or a word of it',
  found: (count: number) => plural(count, 'One message fits.', `${whole(count)} messages fit.`),
  foundNone: 'No message fits. Health and log, in the room Warming, may know more.',
  whatToDo: 'What to do',
  whatIsThis: 'What does this mean?',
  whatIsThisName: (title: string) => `What does this mean: ${title}`,
  subjectFollows: (title: string) => `${title} …`,
  retry: {
    now: 'Trying again at once may help.',
    later: 'Trying again after a while may help.',
    never: 'Trying again would give the same answer.',
  } satisfies Record<Retry, string>,
  areas: {
    desktop: 'On this desktop',
    source: 'Network and archive',
    session: 'Seasons, sessions and laps',
    cache: 'Disk and cache',
    task: 'Work that was broken off, and the schedule',
    settings: 'Settings',
    export: 'Saving files',
    cli: 'Command line',
    internal: 'Faults of the application',
  },

  meanings: {
    'source/offline': 'The system says that there is no network, so nothing was asked.',
    'source/unreachable':
      'There is a network, but the host did not answer: it is down, or a firewall, a proxy or a log-in page stands between.',
    'source/rate-limited':
      'The host has had too many requests from this address. The gallery asks at most four times a second and waits when it is told to.',
    'source/not-available': 'The host answered that it has no such file.',
    'source/no-data': 'The file is there but holds nothing yet.',
    'source/unparsable':
      'What came is not what the archive serves. A log-in page of a hotel or a company often answers in its place.',
    'calendar/no-events':
      'The season has a calendar, but none of its races is over, so there is nothing to show.',
    'session/not-available':
      'The weekend has no such session, or its recording is not in the archive yet: a sprint weekend, for one, has a single practice.',
    'session/not-run': 'By the calendar it begins only later, or it is still under way.',
    'session/unknown': 'The calendar of the season lists no session of this name in this round.',
    'session/no-telemetry':
      'Timing was recorded but no positions or speeds of the cars, and without them there are no forces to compute.',
    'session/no-line':
      'Laps are laid on one line that all cars of a session draw together. Here too few positions were recorded for that, and no other session of the circuit has left its line in the cache yet.',
    'session/unparsable':
      'The recording on this computer could not be understood, most likely because a download was cut short.',
    'driver/unknown': 'Nobody of this code or number took part in the session.',
    'lap/unknown': 'The driver did not drive a lap of this number in the session.',
    'sculpture/too-few-samples':
      'There are gaps in the recording of this lap so long that its shape would be guesswork.',
    'sculpture/other-circuit':
      'Its line differs in length by more than one per cent, or lies more than ten metres beside this one.',
    'cache/corrupt':
      'An entry was not exactly what had been written, which its digest tells: after a power cut, or when a disk begins to fail.',
    'cache/full': 'A write was refused. Large writes leave 64 MiB of the disk free for everything else.',
    'cache/unwritable':
      'The system does not let the gallery write there: a disk that is read-only, or a folder of somebody else.',
    'cache/missing': 'The cache was moved to a disk that is not connected now.',
    'cache/folder-in-use': 'The folder has something in it, or one of the two folders lies inside the other.',
    'task/cancelled': 'Somebody stopped it. What was received until then is kept.',
    'task/timed-out': 'It was given up so that other work can go on.',
    'task/unknown': 'Of tasks that have ended only the last 200 are kept.',
    'task/thread-lost': 'The part of the application that was at it ended unexpectedly and was started anew.',
    'schedule/unreadable':
      'The rule or its time zone could not be understood, so nothing runs by itself until it is set right.',
    'export/not-closed':
      'A print needs a surface without holes, and the check of the finished body found one.',
    'settings/unreadable': 'The system did not hand it over: it is gone, or belongs to somebody else.',
    'settings/not-ours': 'It has another form than the files that the room of the settings saves.',
    'settings/later-version': 'What it says might mean something else there, so nothing of it is taken.',
    'settings/bad-fields':
      'A file is taken whole or not at all, and some of its fields have values that cannot be.',
    'settings/offer-gone':
      'What a file would change is remembered until another one is chosen or the gallery ends.',
    'export/too-complex': 'With these measures the body would have more triangles than slicers can read.',
    'export/disk-full': 'The file is written whole or not at all; there was no room for all of it.',
    'export/unwritable': 'The system does not let the gallery write into that folder.',
    'export/file-gone': 'What can be shown in its folder is remembered only until the gallery ends.',
    'ipc/bad-input': 'One part of the application sent another something that it must not.',
    'ipc/untrusted-sender': 'Only the gallery’s own page may ask for anything; something else did.',
    'cli/wrong-use': 'There is no such command or option, or a value is missing.',
    'cli/port-in-use': 'Only one program can listen on a port of this computer.',
    'cli/application-gone':
      'The command had handed its work to the application, which was closed before it was done.',
    'internal/bug': 'A case that nobody thought of. The task ended, the rest goes on.',
  } satisfies Record<ErrorCode, string>,

  more: {
    'calendar/no-events': [
      'Early in a year that is as it should be: until the first race is over, the warming takes the season before.',
      'In the middle of a season it means that the calendar could not be brought up to date; look whether the archive can be reached.',
    ],
    'session/not-available': [
      'A session appears in the archive some minutes to an hour after it has ended. Warming after a session waits for that by itself.',
      'A run of the warming skips what a weekend does not have, and fails only for what was asked for by name.',
    ],
    'driver/unknown': [
      'Drivers are named by three letters, as NOR, or by number; who replaced somebody for one weekend is listed for that weekend only.',
      'The list of drivers beside a sculpture, or the command “drivers”, names everybody who took part.',
    ],
    'cache/full': [
      'Nothing is lost: everything that is kept still opens, nothing new is kept, and the warming waits.',
      'Clearing recordings in the room Cache frees most and loses least. Or move the cache to another disk.',
      'Every five seconds the gallery looks whether there is room again, and goes on by itself.',
    ],
    'cache/missing': [
      'It is noticed within seconds that the disk is back, and what lies on it is taken in again.',
    ],
    'source/unreachable': [
      'The window obeys the proxy of the system’s settings; the command line that of HTTP_PROXY, HTTPS_PROXY and NO_PROXY.',
    ],
  } as Readonly<Partial<Record<ErrorCode, readonly string[]>>>,

  others: {
    'no-tray': {
      title: 'There is no icon in the tray',
      meaning:
        'On Linux a tray exists only where the desktop offers a host for status icons, which the gallery asks once at its start. Without one the gallery ends when its window is closed, and nothing is warmed until it is opened again.',
      hint: 'Some desktops offer one as an extension (for GNOME: AppIndicator support). Switch it on and start the gallery again.',
    },
    'no-webgl': {
      title: 'This computer offers no WebGL 2',
      meaning:
        'The graphics system cannot draw in three dimensions, so a table stands in the place of the sculpture.',
      hint: 'Newer graphics drivers, or hardware acceleration switched on, bring the sculpture back.',
    },
    'nothing-hangs': {
      title: 'Nothing hangs on the wall',
      meaning: 'Only what has been made hangs there, and nothing of this source has been made yet.',
      hint: 'Ask the archive on the wall, choose Warm now, or open the simulated season.',
    },
  } satisfies Record<OtherMatter, MatterWords>,
} as const
