// From "this sculpture as that format" to a file: gets the sculpture and its names, has the bytes made elsewhere, and
// has them written. Decides what is exported, not where to: paths come from the person.

import type { Season } from '@contract/calendar'
import {
  exportSubject,
  type ExportedFile,
  type ExportFormat,
  type ExportOrder,
  type PrintOptions,
  type PrintSize,
} from '@contract/export'
import { sculptureKey, type SculptureId, type SourceKind } from '@contract/ids'
import type { Sculpture } from '@contract/sculpture'
import type { SculptureLook } from '@contract/sculpture-look'
import { decodeSculptureFrame } from '@contract/sculpture-frame'
import { say } from '@contract/phrases'
import { AppError, isAbort } from '../app-error'
import type { Gallery } from '../gallery/gallery'
import type { Clock } from '../ports'
import type { TaskQueue } from '../tasks/task-queue'
import { exhibitLabels, suggestedFileName, type ExhibitLabels } from './exhibit-labels'
import type { ExportJob, MadeExport } from './make-export'
import { planFor } from './plan-for'

/** Wherever exports are made: a worker thread in the application. */
export interface ExportMaker {
  /** @throws AppError as `makeExport`; aborts with an AbortError. */
  make(job: Omit<ExportJob, 'fonts'>, signal: AbortSignal): Promise<MadeExport>
}

export interface FileWriter {
  /**
   * All of it or nothing: an older file of this name stays as it is until the new one is complete.
   * @returns the file's name without its folder.
   * @throws AppError `export/disk-full`, `export/unwritable`.
   */
  write(path: string, bytes: Uint8Array): Promise<string>
}

export interface ExporterParts {
  readonly galleries: Readonly<Record<SourceKind, Gallery>>
  readonly tasks: TaskQueue
  readonly maker: ExportMaker
  readonly files: FileWriter
  readonly clock: Clock
}

interface Exhibit {
  readonly sculpture: Sculpture
  readonly labels: ExhibitLabels
}

export class SculptureExporter {
  constructor(private readonly parts: ExporterParts) {}

  /** How large a print would be. @throws AppError as `Gallery.openSculpture`. */
  async planPrint(
    id: SculptureId,
    print: PrintOptions,
    look: SculptureLook,
    signal: AbortSignal,
  ): Promise<PrintSize> {
    const { sculpture, labels } = await this.find(id, signal)
    return planFor(sculpture, labels, print, look).plan.size
  }

  /** @param ending without its dot. @throws AppError as `Gallery.openSculpture`. */
  async suggestName(id: SculptureId, ending: ExportFormat | 'png', signal: AbortSignal): Promise<string> {
    const { labels } = await this.find(id, signal)
    return suggestedFileName(id, labels, ending)
  }

  /**
   * Makes the file as a task that can be seen and cancelled.
   * @throws AppError as `Gallery.openSculpture` and `makeExport`, `export/disk-full`, `export/unwritable`,
   *   `task/cancelled`.
   */
  async save({ id, format, print, look }: ExportOrder, path: string): Promise<ExportedFile> {
    return await this.parts.tasks.run({
      kind: 'export',
      source: id.source,
      subject: exportSubject(sculptureKey(id), format),
      urgency: 'interactive',
      work: async (context) => {
        const { signal } = context
        const { sculpture, labels } = await this.find(id, signal)
        const startedAt = this.parts.clock.elapsed()
        context.report('shaping', 0, 1)
        const { bytes, solid, warnings } = await this.parts.maker.make(
          { sculpture, labels, format, print, look },
          signal,
        )
        signal.throwIfAborted()
        context.report('storing', 0, 1)
        const fileName = await this.parts.files.write(path, bytes)
        const elapsedMs = this.parts.clock.elapsed() - startedAt
        return { fileName, format, bytes: bytes.byteLength, elapsedMs, solid, warnings }
      },
    })
  }

  /** A picture that the page has drawn. @throws AppError `export/disk-full`, `export/unwritable`. */
  async savePicture(png: Uint8Array, path: string): Promise<ExportedFile> {
    const startedAt = this.parts.clock.elapsed()
    const fileName = await this.parts.files.write(path, png)
    const elapsedMs = this.parts.clock.elapsed() - startedAt
    return { fileName, format: 'png', bytes: png.byteLength, elapsedMs, solid: null, warnings: [] }
  }

  private async find(id: SculptureId, signal: AbortSignal): Promise<Exhibit> {
    const gallery = this.parts.galleries[id.source]
    // What is on show is there already, and looking at it again is not a lookup of the cache.
    const frame = (await gallery.readFrame(id)) ?? (await this.open(gallery, id))
    const sculpture = decodeSculptureFrame(frame)
    const season = await this.seasonOrNull(gallery, id.season, signal)
    return { sculpture, labels: exhibitLabels(id, sculpture.header, season) }
  }

  private async open(gallery: Gallery, id: SculptureId): Promise<Uint8Array> {
    const { key } = await gallery.openSculpture(id)
    const frame = await gallery.readFrame(id)
    if (frame === null) throw new AppError('cache/corrupt', key, { detail: say('gone-meanwhile') })
    return frame
  }

  /** Names are no reason to refuse an export: without a calendar the round's number stands for them. */
  private async seasonOrNull(gallery: Gallery, season: number, signal: AbortSignal): Promise<Season | null> {
    try {
      return await gallery.loadSeason(season, signal)
    } catch (error) {
      if (!(error instanceof AppError) || isAbort(error)) throw error
      return null
    }
  }
}
