// Reads the log's file as it grows, over its rotation.

import { open, readFile, stat } from 'node:fs/promises'
import type { LogLine } from '@contract/logs'
import { readLogLine } from '../core/log-line'
import type { Sleep } from '../core/ports'

/** Soon enough to look live, seldom enough for a file that mostly rests. */
const FOLLOW_INTERVAL_MS = 400

/** The newest lines that `isWanted`, oldest first; the older file is read only where the newer has too few. */
export async function readLog(
  file: string,
  isWanted: (line: LogLine) => boolean,
  limit: number,
): Promise<readonly LogLine[]> {
  const newest = newestOf(await textOf(file), isWanted, limit)
  if (newest.length === limit) return newest
  return [...newestOf(await textOf(`${file}.1`), isWanted, limit - newest.length), ...newest]
}

/** Hands on every line that is written from now on, until the signal fires. */
export async function followLog(
  file: string,
  onLine: (line: LogLine) => void,
  signal: AbortSignal,
  sleep: Sleep,
): Promise<void> {
  let position = await sizeOf(file)
  let rest = ''
  while (!signal.aborted) {
    const size = await sizeOf(file)
    // Shorter than it was: the log has begun a new file.
    if (size < position) {
      position = 0
      rest = ''
    }
    if (size > position) {
      const lines = (rest + (await readFrom(file, position, size))).split('\n')
      position = size
      rest = lines.pop() ?? ''
      for (const line of lines.flatMap((text) => readLogLine(text) ?? [])) onLine(line)
    }
    // The signal ends the sleep with `task/cancelled`, and the loop with it.
    await sleep(FOLLOW_INTERVAL_MS, signal).catch(() => {})
  }
}

/** From the end backwards: a log of megabytes is not understood line by line for the sake of its last few. */
function newestOf(text: string, isWanted: (line: LogLine) => boolean, limit: number): readonly LogLine[] {
  const found: LogLine[] = []
  for (let end = text.length; end > 0 && found.length < limit;) {
    const start = text.lastIndexOf('\n', end - 1) + 1
    const line = readLogLine(text.slice(start, end))
    if (line !== null && isWanted(line)) found.push(line)
    end = start - 1
  }
  return found.reverse()
}

function textOf(file: string): Promise<string> {
  return readFile(file, 'utf8').catch(whenMissing(''))
}

async function sizeOf(file: string): Promise<number> {
  return (await stat(file).catch(whenMissing(null)))?.size ?? 0
}

async function readFrom(file: string, start: number, end: number): Promise<string> {
  const handle = await open(file, 'r')
  try {
    const bytes = Buffer.alloc(end - start)
    const { bytesRead } = await handle.read(bytes, 0, bytes.byteLength, start)
    return bytes.toString('utf8', 0, bytesRead)
  } finally {
    await handle.close()
  }
}

function whenMissing<T>(value: T): (error: NodeJS.ErrnoException) => T {
  return (error) => {
    if (error.code === 'ENOENT') return value
    throw error
  }
}
