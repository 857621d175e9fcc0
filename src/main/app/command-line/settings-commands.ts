// The commands about settings: shown, and saved to a file that the window opens. They are read from their file, which an
// application that runs keeps up to date. Units on the command line are SI, whatever is set.

import { resolve } from 'node:path'
import type { Command } from 'commander'
import { atomicFiles } from '../../adapters/atomic-file'
import { settingLines, writeSettingsText } from '../../core/settings/settings-text'
import { withJson, type Decide } from './asking'
import { table } from './table'

export function addSettingsCommands(program: Command, decide: Decide): void {
  const settings = program.command('settings').description('what is set on this machine')
  withJson(settings.command('show').description('all settings by name')).action(() =>
    decide(({ settings: shown }) =>
      Promise.resolve({ json: shown, text: table(['setting', 'value'], settingLines(shown)) }),
    ),
  )
  withJson(settings.command('export').description('save them for another computer'))
    .requiredOption('--out <file>', 'where to')
    .action(({ out }: { out: string }) =>
      decide(async ({ settings: shown }) => {
        const path = resolve(out)
        await atomicFiles.write(path, Buffer.from(writeSettingsText(shown)))
        return { json: { file: path }, text: `saved ${path}` }
      }),
    )
}
