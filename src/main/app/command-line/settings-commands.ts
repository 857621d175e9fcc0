// The commands about settings: shown, saved to a file that the window opens, and taken from one. They are read from their
// file, which an application that runs keeps up to date; it is also the one that changes them then. Units on the command
// line are SI, whatever is set.

import { resolve } from 'node:path'
import type { Command } from 'commander'
import type { SettingChange } from '@contract/settings-transfer'
import { atomicFiles } from '../../adapters/atomic-file'
import { AppError } from '../../core/app-error'
import { settingInWords, settingLines, writeSettingsText } from '../../core/settings/settings-text'
import { planTaking, readSettingsFile } from '../../ipc/settings-transfer'
import { withJson, type Answer, type Decide, type Place } from './asking'
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
  withJson(
    settings
      .command('import')
      .description('take them from such a file, all or nothing; says first what that changes, and asks'),
  )
    .argument('<file>', 'as `settings export` or the window saved it')
    .option('--plan', 'only say what it would change')
    .option('--yes', 'do not ask')
    .action((file: string, options: ImportOptions) => decide((place) => importSettings(place, file, options)))
}

interface ImportOptions {
  readonly plan?: true
  readonly yes?: true
}

/** @throws AppError as `readSettingsFile` and `planTaking`; then nothing has changed. */
async function importSettings(place: Place, file: string, { plan, yes }: ImportOptions): Promise<Answer> {
  const { confirm } = place
  if (plan !== true && yes !== true && confirm === null)
    throw new AppError('cli/wrong-use', 'settings import', { detail: 'without a terminal it needs --yes' })
  const path = resolve(file)
  const { given } = await readSettingsFile(path)
  const { changes } = planTaking(place.settings, given)
  const answer = (isTaken: boolean, made: readonly SettingChange[], text: string): Answer => ({
    json: { file: path, isTaken, changes: made },
    text,
  })
  if (plan === true) return answer(false, changes, changesText(changes))
  if (changes.length === 0) return answer(false, changes, NOTHING_CHANGES)
  if (yes !== true) {
    place.say(changesText(changes))
    if (!(await confirm?.('Take them? [y/N] ')))
      return { ...answer(false, changes, 'nothing was changed'), outcome: 'cancelled' }
  }
  const made = await place.takeSettings(given)
  return answer(true, made, made.length === 0 ? NOTHING_CHANGES : `taken:\n${changesText(made)}`)
}

const NOTHING_CHANGES = 'all of it is set so already'

function changesText(changes: readonly SettingChange[]): string {
  if (changes.length === 0) return NOTHING_CHANGES
  const rows = changes.map(({ path, before, after }) => [path, settingInWords(before), settingInWords(after)])
  return table(['setting', 'is', 'becomes'], rows)
}
