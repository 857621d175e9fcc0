// Finds the command-line tools in node_modules by their own package.json, so that they run as `node <file>`:
// without npx (a third of a second each time) and without the shell that .cmd files need on Windows.

import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { projectRoot } from './setup/folders.mjs'

/**
 * @param {string} packageName
 * @param {string} [toolName] Where a package has several.
 * @returns {string} Absolute path of a script for Node.
 */
export function localTool(packageName, toolName = packageName) {
  const folder = join(projectRoot, 'node_modules', packageName)
  const { bin } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'))
  return join(folder, typeof bin === 'string' ? bin : bin[toolName])
}
