import { DatabaseSync } from 'node:sqlite'

/**
 * Two Redis on one folder would destroy each other's file, so who starts one holds this lock. It is a lock of the
 * operating system (SQLite's, on an empty file), so it cannot outlive its process, however that one dies, and there is
 * no stale lock to be guessed about.
 *
 * Returns a function that lets go, or null where somebody else holds the lock. Throws when the file cannot be written.
 */
export function lockFolder(file: string): (() => void) | null {
  const lock = new DatabaseSync(file)
  try {
    lock.exec('PRAGMA locking_mode = EXCLUSIVE; PRAGMA journal_mode = MEMORY; BEGIN EXCLUSIVE')
    return () => lock.close()
  } catch (fault) {
    lock.close()
    if (fault instanceof Error && 'errcode' in fault && fault.errcode === busy) return null
    throw fault
  }
}

/** SQLITE_BUSY */
const busy = 5
