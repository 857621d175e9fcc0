// The command line as it ships: a process of its own, with a user's folder of the test's own.
import { spawn } from 'node:child_process'
import { commandLineFile } from './built-app'

/** Nobody listens there. */
export const NOWHERE = 'http://127.0.0.1:47'

export interface Outcome {
  readonly code: number | null
  readonly stdout: string
  readonly stderr: string
}

export function gallery(
  args: readonly string[],
  userData: string,
  url = NOWHERE,
  env: NodeJS.ProcessEnv = {},
) {
  return new Promise<Outcome>((resolve) => {
    const child = spawn(process.execPath, [commandLineFile, ...args], {
      env: { ...process.env, F1_USER_DATA: userData, F1_ARCHIVE_URL: `${url}/static`, F1_JOLPICA_URL: `${url}/ergast/f1`, ...env },
    }) // prettier-ignore
    let stdout = ''
    let stderr = ''
    child.stdout.on('data', (chunk) => (stdout += String(chunk)))
    child.stderr.on('data', (chunk) => (stderr += String(chunk)))
    child.on('close', (code) => resolve({ code, stdout, stderr }))
  })
}

export const json = ({ stdout }: Outcome) => JSON.parse(stdout) as Record<string, unknown>
