/** As many names as fit in about so many characters, always one, and how many are left. */
export function few(names: readonly string[], room: number): { named: string[]; more: number } {
  const named: string[] = []
  let length = 0
  for (const name of names) {
    length += name.length + 2
    if (named.length > 0 && length > room) break
    named.push(name)
  }
  return { named, more: names.length - named.length }
}
