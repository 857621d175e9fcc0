// Whether the cache can be moved to a folder: empty or new, not entangled with the present one, writable, and with room
// for everything. Asked before the first byte is copied.

import { realpath } from 'node:fs/promises'
import { basename, dirname, isAbsolute, join, relative, resolve, sep } from 'node:path'
import { say } from '@contract/phrases'
import { AppError } from '../../core/app-error'
import { systemCode, writeFailure, type FileAccess } from './file-access'
import type { FreeSpace } from './free-space'
import { probeFolder } from './probe-folder'

/**
 * @param mayHold a name in the folder that is no obstacle: in the usual one, other things of ours lie beside the cache.
 * @param bytes what will be copied.
 * @throws AppError `cache/folder-in-use`, `cache/full`, `cache/unwritable`, `cache/missing`.
 */
export async function checkMoveTarget(
  access: { readonly files: FileAccess; readonly space: FreeSpace },
  from: string,
  to: string,
  bytes: number,
  mayHold: (name: string) => boolean = () => false,
): Promise<void> {
  const [source, target] = await Promise.all([realFolder(from), realFolder(to)])
  if (!isAbsolute(to) || isWithinOrSame(source, target) || isWithinOrSame(target, source))
    throw new AppError('cache/folder-in-use', to, { detail: say('folder-nested') })
  const names = await access.files.readdir(to).catch((error: unknown) => {
    if (systemCode(error) === 'ENOENT') return []
    throw writeFailure(error, to)
  })
  if (!names.every(mayHold))
    throw new AppError('cache/folder-in-use', to, { detail: say('folder-not-empty') })
  const failure = (await probeFolder(access, to, bytes)) ?? (await access.space.shortage(to, bytes))
  if (failure !== null) throw failure
}

/** With links resolved as far as the path exists: a link into the present folder leads into it. */
async function realFolder(path: string): Promise<string> {
  const absolute = resolve(path)
  try {
    return await realpath(absolute)
  } catch {
    const parent = dirname(absolute)
    return parent === absolute ? absolute : join(await realFolder(parent), basename(absolute))
  }
}

function isWithinOrSame(inner: string, outer: string): boolean {
  const path = relative(outer, inner)
  return path === '' || (path !== '..' && !path.startsWith(`..${sep}`) && !isAbsolute(path))
}
