// Reads what the commands, apt and the kernel say. Pure functions of text.

/**
 * @typedef {object} Line
 * @property {number} atMs Since the command was started.
 * @property {string} text
 */

/**
 * @param {string} output
 * @returns {string[]} The commands that the output asks a person to run as administrator, without their `sudo`.
 */
export function advisedCommands(output) {
  return [...output.matchAll(/^ +(sudo .+)$/gm)].map(([, line]) =>
    /** @type {string} */ (line).replaceAll(/(^|&& )sudo /g, '$1'),
  )
}

/**
 * @param {readonly Line[]} lines
 * @param {number} endedMs When the command had ended.
 * @returns {number} How long the set-up took, in ms: until the build or the first step of the tests begins. All of
 *   the time if neither does, because then the set-up is what failed.
 */
export function setUpMs(lines, endedMs) {
  return lines.find(({ text }) => /^(Building the app|=== )/.test(text))?.atMs ?? endedMs
}

/**
 * @param {readonly Line[]} lines
 * @returns {{ passed: number, failed: number, skipped: number } | null} Of the closing line of `npm test`; null if
 *   it never came that far.
 */
export function closingCounts(lines) {
  for (const { text } of lines.toReversed()) {
    const found = /^(\d+) passed, (\d+) failed, (\d+) skipped$/.exec(text)
    if (found !== null) {
      const [passed, failed, skipped] = found.slice(1).map(Number)
      return { passed: passed ?? 0, failed: failed ?? 0, skipped: skipped ?? 0 }
    }
  }
  return null
}

/**
 * @param {string} table Content of /proc/net/dev.
 * @returns {number} Bytes received by all interfaces but the loopback.
 */
export function receivedBytes(table) {
  return [...table.matchAll(/^\s*(\S+):\s*(\d+)/gm)].reduce(
    (sum, [, name, bytes]) => (name === 'lo' ? sum : sum + Number(bytes)),
    0,
  )
}

/**
 * @param {string} targets Lines "address origin codename" of apt's package lists.
 * @param {'debian' | 'ubuntu'} family
 * @returns {{ main: string | null, security: string | null }} Addresses of the archives that apt uses for the
 *   family; null where it uses none.
 */
export function mirrorsOf(targets, family) {
  const ours = targets
    .split('\n')
    .map((line) => line.trim().split(' '))
    .filter(([, origin]) => origin?.toLowerCase() === family)
  /** @param {boolean} isSecurity */
  const first = (isSecurity) =>
    ours.find(([, , codename]) => codename?.endsWith('-security') === isSecurity)?.[0] ?? null
  return { main: first(false), security: first(true) }
}

/**
 * @param {import('./plan.mjs').Image} image
 * @param {{ main: string, security: string | null }} mirrors
 * @returns {string[]} Lines for sources.list, as the official images of the release have them.
 */
export function sourcesOf({ family, codename, components }, { main, security }) {
  const others = security ?? (family === 'ubuntu' ? main : null) // Debian keeps it in an archive of its own
  return [
    `deb ${main} ${codename} ${components}`,
    `deb ${main} ${codename}-updates ${components}`,
    ...(others === null ? [] : [`deb ${others} ${codename}-security ${components}`]),
  ]
}
