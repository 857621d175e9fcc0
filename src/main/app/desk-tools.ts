// What the desktop does for an export: the save dialog, the clipboard, the file manager. Electron only, no rule.

import { extname } from 'node:path'
// As a whole: a name that an older Electron lacks would not even link.
import * as electron from 'electron'
import type { ExportFormat } from '@contract/export'
import type { DeskTools } from '../ipc/export-desk'

const { BrowserWindow, clipboard, dialog, nativeImage, shell } = electron

/** Kinds of files as the system's dialog names them. */
const FILE_KINDS: Readonly<Record<ExportFormat | 'png', string>> = {
  '3mf': '3MF model in colour',
  stl: 'STL model',
  glb: 'glTF model',
  csv: 'Comma-separated values',
  json: 'JSON document',
  png: 'PNG picture',
}

export function createDeskTools(): DeskTools {
  return {
    async chooseFile(suggestedName, ending) {
      const options = {
        defaultPath: suggestedName,
        filters: [{ name: FILE_KINDS[ending], extensions: [ending] }],
        properties: ['createDirectory' as const, 'showOverwriteConfirmation' as const],
      }
      const window = BrowserWindow.getFocusedWindow() ?? BrowserWindow.getAllWindows()[0]
      const { canceled, filePath } =
        window === undefined
          ? await dialog.showSaveDialog(options)
          : await dialog.showSaveDialog(window, options)
      if (canceled || filePath === '') return null
      // Linux dialogs do not add the ending, and without it no other program knows what the file is.
      return extname(filePath).toLowerCase() === `.${ending}` ? filePath : `${filePath}.${ending}`
    },
    async copyPicture(png) {
      if (hasWriteImage(clipboard)) clipboard.writeImage(nativeImage.createFromBuffer(Buffer.from(png)))
      else {
        const picture = new Blob([Uint8Array.from(png)], { type: 'image/png' })
        await clipboard.write([new electron.ClipboardItem({ 'image/png': picture })])
      }
    },
    showInFolder(path) {
      shell.showItemInFolder(path)
    },
  }
}

/** Electron 33, which machines without access to Electron's own host run, has another clipboard than 45. */
interface OlderClipboard {
  writeImage(image: electron.NativeImage): void
}

function hasWriteImage(target: object): target is OlderClipboard {
  return 'writeImage' in target && typeof target.writeImage === 'function'
}
