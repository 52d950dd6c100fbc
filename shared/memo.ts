/**
 * Rows are memoised by the identity of their source, so that a change costs the rows it touches: state is replaced
 * along the path of a change and shared everywhere else. Per source and first further argument (the audience) one
 * result is kept; it holds as long as all other arguments are identical. Nothing outlives its source.
 */
export function remember<Source extends object, Key, Rest extends unknown[], Result>(
  build: (source: Source, key: Key, ...rest: Rest) => Result
): (source: Source, key: Key, ...rest: Rest) => Result {
  const kept = new WeakMap<Source, Map<Key, { rest: Rest; result: Result }>>()
  return (source, key, ...rest) => {
    let byKey = kept.get(source)
    if (!byKey) kept.set(source, (byKey = new Map()))
    const known = byKey.get(key)
    if (known && rest.every((part, i) => part === known.rest[i])) return known.result
    const result = build(source, key, ...rest)
    byKey.set(key, { rest, result })
    return result
  }
}

/** Builds the rows of a slice: one of each source that the audience may see (`null`: it may not). */
export function rowsOf<Source, Row>(
  sources: Readonly<Record<string, Source>>,
  row: (source: Source) => Row | null
): Record<string, Row> {
  const rows: Record<string, Row> = {}
  for (const id in sources) {
    const built = row(sources[id] as Source)
    if (built !== null) rows[id] = built
  }
  return rows
}

/** A copy of a record without one key; the same record when the key is not in it. */
export function without<T>(record: Readonly<Record<string, T>>, key: string): Readonly<Record<string, T>> {
  if (!(key in record)) return record
  const { [key]: _dropped, ...rest } = record
  return rest
}
