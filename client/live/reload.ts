/** Takes the new program once somebody serves it: a reload while nobody answers would leave an empty screen. */
export async function reloadOnceServed(): Promise<void> {
  const served = await fetch('/healthz').then(
    answer => answer.ok,
    () => false
  )
  if (served) location.reload()
  else setTimeout(() => void reloadOnceServed(), 2_000)
}
