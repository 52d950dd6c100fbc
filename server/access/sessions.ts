/** Sign-ins as express-session keeps them: a signed cookie in the browser, the rest in Redis. */
import { RedisStore } from 'connect-redis'
import { randomUUID } from 'node:crypto'
import { IncomingMessage, ServerResponse } from 'node:http'
import { Socket } from 'node:net'
import session, { type Session, type SessionData } from 'express-session'
import type { RequestHandler } from 'express'
import type { MemberId, UnitId } from '../../shared/ids.ts'
import { keys } from './keys.ts'
import type { Client } from './redis.ts'

declare module 'express-session' {
  interface SessionData {
    unit: UnitId
    member: MemberId
    locked: boolean
    /** `printOf` the hash of the PIN that it was let in by */
    pin: string
  }
}

const hour = 3_600_000

/** How long a sign-in lasts from the last request on. */
export const signInLasts = 12 * hour

/** A locked tablet shows nobody and can only call for help: it keeps its place, for the button to work every day. */
export const lockLasts = 30 * 24 * hour

export const cookieName = 'milieu'

export class Sessions {
  readonly #store: RedisStore
  /** reads the sign-in of a request into `request.session`, and keeps it alive */
  readonly middleware: RequestHandler

  constructor(client: Client, secret: string) {
    this.#store = new RedisStore({ client, prefix: keys.signIn })
    this.middleware = session({
      store: this.#store,
      name: cookieName,
      secret,
      genid: () => randomUUID(),
      resave: false,
      rolling: true,
      saveUninitialized: false,
      cookie: { httpOnly: true, sameSite: 'strict', secure: 'auto', maxAge: signInLasts }
    })
  }

  /** The sign-in behind the cookies of a handshake, read by the same program that reads those of requests. */
  async behind(cookies: string | undefined): Promise<Session & Partial<SessionData>> {
    const request = new IncomingMessage(new Socket())
    request.url = '/'
    request.headers = cookies === undefined ? {} : { cookie: cookies }
    const asked = request as Parameters<RequestHandler>[0]
    const unanswered = new ServerResponse(request) as Parameters<RequestHandler>[1]
    await new Promise<void>((read, failed) => {
      this.middleware(asked, unanswered, (fault?: unknown) => (fault ? failed(fault as Error) : read()))
    })
    return asked.session
  }

  /** Null where it was ended, or ran out. */
  async find(signIn: string): Promise<SessionData | null> {
    return (await this.#store.get(signIn)) as SessionData | null
  }
}

/** A fresh sign-in in place of what was there, saved before it is answered. */
export async function begin(
  old: Session,
  fields: Pick<SessionData, 'unit' | 'member' | 'pin'>
): Promise<void> {
  await done(then => old.regenerate(then))
  const fresh = (old as Session & { req: Parameters<RequestHandler>[0] }).req.session
  Object.assign(fresh, fields, { locked: false })
  await done(then => fresh.save(then))
}

export async function lock(session: Session & Partial<SessionData>): Promise<void> {
  session.locked = true
  session.cookie.maxAge = lockLasts
  await done(then => session.save(then))
}

export const end = (session: Session): Promise<void> => done(then => session.destroy(then))

function done(asked: (then: (fault?: unknown) => void) => unknown): Promise<void> {
  return new Promise((succeeded, failed) => {
    asked(fault => (fault ? failed(fault as Error) : succeeded()))
  })
}
