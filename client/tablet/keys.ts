/** Keys of the tablet. Those that go somewhere need Alt, so that no word typed or spoken sets them off. */
export type Key =
  'round' | 'groups' | 'unit' | 'todo' | 'lock' | 'crisis' | 'alert' | 'sound' | 'back' | 'keys'

const withAlt: Record<string, Key> = {
  Digit1: 'round',
  Digit2: 'groups',
  Digit3: 'unit',
  Digit4: 'todo',
  KeyL: 'lock',
  KeyC: 'crisis',
  KeyA: 'alert',
  KeyS: 'sound'
}

/** `typing`: the key went into a field. */
export function keyFor(
  event: Pick<KeyboardEvent, 'key' | 'code' | 'altKey' | 'ctrlKey' | 'metaKey'>,
  typing: boolean
): Key | null {
  if (event.ctrlKey || event.metaKey) return null
  if (event.altKey) return withAlt[event.code] ?? null
  if (typing) return null
  return event.key === '?' ? 'keys' : event.key === 'Escape' ? 'back' : null
}
