// The export worker: solids and files, off the main thread. A script of its own, so that threads which decode sessions
// never load WebAssembly, fonts and zip. Piscina calls the default export once per request.

import { makeExport } from '../core/export/make-export'
import type { ExportAnswer, ExportRequest } from './export-messages'
import { toParts } from './messages'

export default async function answer(request: ExportRequest): Promise<ExportAnswer> {
  try {
    return { ok: true, value: await makeExport(request) }
  } catch (error) {
    return { ok: false, error: toParts(error) }
  }
}
