// What crosses the border between the main thread and the export worker, typed both ways.

import type { ExportJob, MadeExport } from '../core/export/make-export'
import type { ErrorParts } from './messages'

export type ExportRequest = ExportJob

export type ExportAnswer =
  { readonly ok: true; readonly value: MadeExport } | { readonly ok: false; readonly error: ErrorParts }
