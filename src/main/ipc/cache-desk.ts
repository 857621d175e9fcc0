// Where the cache lies, as people may change it: moved as a task, and remembered for the next start. The page moves to
// what the person picked in the system's dialog, by a token; only the command line, which is the person's own, names a
// folder.

import {
  MOVE_SUBJECT,
  type CacheFolder,
  type ChosenFolder,
  type FolderToken,
  type MoveProgress,
} from '@contract/cache'
import type { ErrorReport } from '@contract/errors'
import type { TaskId } from '@contract/tasks'
import { say } from '@contract/phrases'
import { isSameFolder } from '../adapters/folders'
import { AppError } from '../core/app-error'
import type { TaskQueue } from '../core/tasks/task-queue'

/** The folder of all caches, in the process that has them open. */
export interface CachePlace {
  folder(): string
  /** What moving there would come to. @param picked may have other things in it: then a folder is made within. */
  plan(picked: string): Promise<{
    readonly to: string
    readonly bytes: number
    readonly freeBytes: number | null
    readonly trouble: ErrorReport | null
  }>
  /** @param remember keeps the new folder for the next start. @throws AppError as `moveCache`. */
  move(
    to: string,
    options: {
      readonly target: 'chosen' | 'usual'
      readonly signal: AbortSignal
      readonly onProgress: (progress: MoveProgress) => void
      readonly remember: () => Promise<void>
    },
  ): Promise<void>
  /** The folder is gone, and with it what there would be to move. */
  isMissing(): boolean
  /** Takes another folder into use as it is. */
  open(folder: string): Promise<void>
}

/** What the desktop does for us. */
export interface FolderTools {
  /** @returns an absolute path, or null when the person thought better of it. */
  chooseFolder(): Promise<string | null>
  openFolder(path: string): Promise<void>
}

export interface CacheDeskParts {
  readonly place: CachePlace
  readonly tasks: TaskQueue
  readonly usualFolder: string
  /** For the next start; null: the usual folder. */
  readonly remember: (folder: string | null) => Promise<void>
  /** Null where there is no desktop. */
  readonly tools: FolderTools | null
}

/** A person picks one and then decides; some more than that. */
const REMEMBERED_FOLDERS = 10

export class CacheDesk {
  /** Insertion order; the oldest is forgotten first. */
  private readonly chosen = new Map<FolderToken, string>()
  private lastNumber = 0

  constructor(private readonly parts: CacheDeskParts) {}

  folder(): CacheFolder {
    return { path: this.parts.place.folder(), usualPath: this.parts.usualFolder }
  }

  async choose(): Promise<ChosenFolder | null> {
    const picked = await this.parts.tools?.chooseFolder()
    if (picked === undefined || picked === null) return null
    const { to, bytes, freeBytes, trouble } = await this.parts.place.plan(picked)
    this.lastNumber += 1
    const token = `d${this.lastNumber}`
    this.chosen.set(token, to)
    for (const oldest of [...this.chosen.keys()].slice(0, -REMEMBERED_FOLDERS)) this.chosen.delete(oldest)
    return { token, name: to, bytes, freeBytes, trouble }
  }

  /** @throws AppError `cache/folder-in-use` for a token that was never given out, or long ago, and as `moveToFolder`. */
  moveTo(token: FolderToken): TaskId {
    const folder = this.chosen.get(token)
    if (folder === undefined)
      throw new AppError('cache/folder-in-use', token, { detail: say('folder-forgotten') })
    return this.moveToFolder(folder)
  }

  /** @throws AppError `cache/folder-in-use` while it is being moved. The rest is told by the task. */
  moveToFolder(folder: string): TaskId {
    const { usualFolder } = this.parts
    return this.move(folder, isSameFolder(folder, usualFolder) ? 'usual' : 'chosen')
  }

  /** @returns the task that moves it back, or null when there was nothing to move. @throws as `moveToFolder`. */
  async useUsualFolder(): Promise<TaskId | null> {
    const { place, usualFolder, remember } = this.parts
    if (!place.isMissing()) return this.move(usualFolder, 'usual')
    await remember(null)
    await place.open(usualFolder)
    return null
  }

  async show(): Promise<void> {
    await this.parts.tools?.openFolder(this.parts.place.folder())
  }

  private move(to: string, target: 'chosen' | 'usual'): TaskId {
    const { tasks, place, remember } = this.parts
    if (this.moveUnderWay() !== null)
      throw new AppError('cache/folder-in-use', to, { detail: say('folder-moving') })
    const moved = tasks.run({
      kind: 'move-cache',
      // It is about both; a task belongs to one.
      source: 'archive',
      subject: MOVE_SUBJECT,
      urgency: 'interactive',
      work: async ({ signal, report }) => {
        await place.move(to, {
          target,
          signal,
          onProgress: ({ doneBytes, totalBytes }) => report('copying', doneBytes, totalBytes),
          remember: () => remember(target === 'usual' ? null : to),
        })
      },
    })
    // The task tells how it ends.
    moved.catch(() => {})
    const id = this.moveUnderWay()
    if (id === null) throw new AppError('task/unknown', MOVE_SUBJECT)
    return id
  }

  private moveUnderWay(): TaskId | null {
    const isOurs = ({ kind, finishedAt }: ReturnType<TaskQueue['list']>[number]): boolean =>
      kind === 'move-cache' && finishedAt === null
    return this.parts.tasks.list().find(isOurs)?.id ?? null
  }
}
