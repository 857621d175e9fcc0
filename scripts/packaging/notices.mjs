// The licences of everything that is shipped: packages beside our files, packages drawn into them, Electron.

import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { SetUpProblem } from '../setup/set-up-problem.mjs'

/** Files that hold a licence or what a licence wants to be passed on. */
const PAPERS = /^(?:licen[cs]e|copying|notice|ofl)(?:[.-][\w.-]*)?$/i

/** Endings of files with such a name that hold code. */
const CODE = /\.(?:[cm]?[jt]s|json|map)$/i

/**
 * @typedef {object} Shipped
 * @property {string} name
 * @property {string} version
 * @property {string} licence As its package.json names it.
 * @property {string[]} texts
 */

/**
 * @param {object} where
 * @param {string} where.root The project's folder, with package-lock.json and node_modules.
 * @param {readonly string[]} where.bundled Folders of the packages that are in our files, as in the lock.
 * @returns {Shipped[]} By name, then version; each once.
 * @throws {SetUpProblem} Naming what says nothing of its licence: it cannot be shipped.
 */
export function shippedPackages({ root, bundled }) {
  const lock = JSON.parse(readFileSync(join(root, 'package-lock.json'), 'utf8'))
  const beside = Object.entries(lock.packages)
    .filter(([path, entry]) => path !== '' && !entry.dev && !entry.devOptional)
    .map(([path]) => path)
  // Packages for other platforms are in the lock and not on the disk.
  const folders = [...new Set([...beside, ...bundled])].filter((path) =>
    existsSync(join(root, path, 'package.json')),
  )
  const shipped = folders.map((path) => describePackage(join(root, path)))
  const unnamed = shipped.filter(({ licence, texts }) => licence === '' && texts.length === 0)
  if (unnamed.length > 0)
    throw new SetUpProblem(`These packages name no licence: ${unnamed.map(({ name }) => name).join(', ')}`)
  const byName = new Map(shipped.map((one) => [`${one.name}@${one.version}`, one]))
  return [...byName.entries()].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, one]) => one)
}

/**
 * @param {readonly Shipped[]} packages
 * @param {{ electronVersion: string, ownLicence: string }} ours
 * @returns {string} The whole document.
 */
export function noticesText(packages, { electronVersion, ownLicence }) {
  const rule = '-'.repeat(80)
  const sections = packages.map(({ name, version, licence, texts }) =>
    [
      rule,
      `${name} ${version}: ${licence === '' ? 'see below' : licence}`,
      '',
      texts.length > 0 ? texts.join('\n\n') : 'Its package has no text of the licence beside the name.',
    ].join('\n'),
  )
  return [
    'F1 Sculpture Gallery. Not affiliated with Formula 1, the FIA or any team.',
    '',
    ownLicence.trim(),
    '',
    `It runs on Electron ${electronVersion} (MIT) and Chromium; their licences are in LICENSE.electron.txt and`,
    'LICENSES.chromium.html beside the executable. These packages are part of it:',
    '',
    ...packages.map(({ name, version, licence }) => `  ${name} ${version}  ${licence}`),
    '',
    ...sections,
    '',
  ].join('\n')
}

/**
 * @param {string} folder
 * @returns {Shipped}
 */
function describePackage(folder) {
  const { name, version, license } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'))
  const papers = readdirSync(folder)
    .filter((file) => PAPERS.test(file) && !CODE.test(file) && statSync(join(folder, file)).isFile())
    .sort()
  return {
    name,
    version,
    licence: typeof license === 'string' ? license : (license?.type ?? ''),
    texts: papers.map((file) => readFileSync(join(folder, file), 'utf8').replaceAll('\r\n', '\n').trim()),
  }
}
