/**
 * The machine failed: no answer in time (`late`), no link (`link`), an answer that says it cannot (`reply`), or a journal
 * whose parts do not fit together (`damaged`). Whether anything was written is unsure.
 *
 * Built from the first error's words only. ioredis hangs the arguments of the command on its errors, and those hold what
 * people wrote: they must never reach a log.
 */
export type FaultCode = 'late' | 'link' | 'reply' | 'damaged'

export class JournalFault extends Error {
  readonly code: FaultCode
  constructor(code: FaultCode, says: string) {
    super(says)
    this.name = 'JournalFault'
    this.code = code
  }
}

export function faultOf(error: unknown): JournalFault {
  if (error instanceof JournalFault) return error
  const { name, message } = error instanceof Error ? error : new Error(String(error))
  const says = (message.split(', with args')[0] ?? '').slice(0, 200)
  if (name === 'ReplyError') return new JournalFault('reply', says)
  return new JournalFault(/timed out/i.test(message) ? 'late' : 'link', says || 'the link to Redis failed')
}

/** Rejects with a fault when `asked` has not settled within `limit` milliseconds; always rejects with a fault. */
export async function within<T>(limit: number, asked: Promise<T>): Promise<T> {
  let timer: NodeJS.Timeout | undefined
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(
      () => reject(new JournalFault('late', `no answer from Redis within ${limit} ms`)),
      limit
    )
  })
  try {
    return await Promise.race([asked, late])
  } catch (error) {
    throw faultOf(error)
  } finally {
    clearTimeout(timer)
  }
}
