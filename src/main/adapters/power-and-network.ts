// The computer as the schedule sees it: power and network, by way of Electron, whose modules are handed in, for nothing
// but the shell may import it.

import { execFile } from 'node:child_process'
import { promisify } from 'node:util'
import type { Surroundings } from '../core/warming/surroundings'

/** What is used of Electron's `powerMonitor`, which exists once the application is ready. */
export interface PowerMonitor {
  isOnBatteryPower(): boolean
  on(event: 'resume', listener: () => void): unknown
  on(event: 'on-ac', listener: () => void): unknown
  on(event: 'on-battery', listener: () => void): unknown
  off(event: 'resume', listener: () => void): unknown
  off(event: 'on-ac', listener: () => void): unknown
  off(event: 'on-battery', listener: () => void): unknown
}

export interface DesktopSurroundingsOptions {
  readonly powerMonitor: PowerMonitor
  /** Electron's `net.isOnline`. */
  readonly isOnline: () => boolean
  readonly platform: NodeJS.Platform
}

export function createDesktopSurroundings(options: DesktopSurroundingsOptions): Surroundings {
  const { powerMonitor, isOnline, platform } = options
  return {
    isOnline,
    isOnBattery: () => powerMonitor.isOnBatteryPower(),
    // Neither Electron nor a command of the system tells it on macOS and Windows.
    isMetered: () => (platform === 'linux' ? askNetworkManager() : Promise.resolve(null)),
    onChange: (listener) => {
      const onResume = () => listener('resume')
      const onPower = () => listener('power')
      powerMonitor.on('resume', onResume)
      powerMonitor.on('on-ac', onPower)
      powerMonitor.on('on-battery', onPower)
      return () => {
        powerMonitor.off('resume', onResume)
        powerMonitor.off('on-ac', onPower)
        powerMonitor.off('on-battery', onPower)
      }
    },
  }
}

/** It answers in a few milliseconds; one that hangs must not hold up the schedule. */
const ASK_TIMEOUT_MS = 2_000

/** The manager's own property is that of the primary connection, which is the one that will be used. */
const ASK = [
  '--system',
  'get-property',
  'org.freedesktop.NetworkManager',
  '/org/freedesktop/NetworkManager',
  'org.freedesktop.NetworkManager',
  'Metered',
]

async function askNetworkManager(): Promise<boolean | null> {
  try {
    const { stdout } = await promisify(execFile)('busctl', ASK, { timeout: ASK_TIMEOUT_MS })
    return readMetered(stdout)
  } catch {
    // No busctl, no NetworkManager, or no answer: all of them mean that it is not known.
    return null
  }
}

/** @param answer `u 4`: NMMetered of NetworkManager's D-Bus interface, 1 yes, 2 no, 3 and 4 the same as guesses. */
export function readMetered(answer: string): boolean | null {
  const [, value] = /^u (\d+)\s*$/.exec(answer) ?? []
  if (value === '1' || value === '3') return true
  return value === '2' || value === '4' ? false : null
}
