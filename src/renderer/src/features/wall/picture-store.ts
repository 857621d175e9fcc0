// Pictures of sculptures as files of the page: what has been drawn once is there at the next start before anything else.
// The browser's own database, because they are the page's: nothing but the page can draw them or has a use for them, and
// no call has to take bytes from it. What goes wrong here costs a drawing, never a picture.

/** Of one sculpture in one lighting. */
export interface PictureName {
  /** One place for each sculpture and lighting: a newer picture takes the older one's. */
  readonly place: string
  /** What the picture is of, to the last detail that can be seen. */
  readonly version: string
}

export interface PictureStore {
  /** The pictures that are there and of that version, by place. Empty where the database cannot be used. */
  recall(names: readonly PictureName[]): Promise<ReadonlyMap<string, Blob>>
  /** Keeps a picture, in the place of an older one. */
  keep(name: PictureName, picture: Blob): Promise<void>
  /** Whether there are none at all, or none that can be read. */
  isEmpty(): Promise<boolean>
  /** Removes those whose place begins like this, but for `kept`. */
  removeBut(kept: ReadonlySet<string>, beginning: string): Promise<void>
  close(): void
}

interface Kept {
  readonly version: string
  readonly type: string
  /** Not the blob: one of 20 KB lies in the database itself so, and need not be a file of its own. */
  readonly bytes: ArrayBuffer
}

const DATABASE = 'wall'
const TABLE = 'pictures'

export function openPictureStore(databases: IDBFactory): PictureStore {
  let opened: Promise<IDBDatabase> | null = null
  const open = (): Promise<IDBDatabase> => (opened ??= openDatabase(databases))

  const within = async <T>(
    mode: IDBTransactionMode,
    work: (table: IDBObjectStore) => Promise<T>,
  ): Promise<T | null> => {
    try {
      const database = await open()
      return await work(database.transaction(TABLE, mode).objectStore(TABLE))
    } catch {
      // No room, a damaged database, a page that is going away (DOMException of many names): drawn anew instead.
      return null
    }
  }

  return {
    async recall(names) {
      const found = new Map<string, Blob>()
      await within('readonly', async (table) => {
        await Promise.all(
          names.map(async ({ place, version }) => {
            const kept = (await answerOf(table.get(place))) as Kept | undefined
            if (kept?.version === version) found.set(place, new Blob([kept.bytes], { type: kept.type }))
          }),
        )
      })
      return found
    },
    async keep({ place, version }, picture) {
      const bytes = await picture.arrayBuffer()
      const kept: Kept = { version, type: picture.type, bytes }
      await within('readwrite', (table) => answerOf(table.put(kept, place)))
    },
    async isEmpty() {
      return ((await within('readonly', (table) => answerOf(table.count()))) ?? 0) === 0
    },
    async removeBut(kept, beginning) {
      await within('readwrite', async (table) => {
        const places = (await answerOf(table.getAllKeys())).map(String)
        const leaving = places.filter((place) => place.startsWith(beginning) && !kept.has(place))
        await Promise.all(leaving.map((place) => answerOf(table.delete(place))))
      })
    },
    close() {
      void opened?.then(
        (database) => database.close(),
        () => undefined,
      )
    },
  }
}

function openDatabase(databases: IDBFactory): Promise<IDBDatabase> {
  const request = databases.open(DATABASE, 1)
  request.addEventListener('upgradeneeded', () => request.result.createObjectStore(TABLE))
  return answerOf(request)
}

function answerOf<T>(request: IDBRequest<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    request.addEventListener('success', () => resolve(request.result))
    request.addEventListener('error', () =>
      reject(request.error ?? new Error('the database does not answer')),
    )
  })
}
