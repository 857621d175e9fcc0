#!/usr/bin/env node
// Stands in for fpm, which electron-builder would download to make a .deb: takes the arguments that electron-builder
// gives it, and has dpkg-deb make the package. So a .deb is made wherever Debian's own tool is, without a download,
// and its content is still electron-builder's alone.

import { spawnSync } from 'node:child_process'
import {
  chmodSync,
  copyFileSync,
  cpSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { isRunDirectly } from '../run-directly.mjs'

/** Arguments without a value, of those that electron-builder uses. */
const FLAGS = new Set(['--force', '--debug'])

/** The most that Debian's policy allows a control field's first line (characters), by custom. */
const SYNOPSIS_LIMIT = 80

/** xz, which every Debian unpacks, at its lowest level: 13 s and 92 MB. Its usual level took more than six minutes on
 * a busy machine of two cores. */
const COMPRESSION = ['-Zxz', '-z1']

/**
 * @typedef {object} DebRequest
 * @property {Map<string, string[]>} options Values of each option, in the order given.
 * @property {{ from: string, to: string }[]} copies Files and folders (ending in a slash: their content), and where
 *   they go in the installed system.
 */

/**
 * @param {readonly string[]} args
 * @returns {DebRequest}
 */
export function readArguments(args) {
  /** @type {DebRequest} */
  const request = { options: new Map(), copies: [] }
  for (let i = 0; i < args.length; i++) {
    const argument = /** @type {string} */ (args[i])
    if (FLAGS.has(argument)) continue
    if (argument.startsWith('-')) {
      request.options.set(argument, [...(request.options.get(argument) ?? []), args[++i] ?? ''])
      continue
    }
    const split = argument.lastIndexOf('=')
    if (split === -1) throw new Error(`fpm's argument ${JSON.stringify(argument)} is not understood`)
    request.copies.push({ from: argument.slice(0, split), to: argument.slice(split + 1) })
  }
  return request
}

/**
 * @param {DebRequest} request
 * @param {number} installedBytes
 * @returns {string} The control file (deb-control(5)).
 */
export function controlFile({ options }, installedBytes) {
  /** @param {string} name */
  const one = (name) => options.get(name)?.[0] ?? ''
  const [synopsis = '', ...more] = one('--description')
    .split('\n')
    .map((line) => line.trim())
    .filter((line, i, lines) => line !== '' && lines.indexOf(line) === i)
  /** @type {[string, string][]} */
  const fields = [
    ['Package', one('--name')],
    ['Version', one('--version')],
    ['Architecture', one('--architecture')],
    ['Maintainer', one('--maintainer')],
    ['Installed-Size', String(Math.ceil(installedBytes / 1024))],
    ['Depends', (options.get('-d') ?? []).join(', ')],
    ['Recommends', (options.get('--deb-recommends') ?? []).join(', ')],
    ['Section', one('--category')],
    ['Priority', one('--deb-priority')],
    ['Homepage', one('--url')],
    ['Description', [synopsis.slice(0, SYNOPSIS_LIMIT), ...more.map((line) => ` ${line}`)].join('\n')],
  ]
  return fields
    .filter(([, value]) => value !== '')
    .map(([name, value]) => `${name}: ${value}\n`)
    .join('')
}

/** @param {readonly string[]} args */
function makeDeb(args) {
  const request = readArguments(args)
  const target = request.options.get('--package')?.[0]
  if (target === undefined) throw new Error('fpm was not told which file to make')
  const root = mkdtempSync(join(tmpdir(), 'f1-deb-'))
  try {
    for (const { from, to } of request.copies) {
      const place = join(root, to)
      mkdirSync(dirname(place), { recursive: true })
      cpSync(from, place, { recursive: true, verbatimSymlinks: true })
    }
    const bytes = settleModes(root)
    const control = join(root, 'DEBIAN')
    mkdirSync(control)
    writeFileSync(join(control, 'control'), controlFile(request, bytes))
    for (const [option, name] of /** @type {const} */ ([
      ['--after-install', 'postinst'],
      ['--after-remove', 'postrm'],
    ])) {
      const script = request.options.get(option)?.[0]
      if (script === undefined) continue
      copyFileSync(script, join(control, name))
      chmodSync(join(control, name), 0o755)
    }
    chmodSync(control, 0o755)
    chmodSync(root, 0o755)
    // Everything belongs to root, whoever builds it; times are clamped by SOURCE_DATE_EPOCH.
    const { status, stderr } = spawnSync(
      'dpkg-deb',
      ['--root-owner-group', ...COMPRESSION, '--build', root, target],
      { encoding: 'utf8' },
    )
    if (status !== 0) throw new Error(`dpkg-deb failed: ${stderr}`)
  } finally {
    rmSync(root, { recursive: true, force: true })
  }
}

/**
 * What the builder's umask was is nobody's business where it is installed.
 * @param {string} folder
 * @returns {number} Bytes of all files below.
 */
function settleModes(folder) {
  return readdirSync(folder, { withFileTypes: true }).reduce((sum, entry) => {
    const path = join(folder, entry.name)
    if (entry.isSymbolicLink()) return sum
    const { mode, size } = statSync(path)
    const isOpenable = entry.isDirectory() || (mode & 0o100) !== 0
    chmodSync(path, isOpenable ? 0o755 : 0o644)
    return sum + (entry.isDirectory() ? settleModes(path) : size)
  }, 0)
}

if (isRunDirectly(import.meta.url)) makeDeb(process.argv.slice(2))
