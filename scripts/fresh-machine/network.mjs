// A network of its own for a fresh machine: it reaches what this machine reaches, and what it receives is counted.

import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { readFileSync, readlinkSync } from 'node:fs'
import { setTimeout as sleep } from 'node:timers/promises'
import { SetUpProblem } from '../setup/set-up-problem.mjs'
import { receivedBytes } from './reading.mjs'

/** The name server that slirp4netns puts there; it asks those of this machine. */
export const NAME_SERVER = '10.0.2.3'

/** It is up within a tenth of a second; after this long (ms) it never will be. */
const UP_WITHIN_MS = 10_000

/**
 * @typedef {object} Network
 * @property {string} path Of its namespace.
 * @property {() => number} received Bytes so far.
 * @property {() => Promise<void>} close
 */

/**
 * @returns {Promise<Network>}
 * @throws {SetUpProblem} If it cannot be made.
 */
export async function openNetwork() {
  // Holds the namespace for as long as this script lives: its standard input ends with us, however we end.
  const holder = spawn('unshare', ['--net', 'cat'], { stdio: ['pipe', 'ignore', 'ignore'], detached: true })
  /** @type {import('node:child_process').ChildProcess | null} */
  let slirp = null
  const close = async () => {
    for (const child of [slirp, holder]) {
      if (child === null || child.exitCode !== null || child.signalCode !== null) continue
      child.kill('SIGKILL')
      await once(child, 'exit')
    }
  }
  try {
    await once(holder, 'spawn')
    const own = `/proc/${holder.pid}/ns/net`
    await until(() => readlinkSync(own) !== readlinkSync('/proc/self/ns/net'))
    slirp = spawn(
      'slirp4netns',
      ['--configure', '--mtu=65520', '--disable-host-loopback', String(holder.pid), 'tap0'],
      { stdio: 'ignore', detached: true },
    )
    await once(slirp, 'spawn')
    const table = `/proc/${holder.pid}/net/dev`
    await until(() => readFileSync(table, 'utf8').includes('tap0'))
    return { path: own, received: () => receivedBytes(readFileSync(table, 'utf8')), close }
  } catch (error) {
    await close()
    throw error
  }
}

/** @param {() => boolean} isSo */
async function until(isSo) {
  for (const startedAt = performance.now(); !isSo(); await sleep(20)) {
    if (performance.now() - startedAt > UP_WITHIN_MS)
      throw new SetUpProblem('slirp4netns gave the fresh machine no network. Is there a /dev/net/tun?')
  }
}
