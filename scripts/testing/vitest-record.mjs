// A Vitest reporter that writes down how every test ended, for the summary of `npm test`. Beside it the JSON
// reporter of Vitest itself lacks two things: why a test was skipped, and errors outside of any test.

import { writeFileSync } from 'node:fs'
import { relative } from 'node:path'

/** Environment variable with the path of the file to write. */
export const VITEST_RECORD_FILE = 'F1_VITEST_RECORD_FILE'

/**
 * @typedef {object} VitestRecord
 * @property {{ title: string, state: string, note?: string | undefined, message?: string | undefined }[]} tests
 * @property {string[]} errors Files that did not load, failed set-up hooks, rejections that nobody caught.
 */

// oxlint-disable-next-line import/no-default-export -- Vitest takes the default export of a reporter's file
export default class VitestRecorder {
  /**
   * @param {readonly import('vitest/node').TestModule[]} modules
   * @param {readonly { message?: string }[]} strayErrors
   */
  onTestRunEnd(modules, strayErrors) {
    const file = process.env[VITEST_RECORD_FILE]
    if (file === undefined) return
    /** @type {VitestRecord} */
    const record = { tests: [], errors: strayErrors.map((error) => error.message ?? 'unknown error') }
    for (const module of modules) {
      const path = relative(process.cwd(), module.moduleId)
      for (const part of [module, ...module.children.allSuites()]) {
        for (const error of part.errors()) record.errors.push(`${path}: ${error.message}`)
      }
      for (const test of module.children.allTests()) {
        const result = test.result()
        record.tests.push({
          title: `${path} > ${test.fullName}`,
          state: result.state,
          message: result.errors?.map(tell).join('\n'),
          note: test.options.mode === 'todo' ? 'todo' : 'note' in result ? result.note : undefined,
        })
      }
    }
    writeFileSync(file, JSON.stringify(record))
  }
}

/**
 * @param {{ message: string, diff?: string | undefined, cause?: unknown }} error
 * @returns {string} A property's error has the seed in its message, and what failed in it as its cause.
 */
function tell({ message, diff, cause }) {
  const parts = [message, diff]
  if (typeof cause === 'object' && cause !== null && 'message' in cause)
    parts.push(`Cause: ${String(cause.message)}`)
  return parts.filter((part) => part !== undefined).join('\n')
}
