// A question on the terminal. On stderr, so that stdout stays the answer's own.

import { createInterface } from 'node:readline/promises'

/** @returns null where nobody could answer. @param signal a person who interrupts says no. */
export function confirmOn(
  input: NodeJS.ReadStream,
  output: NodeJS.WriteStream,
  signal: AbortSignal,
): ((question: string) => Promise<boolean>) | null {
  if (!input.isTTY || !output.isTTY) return null
  return async (question) => {
    const lines = createInterface({ input, output })
    // Ctrl-C is a key to it, and no signal to the process.
    lines.once('SIGINT', () => lines.close())
    const closed = new Promise<string>((resolve) => lines.once('close', () => resolve('')))
    try {
      const answer = await Promise.race([lines.question(question, { signal }), closed])
      return /^y(es)?$/i.test(answer.trim())
    } finally {
      lines.close()
    }
  }
}
