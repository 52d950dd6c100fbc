/**
 * Makes true what `npm start` and `npm test` need, says what it does, and is instant when nothing is missing:
 * `node scripts/set-up.mjs start|test`.
 *
 * It runs before anything is installed, on the host's own Node (20 or newer), so it is plain JavaScript without
 * dependencies. What it cannot make true it says in one line, and ends with exit code 1.
 */
import { built, words } from './set-up/made.mjs'
import { packages, pinnedNode } from './set-up/packages.mjs'
import { chromium, ownRedis, redis } from './set-up/programs.mjs'
import { Missing } from './set-up/run.mjs'

const needs = {
  start: [packages, pinnedNode, redis, words, built],
  test: [packages, pinnedNode, ownRedis, chromium, words, built]
}

const purpose = process.argv[2] ?? 'start'
if (!(purpose in needs)) {
  console.error(`Set up for what? "${purpose}" is neither start nor test.`)
  process.exit(2)
}
try {
  for (const need of needs[purpose]) await need()
} catch (fault) {
  if (!(fault instanceof Missing)) throw fault
  console.error(fault.message)
  process.exit(1)
}
