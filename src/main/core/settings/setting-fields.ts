// The settings field by field: sections whose fields are judged one by one, and settings that are one field. Pure.

import { z } from 'zod'

/** What of a section's fields can be read, and the dotted names of what cannot. */
interface ReadFields {
  readonly good: Readonly<Record<string, unknown>>
  readonly bad: readonly string[]
  /** Names this version does not know. */
  readonly unknown: readonly string[]
}

/** @returns the check of each field, or null for a setting that is one field as a whole. */
export function fieldsOf(schema: z.ZodType): ReadonlyMap<string, z.ZodType> | null {
  return schema instanceof z.ZodObject ? new Map(Object.entries<z.ZodType>(schema.shape)) : null
}

/** A plain object, as JSON makes them. */
export function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

/** @param written a section as it was read from anywhere. Own names only: `__proto__` is one of them in JSON. */
export function readFields(
  section: string,
  fields: ReadonlyMap<string, z.ZodType>,
  written: Readonly<Record<string, unknown>>,
): ReadFields {
  const good: [string, unknown][] = []
  const bad: string[] = []
  const unknown: string[] = []
  for (const name of Object.keys(written)) {
    const path = `${section}.${name}`
    const schema = fields.get(name)
    if (schema === undefined) {
      unknown.push(path)
      continue
    }
    const parsed = schema.safeParse(written[name])
    if (parsed.success) good.push([name, parsed.data])
    else bad.push(path)
  }
  return { good: Object.fromEntries(good), bad, unknown }
}
