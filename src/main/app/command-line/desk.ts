// Whom the command line asks: the application that is running, through its socket, or the parts in this process.

import type { CallInput, CallOutput } from '@contract/calls'
import type { ControlCall } from '@contract/control'
import type { ErrorReport } from '@contract/errors'
import type { ControlLine } from '../../adapters/control-socket'
import { AppError } from '../../core/app-error'
import { answerCall } from '../../ipc/answer'
import { readAnswer, requestLine, type ControlHandlers } from '../../ipc/control-desk'

export interface Desk {
  /** Whether it is the application's: then work goes on when this process ends. */
  readonly isApplication: boolean
  /** @throws AppError or ReportedError. */
  call<N extends ControlCall>(name: N, input: CallInput<N>): Promise<CallOutput<N>>
}

/** An error that comes ready for people from another process. */
export class ReportedError extends Error {
  override readonly name = 'ReportedError'

  constructor(readonly report: ErrorReport) {
    super(report.message)
  }
}

export function remoteDesk(line: ControlLine): Desk {
  return {
    isApplication: true,
    async call<N extends ControlCall>(name: N, input: CallInput<N>): Promise<CallOutput<N>> {
      const text = await line.ask(requestLine(name, input)).catch((cause: unknown) => {
        throw new AppError('cli/application-gone', '', { cause })
      })
      const result = readAnswer<N>(text)
      if (!result.ok) throw new ReportedError(result.error)
      return result.value
    },
  }
}

export function localDesk(handlers: ControlHandlers): Desk {
  return {
    isApplication: false,
    call: (name, input) => answerCall<ControlCall>(handlers, name, input),
  }
}
