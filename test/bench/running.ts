/** Servers that run beside this process. They end with it, in the reverse order of their start, however it ends. */
const ends: (() => Promise<void>)[] = []

/** Returns what was started; from then on `end` is owed. */
export function owe<Started>(started: Started, end: (started: Started) => Promise<void>): Started {
  ends.push(() => end(started))
  return started
}

export async function endAll(): Promise<void> {
  for (let end = ends.pop(); end; end = ends.pop()) await end().catch(console.error)
}
