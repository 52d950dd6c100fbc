import type { Journal } from '../../server/journal/journal.ts'
import { appending } from './appending.ts'
import { contention } from './contention.ts'
import { following } from './following.ts'
import { keeping } from './keeping.ts'

/** What any journal has to hold, wherever its Redis is. `node` opens it as one node of the board does. */
export function journalContract(node: () => Promise<Journal>): void {
  appending(node)
  contention(node)
  keeping(node)
  following(node)
}
