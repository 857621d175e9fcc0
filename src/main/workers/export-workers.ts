// The export worker as core sees it: `ExportMaker` over Piscina. Runs in the main process and in the command line.

import { Piscina } from 'piscina'
import type { ExporterParts } from '../core/export/exporter'
import type { ExportJob, MadeExport } from '../core/export/make-export'
import type { ExportAnswer, ExportRequest } from './export-messages'
import { fromParts } from './messages'

/** People export one thing after the other; a second thread would take its core from what they look at. */
const THREADS = 1
/** Starting a thread and compiling WebAssembly costs some 150 ms; kept while somebody tries out options. */
const IDLE_MS = 30_000

export class ExportWorkers {
  private readonly pool: Piscina

  /**
   * @param file the built worker script.
   * @param readFonts subsets of the lettering's font; asked for once, when the first export is made.
   */
  constructor(
    file: string,
    private readonly readFonts: () => Promise<readonly Uint8Array[]>,
  ) {
    this.pool = new Piscina({ filename: file, minThreads: 0, maxThreads: THREADS, idleTimeout: IDLE_MS })
  }

  /** The maker port. An abort ends the thread it runs in; Piscina starts another. */
  readonly make: ExporterParts['maker']['make'] = async (job: Omit<ExportJob, 'fonts'>, signal) => {
    const request: ExportRequest = { ...job, fonts: await this.readFonts() }
    const answer = (await this.pool.run(request, { signal })) as ExportAnswer
    if (!answer.ok) throw fromParts(answer.error)
    return answer.value satisfies MadeExport
  }

  /** Ends the thread. May be called twice. */
  async close(): Promise<void> {
    await this.pool.destroy()
  }
}
