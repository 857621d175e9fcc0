// The words of the room of the cache, apart from those of the other rooms.

import type { DiskState } from '@contract/cache'
import type { SessionCode } from '@contract/ids'
import { counted, plural } from '../../counted'
import { whole } from '../../format'

export const ENGLISH_CACHE_WORDS = {
  landmark: 'The cache',
  about:
    'What has been read once is kept on this computer, and opens from then on at once, without a network too.',
  open: 'What uses the space',
  aboutSimulated:
    'What has been made of the simulated season is kept on this computer and opens at once. Recorded sessions have a cache of their own.',
  unknown: 'The cache has not reported yet.',

  picture: {
    title: 'What uses the space',
    name: (total: string) => `What uses the space, ${total} in all. Arrow keys go from session to session.`,
    kinds: { sculptures: 'Sculptures', laps: 'Laps', raw: 'Recordings' },
    kindsHint: {
      sculptures: 'what hangs on the wall',
      laps: 'lap times and drivers of each session',
      raw: 'as the archive serves them; needed only to make the others again',
    },
    hint: 'Areas are in proportion to bytes. Point at a session, or walk with the arrow keys.',
    ofSeason: (season: string) => `${season}, calendar and circuits`,
    ofSession: (season: string, name: string) => `${season}, ${name}`,
    cell: (name: string, parts: string) => `${name}: ${parts}`,
    seasonShort: 'Season',
    part: (kind: string, bytes: string) => `${kind} ${bytes}`,
  },

  empty: {
    title: 'Nothing is kept yet',
    hint: 'Whatever is opened or warmed appears here, with the space it takes.',
    action: 'Go to the wall',
  },

  warming: (count: number) => `Being filled: ${counted(count, 'task', 'tasks')} at work`,

  tiers: {
    title: 'How full it is',
    memory: 'Memory',
    results: 'Sculptures and laps on disk',
    raw: 'Recordings on disk',
    used: (bytes: string, max: string) => `${bytes} of ${max}`,
    entries: (count: number) => counted(count, 'entry', 'entries'),
    free: 'Free on this disk',
    freeUnknown: 'not told by the system',
  },

  service: {
    title: 'How it serves',
    saved: 'Waiting saved since the start',
    savedNone: 'none yet',
    hitRate: 'Hit rate',
    noLookups: 'nothing looked up yet',
    lookups: 'Look-ups',
    lookupsText: (hits: number, stale: number, misses: number, joined: number) =>
      `${counted(hits, 'hit', 'hits')}, ${whole(stale)} stale, ${counted(misses, 'miss', 'misses')}, ${whole(joined)} joined`,
    corrupt: 'Damaged, found and removed',
  },

  table: {
    title: 'Seasons and sessions',
    caption: 'What each season and session keeps on disk',
    name: 'Season and session',
    entries: 'Entries',
    size: 'Size',
    pinned: 'Pinned',
    isPinned: 'pinned',
    actions: 'Change',
    open: (name: string) => `Show the sessions of ${name}`,
    pin: 'Pin',
    unpin: 'Unpin',
    clear: 'Clear…',
    of: (action: string, name: string) => `${action} ${name}`,
    pinHint: 'What is pinned goes last when room is needed.',
  },

  round: (round: number, session: SessionCode) => `Round ${round}, ${session}`,

  clear: {
    title: 'Make room',
    names: { sculptures: 'Sculptures', sessions: 'Laps', raw: 'Recordings', all: 'Everything' },
    button: (name: string) => `${name}…`,
    lost: {
      sculptures: 'They are made again from the recordings when they are opened.',
      sessions: 'They are read again from the recordings when a session is opened.',
      raw: 'Sculptures stay. What is needed again is fetched from the archive.',
      all: 'Everything is fetched and made again when it is opened.',
      season: 'Its recordings go too: it is fetched again when it is opened.',
      session: 'Its recordings go too: it is fetched again when it is opened.',
      key: 'It is made again when it is opened.',
    },
    ask: (name: string) => `Clear ${name}?`,
    frees: (size: string, entries: number) => `This frees ${size}: ${counted(entries, 'entry', 'entries')}.`,
    freesNothing: 'There is nothing of it.',
    pinned: (count: number) =>
      plural(count, 'One of them is pinned and goes too.', `${whole(count)} of them are pinned and go too.`),
    subject: {
      sculptures: 'all sculptures',
      sessions: 'the laps of all sessions',
      raw: 'all recordings',
      all: 'the whole cache',
    },
    agree: (size: string) => `Clear ${size}`,
    keep: 'Keep it',
  },

  folder: {
    title: 'Where it lies',
    usual: 'the usual folder',
    show: 'Open folder',
    move: 'Move…',
    back: 'Back to the usual folder',
    ask: 'Move the cache here?',
    takes: (size: string, free: string) => `${size} are copied and checked; ${free} are free there.`,
    takesUnknown: (size: string) => `${size} are copied and checked.`,
    safe: 'It goes on working meanwhile. The old folder is removed last, so nothing is lost if this breaks off.',
    agree: 'Move it',
    stay: 'Leave it where it is',
    moving: 'Moving the cache',
    progress: (done: string, total: string) => `${done} of ${total}`,
    cancel: 'Cancel',
  },

  settings: {
    title: 'Limits',
    hint: 'They hold at once, for each source. What is over them goes, least recently used first and pinned last.',
    memory: 'Memory',
    results: 'Sculptures and laps',
    raw: 'Recordings',
    sculptureTtl: 'Sculptures are checked again after',
    sessionTtl: 'Laps are checked again after',
    mib: 'MiB',
    hours: 'hours',
    range: (least: string, most: string) => `from ${least} to ${most}`,
    save: 'Save',
    discard: 'Discard',
  },

  outcome: {
    cleared: (size: string, entries: number) => `Cleared ${size}, ${counted(entries, 'entry', 'entries')}.`,
    pinned: (name: string) => `${name} is pinned.`,
    unpinned: (name: string) => `${name} is no longer pinned.`,
    moved: (folder: string) => `The cache lies in ${folder}.`,
    moveCancelled: 'The cache was not moved and is where it was.',
    saved: 'The limits are saved.',
  },

  health: {
    full: {
      title: 'The disk is full',
      hint: 'Everything that is kept can still be opened. Nothing new is kept and the warming waits; both go on by themselves as soon as there is room.',
    },
    unwritable: {
      title: 'The folder of the cache cannot be written',
      hint: 'Everything that is kept can still be opened. Nothing new is kept and the warming waits; both go on by themselves as soon as it can be written.',
    },
    missing: {
      title: 'The folder of the cache is not there',
      hint: 'Connect the disk it lies on: it is noticed within seconds. Until then nothing is kept and the warming waits. Or begin anew in the usual folder; what lies on the other disk stays there.',
    },
  } satisfies Record<Exclude<DiskState, 'ok'>, { title: string; hint: string }>,
  healthUsual: 'Use the usual folder',
  healthRoom: { raw: 'Clear recordings…', all: 'Clear everything…' },
} as const
