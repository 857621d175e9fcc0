// Jolpica's paged answers: `MRData` with a total, and rows somewhere inside. Follows the pages to their end, and does
// not trust the server to ever say that it is reached.

import { z } from 'zod'
import { AppError } from '../../app-error'

/** What is asked for; also the most the server gives, whatever is asked. */
export const PAGE_ROWS = 100

/** 1,000 rows: no list that is asked for here has a tenth of that. */
const MOST_PAGES = 10

export interface Page<Row> {
  /** Rows of all pages together, as the server says; null where it does not. */
  readonly total: number | null
  /** Rows of this page, unreadable ones included. */
  readonly received: number
  readonly rows: readonly Row[]
}

export interface Collected<Row, P extends Page<Row>> {
  /** For what all pages say alike. */
  readonly first: P
  readonly rows: readonly Row[]
  /** False when rows are known to be missing: unreadable, or announced and never sent. */
  readonly isComplete: boolean
}

const envelope = z.object({ MRData: z.looseObject({ total: z.unknown().optional() }) })

/** @throws AppError `source/unparsable` when the document as a whole is no answer of Jolpica's; nothing else. */
export function readEnvelope(
  bytes: Uint8Array,
  subject: string,
): { readonly total: number | null; readonly content: Readonly<Record<string, unknown>> } {
  try {
    const { MRData: content } = envelope.parse(JSON.parse(new TextDecoder().decode(bytes)))
    return { total: countOf(content.total), content }
  } catch (cause) {
    throw new AppError('source/unparsable', subject, { cause })
  }
}

/** A whole number as Jolpica writes it, in a string; null for anything else. */
export function countOf(value: unknown): number | null {
  return (typeof value === 'string' || typeof value === 'number') && /^\d{1,6}$/.test(String(value))
    ? Number(value)
    : null
}

/**
 * All rows of a list. Pages are counted by what they hold, not by the limit the server claims; a page that brings
 * nothing new is the last, for a server that ignores the offset would repeat the first for ever.
 *
 * @param load the page that begins at a row; null where there is none.
 * @param keyOf tells rows apart; of two with one key the first is kept.
 * @returns null when there is not even a first page.
 */
export async function collectPages<Row, P extends Page<Row>>(
  load: (offset: number) => Promise<P | null>,
  keyOf: (row: Row) => string,
): Promise<Collected<Row, P> | null> {
  const first = await load(0)
  if (first === null) return null
  const rows = new Map<string, Row>()
  let isReadable = true
  let offset = 0
  for (let page: P | null = first, pages = 1; page !== null; pages++) {
    const known = rows.size
    for (const row of page.rows) if (!rows.has(keyOf(row))) rows.set(keyOf(row), row)
    isReadable &&= page.rows.length === page.received
    offset += page.received
    if (offset >= (page.total ?? offset)) return { first, rows: [...rows.values()], isComplete: isReadable }
    const isLast = rows.size === known || pages === MOST_PAGES
    page = isLast ? null : await load(offset)
  }
  return { first, rows: [...rows.values()], isComplete: false }
}
