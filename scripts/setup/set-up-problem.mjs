// The one error class of the set-up and run scripts for trouble that a person can mend: its message is
// printed as it stands, without a stack, and the script exits with 1. Anything else thrown is a bug of ours.

export class SetUpProblem extends Error {
  /**
   * @param {string} message What is wrong and what to do about it, ready to print.
   * @param {{ cause?: unknown }} [options]
   */
  constructor(message, options) {
    super(message, options)
    this.name = 'SetUpProblem'
  }
}

/**
 * The last line of defence of each script.
 * @param {unknown} error
 * @returns {never}
 */
export function reportAndExit(error) {
  console.error(error instanceof SetUpProblem ? `\n${error.message}\n` : error)
  process.exit(1)
}
