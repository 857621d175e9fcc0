// What the desktop does for an export and for the cache: dialogs, the clipboard, the file manager. Electron only, no rule.

import { extname } from 'node:path'
// As a whole: a name that an older Electron lacks would not even link.
import * as electron from 'electron'
import { AppError } from '../core/app-error'
import type { FolderTools } from '../ipc/cache-desk'
import type { DeskTools } from '../ipc/export-desk'
import type { SettingsFileTools } from '../ipc/settings-transfer'
import { desktopWords } from './desktop-words'

const { BrowserWindow, clipboard, dialog, nativeImage, shell } = electron

export function createDeskTools(): DeskTools & FolderTools & SettingsFileTools {
  return {
    async chooseFile(suggestedName, ending) {
      const options = {
        defaultPath: suggestedName,
        filters: [{ name: desktopWords().files[ending], extensions: [ending] }],
        properties: ['createDirectory' as const, 'showOverwriteConfirmation' as const],
      }
      const window = windowOnTop()
      const { canceled, filePath } =
        window === undefined
          ? await dialog.showSaveDialog(options)
          : await dialog.showSaveDialog(window, options)
      if (canceled || filePath === '') return null
      // Linux dialogs do not add the ending, and without it no other program knows what the file is.
      return extname(filePath).toLowerCase() === `.${ending}` ? filePath : `${filePath}.${ending}`
    },
    async chooseFileToOpen(ending) {
      const options = {
        filters: [{ name: desktopWords().files[ending], extensions: [ending] }],
        properties: ['openFile' as const],
      }
      const window = windowOnTop()
      const { canceled, filePaths } =
        window === undefined
          ? await dialog.showOpenDialog(options)
          : await dialog.showOpenDialog(window, options)
      return canceled ? null : (filePaths[0] ?? null)
    },
    async chooseFolder() {
      const options = { properties: ['openDirectory' as const, 'createDirectory' as const] }
      const window = windowOnTop()
      const { canceled, filePaths } =
        window === undefined
          ? await dialog.showOpenDialog(options)
          : await dialog.showOpenDialog(window, options)
      return canceled ? null : (filePaths[0] ?? null)
    },
    async openFolder(path) {
      // Its answer is empty where all went well.
      const reason = await shell.openPath(path)
      if (reason !== '') throw new AppError('cache/missing', path, { detail: reason })
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

function windowOnTop(): electron.BrowserWindow | undefined {
  return BrowserWindow.getFocusedWindow() ?? BrowserWindow.getAllWindows()[0]
}

/** Electron 33, which machines without access to Electron's own host run, has another clipboard than 45. */
interface OlderClipboard {
  writeImage(image: electron.NativeImage): void
}

function hasWriteImage(target: object): target is OlderClipboard {
  return 'writeImage' in target && typeof target.writeImage === 'function'
}
