// The only file that touches ipcMain. Every message is checked twice: who sends it, and what is in it. Nothing
// throws across the border, because Electron keeps only an error's message.

import { randomUUID } from 'node:crypto'
import type { IpcMain, IpcMainInvokeEvent } from 'electron'
import { PAGE_CALLS, type PageCall } from '@contract/calls'
import type { Result } from '@contract/errors'
import { AppError, toReport } from '../core/app-error'
import type { Logger } from '../core/ports'
import { answerCall, type Handlers } from './answer'

export const CALL_CHANNEL = 'gallery:call'

export interface RouterOptions {
  readonly ipcMain: Pick<IpcMain, 'handle'>
  /** While they are still on their way, calls wait; whoever is a stranger is refused at once. */
  readonly handlers: Promise<Pick<Handlers, PageCall>>
  readonly isTrusted: (event: IpcMainInvokeEvent) => boolean
  readonly logger: Logger
}

export function startRouter({ ipcMain, handlers, isTrusted, logger }: RouterOptions): void {
  ipcMain.handle(CALL_CHANNEL, async (event, message: unknown): Promise<Result<unknown>> => {
    try {
      if (!isTrusted(event)) throw new AppError('ipc/untrusted-sender', event.senderFrame?.url ?? 'unknown')
      const { name, input } = readEnvelope(message)
      return { ok: true, value: await answerCall(await handlers, name, input) }
    } catch (error) {
      const report = toReport(error, randomUUID())
      const isBug = report.code === 'internal/bug'
      logger.log(isBug ? 'error' : 'info', 'ipc', report.message, {
        code: report.code,
        correlationId: report.correlationId,
        ...(isBug && error instanceof Error ? { stack: error.stack } : {}),
      })
      return { ok: false, error: report }
    }
  })
}

const pageCalls: ReadonlySet<string> = new Set(PAGE_CALLS)

function readEnvelope(message: unknown): { readonly name: PageCall; readonly input: unknown } {
  if (typeof message === 'object' && message !== null && 'name' in message) {
    const { name } = message
    if (typeof name === 'string' && pageCalls.has(name))
      return { name: name as PageCall, input: 'input' in message ? message.input : undefined }
  }
  throw new AppError('ipc/bad-input', 'unknown call')
}
