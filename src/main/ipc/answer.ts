// One call, whichever way it came: its input is weighed and parsed, then its handler asked.

import type { CallInput, CallName, CallOutput } from '@contract/calls'
import { CALL_VALIDATORS } from '@contract/validators'
import { AppError } from '../core/app-error'
import { isOversize } from './input-size'

export type Handlers = {
  readonly [N in CallName]: (input: CallInput<N>) => Promise<CallOutput<N>> | CallOutput<N>
}

/** @throws AppError `ipc/bad-input`, and what the handler throws. */
export async function answerCall<N extends CallName>(
  handlers: Pick<Handlers, N>,
  name: N,
  input: unknown,
): Promise<CallOutput<N>> {
  if (isOversize(name, input)) throw new AppError('ipc/bad-input', name, { detail: 'too large' })
  const parsed = CALL_VALIDATORS[name].safeParse(input)
  if (!parsed.success)
    throw new AppError('ipc/bad-input', name, { detail: parsed.error.issues[0]?.message ?? 'invalid' })
  return await handlers[name](parsed.data)
}
