/** What a page has of its browser and Node lacks, given by the test; nothing of ours is replaced. */
const before = new Map<string, PropertyDescriptor | undefined>()

export function give(name: string, value: unknown): void {
  if (!before.has(name)) before.set(name, Object.getOwnPropertyDescriptor(globalThis, name))
  Object.defineProperty(globalThis, name, { value, configurable: true, writable: true })
}

export function takeBack(): void {
  for (const [name, was] of before) {
    if (was) Object.defineProperty(globalThis, name, was)
    else Reflect.deleteProperty(globalThis, name)
  }
  before.clear()
}
