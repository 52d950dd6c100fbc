import { createHash } from 'node:crypto'
import { chmodSync, lstatSync, mkdirSync, realpathSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { SetUpFault } from '../set-up-fault.ts'

/** Systems take 104 to 108 bytes for the path of a unix socket, its closing zero included. */
const longest = 100

/**
 * Where the Redis of `folder` (which exists) listens: in the folder, or, where that path is longer than a socket's may
 * be, in a short folder of ours among the temporary files, named after the real path so that every command of ours
 * finds the same one.
 */
export function socketPath(folder: string, temporary = tmpdir()): string {
  const here = join(realpathSync(folder), 'redis.sock')
  if (Buffer.byteLength(here) <= longest) return here
  const name = createHash('sha256').update(here).digest('hex').slice(0, 16)
  return join(ownFolder(join(temporary, `milieu-${name}`)), 'redis.sock')
}

/** Temporary folders are shared: whoever made this one first could read along, so it has to be ours alone. */
function ownFolder(folder: string): string {
  mkdirSync(folder, { recursive: true, mode: 0o700 })
  const found = lstatSync(folder)
  if (!found.isDirectory() || (process.getuid && found.uid !== process.getuid())) {
    throw new SetUpFault(
      `${folder} belongs to somebody else, and DATA_DIR is too long for a socket: shorten DATA_DIR.`
    )
  }
  chmodSync(folder, 0o700)
  return folder
}
