// The calls of the control socket, as lines: what may be asked, in which version, and the answer as an envelope.

import { CONTROL_CALLS, CONTROL_VERSION, type ControlCall } from '@contract/control'
import type { CallInput, CallOutput } from '@contract/calls'
import type { Result } from '@contract/errors'
import { z } from 'zod'
import { AppError, toReport } from '../core/app-error'
import type { Logger } from '../core/ports'
import { answerCall } from './answer'
import type { Handlers } from './answer'

const requestSchema = z.strictObject({
  version: z.literal(CONTROL_VERSION),
  name: z.enum(CONTROL_CALLS),
  input: z.unknown().optional(),
})

export type ControlHandlers = Pick<Handlers, ControlCall>

/** @returns one line for one line; never rejects. */
export async function answerLine(handlers: ControlHandlers, line: string, logger: Logger): Promise<string> {
  let result: Result<unknown>
  try {
    const { name, input } = readRequest(line)
    result = { ok: true, value: (await answerCall(handlers, name, input)) ?? null }
  } catch (error) {
    const report = toReport(error)
    if (report.code === 'internal/bug')
      logger.log('error', 'control', report.message, error instanceof Error ? { stack: error.stack } : {})
    result = { ok: false, error: report }
  }
  return JSON.stringify(result)
}

/** The line that asks for a call. */
export function requestLine<N extends ControlCall>(name: N, input: CallInput<N>): string {
  return JSON.stringify({ version: CONTROL_VERSION, name, ...(input === undefined ? {} : { input }) })
}

/** What the line that came back says. Both ends are of the same version, which the request has made sure of. */
export function readAnswer<N extends ControlCall>(line: string): Result<CallOutput<N>> {
  return JSON.parse(line) as Result<CallOutput<N>>
}

function readRequest(line: string): z.infer<typeof requestSchema> {
  try {
    return requestSchema.parse(JSON.parse(line))
  } catch (cause) {
    const detail = cause instanceof z.ZodError ? (cause.issues[0]?.path.join('.') ?? '') : 'no JSON'
    throw new AppError('ipc/bad-input', 'control', { cause, detail })
  }
}
