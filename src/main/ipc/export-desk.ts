// Exports as the page may ask for them: the person chooses a place in the system's dialog, the page gets a token. No
// path ever crosses to the page or comes from it.

import type {
  ExportedFile,
  ExportFormat,
  ExportOrder,
  PrintOptions,
  PrintSize,
  SavedFileToken,
  SaveOutcome,
} from '@contract/export'
import type { SculptureId } from '@contract/ids'
import type { SculptureLook } from '@contract/sculpture-look'
import { AppError } from '../core/app-error'
import type { SculptureExporter } from '../core/export/exporter'

/** What the desktop does for us: dialogs, clipboard, file manager. */
export interface DeskTools {
  /** @returns an absolute path with this ending, or null when the person thought better of it. */
  chooseFile(suggestedName: string, ending: ExportFormat | 'png'): Promise<string | null>
  copyPicture(png: Uint8Array): Promise<void>
  showInFolder(path: string): void
}

/** Saved files that can still be shown in their folder: as many as a person may have on screen, and some more. */
const REMEMBERED_FILES = 50

export class ExportDesk {
  /** Insertion order; the oldest is forgotten first. */
  private readonly saved = new Map<SavedFileToken, string>()
  private lastNumber = 0

  constructor(
    private readonly exporter: SculptureExporter,
    private readonly tools: DeskTools,
    private readonly closing: AbortSignal,
  ) {}

  planPrint(id: SculptureId, print: PrintOptions, look: SculptureLook): Promise<PrintSize> {
    return this.exporter.planPrint(id, print, look, this.closing)
  }

  save(order: ExportOrder): Promise<SaveOutcome> {
    return this.saveAs(order.id, order.format, (path) => this.exporter.save(order, path))
  }

  savePicture(id: SculptureId, png: Uint8Array): Promise<SaveOutcome> {
    return this.saveAs(id, 'png', (path) => this.exporter.savePicture(png, path))
  }

  copyPicture(png: Uint8Array): Promise<void> {
    return this.tools.copyPicture(png)
  }

  /** @throws AppError `export/file-gone` for a token that was never given out, or long ago. */
  showInFolder(token: SavedFileToken): void {
    const path = this.saved.get(token)
    if (path === undefined) throw new AppError('export/file-gone', token)
    this.tools.showInFolder(path)
  }

  private async saveAs(
    id: SculptureId,
    ending: ExportFormat | 'png',
    write: (path: string) => Promise<ExportedFile>,
  ): Promise<SaveOutcome> {
    const suggested = await this.exporter.suggestName(id, ending, this.closing)
    const path = await this.tools.chooseFile(suggested, ending)
    if (path === null) return { state: 'dismissed' }
    const file = await write(path)
    this.lastNumber += 1
    const token = `f${this.lastNumber}`
    this.saved.set(token, path)
    for (const oldest of [...this.saved.keys()].slice(0, -REMEMBERED_FILES)) this.saved.delete(oldest)
    return { state: 'saved', file, token }
  }
}
