// Where a command finds what it needs: the parts of this process, made when they are first asked for, the application
// that runs, the log, and the terminal.

import { join } from 'node:path'
import { connectControl, controlAddress, type ControlLine } from '../../adapters/control-socket'
import { readDevelopmentSwitches } from '../../adapters/development-switches'
import { COST_FILE, findFolders, LOG_FILE, TASKS_FILE } from '../../adapters/folders'
import { createLineLogger, createStderrSink } from '../../adapters/line-logger'
import { readSettings, writeSettings } from '../../adapters/settings-file'
import { createScheduleReader } from '../../adapters/warming-schedule'
import type { GivenSettings, SettingChange } from '@contract/settings-transfer'
import { CacheDesk } from '../../ipc/cache-desk'
import { createCacheHandlers } from '../../ipc/cache-handlers'
import { createWarmingHandlers } from '../../ipc/warming-handlers'
import { compose, type Composition } from '../compose'
import { planTaking } from '../../ipc/settings-transfer'
import { shownSettings, toStore } from '../settings-desk'
import { cacheLimitsOf } from '../source-cache'
import type { Place } from './asking'
import { localDesk, remoteDesk, type Desk } from './desk'
import { confirmOn } from './confirm'
import { createProgressLine } from './progress'

export interface CommandLineOptions {
  readonly workerFile: string
  readonly isPackaged: boolean
  readonly version: string
}

export interface OpenPlace {
  readonly place: Place
  /** Leaves a clean line for the answer. May be called twice. */
  quiet(): void
  /** May be called twice. */
  close(): Promise<void>
}

/** @param signal fires when the person interrupts. */
export function openPlace(options: CommandLineOptions, wantsJson: boolean, signal: AbortSignal): OpenPlace {
  const switches = readDevelopmentSwitches(process.env, options.isPackaged)
  const folders = findFolders(process.platform, process.env, switches.userData)
  const logger = createLineLogger(createStderrSink(), 'warn')
  const settings = readSettings(folders.userData, logger)
  let composition: Composition | null = null
  let making: Promise<Composition> | null = null
  let line: ControlLine | null = null
  const progress = createProgressLine(process.stderr, () => composition?.tasks.list() ?? [])

  const make = async (): Promise<Composition> => {
    // Loaded here, because the window's process reads this file too and has Chromium's network.
    const { createNodeNetwork } = await import('../../adapters/http/node-network')
    composition = compose({
      cacheFolder: settings.cache.folder ?? folders.cache,
      isCacheMoved: settings.cache.folder !== null,
      cacheLimits: cacheLimitsOf(settings.cache),
      limitsFolder: join(folders.userData, 'request-limits'),
      // A window may be open and keeping these.
      taskHistory: { file: join(folders.userData, TASKS_FILE), access: 'read' },
      warming: {
        settings: () => settings,
        record: { file: join(folders.userData, COST_FILE), access: 'read' },
      },
      network: createNodeNetwork(),
      switches,
      workerFile: options.workerFile,
      logger,
      onTasksChange: () => progress.request(),
    })
    return composition
  }
  const parts = (): Promise<Composition> => {
    making ??= make()
    return making
  }
  const application = async (): Promise<Desk | null> => {
    if (line?.isOpen() !== true)
      line = await connectControl(controlAddress(folders.userData, process.platform))
    return line === null ? null : remoteDesk(line)
  }
  const takeHere = async (given: GivenSettings): Promise<readonly SettingChange[]> => {
    const known = readSettings(folders.userData, logger)
    const { change, changes } = planTaking(
      shownSettings((name) => known[name]),
      given,
    )
    await writeSettings(folders.userData, toStore(change, known.cache.folder), logger)
    return changes
  }
  const desk = async (): Promise<Desk> => {
    const running = await application()
    if (running !== null) return running
    const made = await parts()
    return localDesk({
      ...createCacheHandlers({
        caches: made.caches,
        cacheDesk: new CacheDesk({
          place: made.cachePlace,
          tasks: made.tasks,
          usualFolder: folders.cache,
          remember: (folder) =>
            writeSettings(folders.userData, { cache: { ...settings.cache, folder } }, logger),
          tools: null,
        }),
      }),
      ...createWarmingHandlers({
        ...made,
        scheduleStatus: createScheduleReader(folders.userData, settings.schedule, made.clock, logger),
        health: (closing) =>
          made.checkHealth(
            { part: 'scheduler', state: 'off', detail: 'the application is not running' },
            closing,
          ),
        closing: signal,
      }),
      'settings:takeGiven': takeHere,
    })
  }
  return {
    place: {
      parts,
      desk,
      logFile: join(folders.userData, LOG_FILE),
      settings: shownSettings((name) => settings[name]),
      // Without the rest of this process's parts: a cache is not opened to change a setting.
      takeSettings: async (given) =>
        (await application())?.call('settings:takeGiven', given) ?? takeHere(given),
      version: options.version,
      signal,
      show: (text) => progress.show(text),
      confirm: confirmOn(process.stdin, process.stderr, signal),
      say: (text) => void process.stderr.write(`${text}\n`),
      print: (json, text) => void process.stdout.write(`${wantsJson ? JSON.stringify(json) : text}\n`),
    },
    quiet: () => progress.close(),
    close: async () => {
      line?.close()
      await composition?.close()
    },
  }
}
