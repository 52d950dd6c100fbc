/** Whether the server can be reached now: a page is loaded anew only then. */
export async function serverAnswers(): Promise<boolean> {
  const asked = await fetch('/healthz', { cache: 'no-store', signal: AbortSignal.timeout(3_000) }).catch(
    () => null
  )
  return asked?.ok === true
}
