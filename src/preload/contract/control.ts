// The control socket: how the command line asks an application that is running. The same typed calls as the page's,
// fewer of them, one JSON object a line.

import type { CallName } from './calls'

/** Another version is refused: the command line and the application may be of different installations. */
export const CONTROL_VERSION = 1

/** A request is a call's name and a small input; what is longer is none of ours. */
export const CONTROL_LINE_BYTES = 64 * 1024

/** What the command line may ask. Nothing that opens windows or dialogs, or writes files of the person's. */
export const CONTROL_CALLS = [
  'warming:plan',
  'warming:start',
  'warming:getStatus',
  'tasks:list',
  'tasks:get',
  'tasks:cancel',
  'health:get',
  'cache:getStatus',
  'cache:getUsage',
  'cache:planClear',
  'cache:clear',
  'cache:pin',
  'cache:unpin',
  'cache:getFolder',
  'cache:moveToFolder',
  'cache:useUsualFolder',
  'settings:takeGiven',
] as const satisfies readonly CallName[]
export type ControlCall = (typeof CONTROL_CALLS)[number]
