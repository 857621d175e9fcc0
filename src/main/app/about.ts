// What the application says of itself: versions, notices, and where the licences of all that is shipped can be read.

import { join } from 'node:path'
import { app, dialog, shell } from 'electron'
import type { AppVersions } from '@contract/calls'
import type { Logger } from '../core/ports'
import { desktopWords, PRODUCT } from './desktop-words'

/** The name that `scripts/packaging/builder-config.mjs` gives it, beside the archive. */
const LICENCES_FILE = 'THIRD-PARTY.txt'

/** macOS has a panel of its own for it, which its menu opens. Told anew when the language changes. */
export function describeApplication(versions: AppVersions): void {
  app.setAboutPanelOptions({
    applicationName: PRODUCT,
    applicationVersion: versions.app,
    copyright: detailOf(versions),
  })
}

/** A dialog, where a panel could hold no button. */
export async function showAbout(versions: AppVersions, logger: Logger): Promise<void> {
  const words = desktopWords().about
  const { response } = await dialog.showMessageBox({
    type: 'info',
    title: words.title,
    message: words.version(versions.app),
    detail: app.isPackaged ? detailOf(versions) : `${detailOf(versions)}\n\n${words.licencesAreMade}`,
    buttons: app.isPackaged ? [words.close, words.licences] : [words.close],
    defaultId: 0,
    cancelId: 0,
  })
  if (response === 1) openLicences(logger)
}

/** Opens the one file, in whatever the system shows text with; in development, where nothing is shipped, there is none. */
export function openLicences(logger: Logger): void {
  if (!app.isPackaged) return
  const file = join(process.resourcesPath, LICENCES_FILE)
  void shell.openPath(file).then((trouble) => {
    if (trouble !== '') logger.log('warn', 'desktop', `the licences cannot be opened: ${trouble}`, { file })
  })
}

function detailOf({ electron, chromium, node }: AppVersions): string {
  const { builtOn, notices } = desktopWords().about
  return `${builtOn(electron, chromium, node)}\n\n${notices}`
}
