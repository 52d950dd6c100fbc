/** JSON Pointers (RFC 6901): `/stays/s1/place`. In a name `~` is written `~0`, and `/` is written `~1`. */
export const pointerTo = (at: string, key: string): string =>
  `${at}/${key.replaceAll('~', '~0').replaceAll('/', '~1')}`

export const keysOf = (pointer: string): string[] =>
  pointer
    .split('/')
    .slice(1)
    .map(key => key.replaceAll('~1', '/').replaceAll('~0', '~'))
