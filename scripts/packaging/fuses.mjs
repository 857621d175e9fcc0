// The switches burnt into the packaged executable: what the runtime could do for an attacker who can start it with
// variables or arguments of his own, and which nobody who looks at sculptures needs.

import { FuseV1Options, getCurrentFuseWire } from '@electron/fuses'

/** In the executable each fuse is one character; anything else there means that this runtime has not got it. */
const ON = '1'.charCodeAt(0)
const OFF = '0'.charCodeAt(0)

/** Under electron-builder's names. */
export const FUSES = Object.freeze({
  /** ELECTRON_RUN_AS_NODE would make the executable a Node.js that runs any script under our name. */
  runAsNode: false,
  /** NODE_OPTIONS could load code before ours. */
  enableNodeOptionsEnvironmentVariable: false,
  /** --inspect would open the main process to whoever reaches the port. */
  enableNodeCliInspectArguments: false,
  /** A folder resources/app beside the archive would be started in its place. */
  onlyLoadAppFromAsar: true,
  /** The archive's digest is checked at start, where the platform has a place for it: macOS and Windows. */
  enableEmbeddedAsarIntegrityValidation: true,
  /** We keep no cookies; should a page ever leave one, it is not readable on disk. */
  enableCookieEncryption: true,
  /** The page comes over app://; file:// needs no more rights than a browser gives it. */
  grantFileProtocolExtraPrivileges: false,
  /** There is no snapshot of ours to load. */
  loadBrowserProcessSpecificV8Snapshot: false,
})

/** @type {Readonly<Record<keyof typeof FUSES, FuseV1Options>>} */
const WIRE = {
  runAsNode: FuseV1Options.RunAsNode,
  enableNodeOptionsEnvironmentVariable: FuseV1Options.EnableNodeOptionsEnvironmentVariable,
  enableNodeCliInspectArguments: FuseV1Options.EnableNodeCliInspectArguments,
  onlyLoadAppFromAsar: FuseV1Options.OnlyLoadAppFromAsar,
  enableEmbeddedAsarIntegrityValidation: FuseV1Options.EnableEmbeddedAsarIntegrityValidation,
  enableCookieEncryption: FuseV1Options.EnableCookieEncryption,
  grantFileProtocolExtraPrivileges: FuseV1Options.GrantFileProtocolExtraPrivileges,
  loadBrowserProcessSpecificV8Snapshot: FuseV1Options.LoadBrowserProcessSpecificV8Snapshot,
}

/**
 * Reads the fuses out of a packaged executable.
 * @param {string} executable
 * @returns {Promise<string[]>} One line for each that is not as it should be; empty when all are.
 */
export async function wrongFuses(executable) {
  return differences(await getCurrentFuseWire(executable))
}

/**
 * @param {Readonly<Partial<Record<FuseV1Options, number>>>} wire As read from an executable.
 * @returns {string[]}
 */
export function differences(wire) {
  return Object.entries(FUSES).flatMap(([name, wanted]) => {
    const found = wire[WIRE[/** @type {keyof typeof FUSES} */ (name)]]
    return found === (wanted ? ON : OFF)
      ? []
      : [`${name} should be ${wanted ? 'on' : 'off'} and is ${stateName(found)}`]
  })
}

/** @param {number | undefined} state */
function stateName(state) {
  if (state === ON) return 'on'
  return state === OFF ? 'off' : 'not there'
}
