// Time zones to choose from.

/**
 * UTC is no zone of a place and missing in the engine's list.
 * @param chosen one that is set is offered even where this engine does not know it; null: none of these.
 */
export function zonesToChoose(chosen: string | null): readonly string[] {
  const known = Intl.supportedValuesOf('timeZone')
  const own = chosen === null || known.includes(chosen) ? [] : [chosen]
  return [...new Set(['UTC', ...own, ...known])]
}
