// Which fresh machines there are, and which of them a run visits. Pure.

import { parseArgs } from 'node:util'
import { SetUpProblem } from '../setup/set-up-problem.mjs'
import { chooseSteps } from '../testing/steps.mjs'

/**
 * `components` are those that the official images of the release have switched on; Ubuntu keeps Xvfb in universe.
 * @typedef {object} Image
 * @property {'debian' | 'ubuntu'} family
 * @property {string} codename
 * @property {string} components
 */

/** @type {Readonly<Record<string, Image>>} */
export const IMAGES = {
  'debian-12': { family: 'debian', codename: 'bookworm', components: 'main' },
  'debian-13': { family: 'debian', codename: 'trixie', components: 'main' },
  'ubuntu-22.04': { family: 'ubuntu', codename: 'jammy', components: 'main universe' },
  'ubuntu-24.04': { family: 'ubuntu', codename: 'noble', components: 'main universe' },
}

/** `visitor` is an ordinary user without any way to become root. */
const USERS = /** @type {const} */ (['root', 'visitor'])
/** `given`: a display outside of the machine, named by DISPLAY. */
const DISPLAYS = /** @type {const} */ (['none', 'given'])
const COMMANDS = /** @type {const} */ (['start', 'test'])

/**
 * @typedef {typeof USERS[number]} User
 * @typedef {typeof DISPLAYS[number]} DisplayKind
 * @typedef {typeof COMMANDS[number]} Command
 *
 * @typedef {object} Wishes
 * @property {readonly string[]} images Names out of IMAGES.
 * @property {readonly User[]} users
 * @property {readonly DisplayKind[]} displays
 * @property {readonly Command[]} commands
 * @property {string | null} onlySteps For `npm test -- --only`; null runs everything.
 * @property {string | null} json File for the results.
 * @property {string | null} keep Folder for outputs and pictures.
 * @property {{ debian: string | null, ubuntu: string | null }} mirrors Null: the one that this machine's apt uses.
 * @property {string | null} ubuntuKeyring File with the keys of Ubuntu's archive; null: where its package puts it.
 *
 * @typedef {object} Machine One that is made, visited and thrown away; its commands run in turn, the first one on
 *   a machine that has nothing yet.
 * @property {string} image
 * @property {User} user
 * @property {DisplayKind} display
 * @property {readonly Command[]} commands
 */

/**
 * @param {string[]} args Of the command line, without the program.
 * @returns {Wishes}
 * @throws {SetUpProblem} On what cannot be understood.
 */
export function readWishes(args) {
  const { values } = parsed(args)
  const onlySteps = values['only-steps'] ?? null
  if (onlySteps !== null) chooseSteps(['--only', onlySteps]) // its complaint now, not half an hour later
  return {
    images: chosen('images', values.images, Object.keys(IMAGES)),
    users: chosen('users', values.users, USERS),
    displays: chosen('displays', values.displays, DISPLAYS),
    commands: chosen('commands', values.commands, COMMANDS),
    onlySteps,
    json: values.json ?? null,
    keep: values.keep ?? null,
    mirrors: { debian: values['debian-mirror'] ?? null, ubuntu: values['ubuntu-mirror'] ?? null },
    ubuntuKeyring: values['ubuntu-keyring'] ?? null,
  }
}

/** @param {string[]} args */
function parsed(args) {
  const text = /** @type {const} */ ({ type: 'string' })
  try {
    return parseArgs({
      args,
      options: {
        images: text,
        users: text,
        displays: text,
        commands: text,
        'only-steps': text,
        json: text,
        keep: text,
        'debian-mirror': text,
        'ubuntu-mirror': text,
        'ubuntu-keyring': text,
      },
    })
  } catch (error) {
    throw new SetUpProblem(error instanceof Error ? error.message : String(error), { cause: error })
  }
}

/**
 * @template {string} Name
 * @param {string} option
 * @param {string | undefined} list Names with commas between them; undefined means all.
 * @param {readonly Name[]} known
 * @returns {readonly Name[]} In the order of `known`, each once.
 */
function chosen(option, list, known) {
  if (list === undefined) return known
  const wanted = new Set(list.split(','))
  const names = known.filter((name) => wanted.delete(name))
  const [unknown] = wanted
  if (unknown !== undefined)
    throw new SetUpProblem(`--${option} does not know "${unknown}". It knows: ${known.join(', ')}.`)
  return names
}

/**
 * @param {Pick<Wishes, 'images' | 'users' | 'displays' | 'commands'>} wishes
 * @returns {readonly Machine[]} Those of one image in a row, so that it is made once.
 */
export function planMachines({ images, users, displays, commands }) {
  return images.flatMap((image) =>
    users.flatMap((user) => displays.map((display) => ({ image, user, display, commands }))),
  )
}
