/** Whether this device was locked and the server has not said that it heard. Survives a reload. */
const key = 'milieu:locking'

export const locking = {
  get goesOn(): boolean {
    return kept(() => localStorage.getItem(key) !== null) ?? false
  },
  begun(): void {
    kept(() => localStorage.setItem(key, 'yes'))
  },
  over(): void {
    kept(() => localStorage.removeItem(key))
  }
}

/** A browser that keeps nothing still locks, as long as the page lives. */
function kept<T>(use: () => T): T | undefined {
  try {
    return use()
  } catch {
    return undefined
  }
}
