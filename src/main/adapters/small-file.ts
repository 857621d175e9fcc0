// Files that a person picked, read whole if they are small: nobody knows what was picked.

import { open } from 'node:fs/promises'
import { basename } from 'node:path'

interface SmallFile {
  /** Without its folder. */
  readonly name: string
  /** Null: it is too large. */
  readonly text: string | null
}

/** @param mostBytes more than that is never read, of a device without end neither. @throws the system's error. */
export async function readSmallFile(path: string, mostBytes: number): Promise<SmallFile> {
  const name = basename(path)
  const file = await open(path, 'r')
  try {
    const buffer = Buffer.alloc(mostBytes + 1)
    let length = 0
    while (length <= mostBytes) {
      const { bytesRead } = await file.read(buffer, length, buffer.length - length, null)
      if (bytesRead === 0) return { name, text: buffer.toString('utf8', 0, length) }
      length += bytesRead
    }
    return { name, text: null }
  } finally {
    await file.close()
  }
}
