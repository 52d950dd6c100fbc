/**
 * Waits for `awaited` as long as something comes: once `seconds` have passed in which nothing did, it rejects with what
 * is missing, asked at that moment. `came`: how much has come so far; without it `seconds` is all the time there is.
 * Nothing in the measurement waits without it, so that a fault is a line to read and never a program that stands still.
 */
export async function within<T>(
  seconds: number,
  awaited: Promise<T>,
  missing: () => string,
  came: () => number = () => 0
): Promise<T> {
  let timer: NodeJS.Timeout | undefined
  const silence = new Promise<never>((_, reject) => {
    let before = came()
    timer = setInterval(() => {
      const now = came()
      if (now === before) reject(new Error(`nothing came for ${seconds} s, ${missing()}`))
      before = now
    }, seconds * 1000)
  })
  try {
    return await Promise.race([awaited, silence])
  } finally {
    clearInterval(timer)
  }
}
