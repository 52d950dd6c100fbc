/** The scripts of this folder as commands of a client, so that a script ships with the node that calls it. */
import { readFileSync } from 'node:fs'
import type { Cluster, Redis } from 'ioredis'

type Script = (keyCount: number, ...keysAndArgs: (string | number)[]) => Promise<unknown>

/** Each is described at the top of its `.lua` file. */
export interface Scripts {
  journalAppend: Script
  journalOpen: Script
  journalStore: Script
  journalDue: Script
  journalLives: Script
  journalDueUnits: Script
  journalReadOn: Script
}

const read = (name: string): string => readFileSync(new URL(`./${name}.lua`, import.meta.url), 'utf8')

/** Reads the files at the first call, then keeps them. */
const sources = ((): (() => Record<keyof Scripts, string>) => {
  let kept: Record<keyof Scripts, string> | undefined
  const withLife = (name: string): string => `${read('life')}\n${read(name)}`
  return () =>
    (kept ??= {
      journalAppend: withLife('append'),
      journalOpen: withLife('open'),
      journalStore: withLife('store'),
      journalDue: withLife('due'),
      journalLives: withLife('lives'),
      journalDueUnits: read('due-units'),
      journalReadOn: withLife('read-on')
    })
})()

export function withScripts<Client extends Redis | Cluster>(client: Client): Client & Scripts {
  for (const [name, lua] of Object.entries(sources())) client.defineCommand(name, { lua })
  return client as Client & Scripts
}
