/** Signing in, locking, signing out, and who is signed in. */
import { Router, type Request, type Response } from 'express'
import type { Access } from '../access/access.ts'
import { begin, cookieName, end, lock } from '../access/sessions.ts'
import type { Log } from '../log.ts'
import { parsed } from './parsed.ts'
import { onlyBy, ProblemFault } from './problem.ts'
import { SignIn, type Me } from './schemas.ts'

export function signInRoutes(access: Access, log: Log): Router {
  const router = Router()
  router
    .route('/sign-in')
    .post((request, response) => signIn(access, log, request, response))
    .all(onlyBy('POST'))
  router
    .route('/sign-out')
    .post((request, response) => signOut(access, log, request, response))
    .all(onlyBy('POST'))
  router
    .route('/lock')
    .post((request, response) => lockTablet(access, log, request, response))
    .all(onlyBy('POST'))
  router
    .route('/me')
    .get(async (request, response) => void response.json(await me(access, request)))
    .all(onlyBy('GET'))
  return router
}

/** Also how a locked tablet is taken over, by the same member or another. */
async function signIn(access: Access, log: Log, request: Request, response: Response): Promise<void> {
  const { unit, member, pin } = parsed(SignIn, request.body)
  const attempt = { address: request.ip ?? '', unit, member }
  const wait = await kept(request, access.attempts.count(attempt))
  if (wait !== null) {
    log('sign-in.limited', { unit })
    throw tooMany(wait)
  }
  const proven = await access.proves(unit, member, pin)
  if (proven === null) {
    log('sign-in.refused', { unit })
    throw new ProblemFault('sign-in-refused')
  }
  await kept(request, access.attempts.forgive(attempt))
  const { id: before, member: somebody } = request.session
  await kept(request, begin(request.session, { unit, member, pin: proven }))
  if (somebody !== undefined)
    await kept(request, access.revoke({ kind: 'sign-in', signIn: before, reason: 'signed-out' }))
  if (somebody === member)
    await kept(request, access.subscriptions.carry(unit, member, before, request.session.id))
  log('sign-in.accepted', { unit })
  response.status(204).end()
}

/** Where Redis does not keep it, nobody is told that it was: nor is what was not kept saved or given with the answer. */
async function kept<T>(request: Request, asked: Promise<T>): Promise<T> {
  try {
    return await asked
  } catch {
    delete (request as Partial<Request>).session
    throw new ProblemFault('cannot-record')
  }
}

function tooMany(wait: number): ProblemFault {
  const again = Math.max(1, Math.ceil(wait / 1000))
  return new ProblemFault('too-many-attempts', { minutes: Math.ceil(again / 60) }, { again })
}

async function signOut(access: Access, log: Log, request: Request, response: Response): Promise<void> {
  const { id: signIn, unit } = request.session
  await kept(request, end(request.session))
  if (unit !== undefined) {
    await kept(request, access.revoke({ kind: 'sign-in', signIn, reason: 'signed-out' }))
    log('sign-in.ended', { unit })
  }
  response.clearCookie(cookieName).status(204).end()
}

async function lockTablet(access: Access, log: Log, request: Request, response: Response): Promise<void> {
  const { unit, locked } = await me(access, request)
  if (!locked) {
    await kept(request, lock(request.session))
    await kept(request, access.revoke({ kind: 'sign-in', signIn: request.session.id, reason: 'locked' }))
    log('sign-in.locked', { unit })
  }
  response.status(204).end()
}

/** A locked tablet keeps its place also when its member has left the staff. */
async function me(access: Access, { session }: Request): Promise<Me> {
  const { unit, member, pin = '', locked = false } = session
  if (unit === undefined || member === undefined) throw new ProblemFault('not-signed-in')
  if (!locked && !(await access.standsFor({ unit, member, pin }))) throw new ProblemFault('not-signed-in')
  return { unit, member, locked }
}
