/** Whether this browser is told by Web Push: asked, switched on and off by the member who is signed in here. */
import { Router, type Request, type Response } from 'express'
import { z } from 'zod'
import type { Access } from '../access/access.ts'
import { fingerprintOf, Subscription } from '../access/subscriptions.ts'
import { Language } from '../../shared/bilingual.ts'
import type { MemberId, UnitId } from '../../shared/ids.ts'
import { parsed } from '../http/parsed.ts'
import { onlyBy, ProblemFault } from '../http/problem.ts'

/** What the routes ask of the units. */
export interface PushDesk {
  /** whether the unit wants Web Push at all */
  wants(unit: UnitId): Promise<boolean>
  /** records whether any browser of the member wants to be told */
  turn(unit: UnitId, member: MemberId, on: boolean): Promise<void>
}

export const PushOn = z.strictObject({ subscription: Subscription, language: Language })
export const PushOff = z.strictObject({ endpoint: z.string().max(1_000) })
/** `key`: what browsers subscribe with, null where the unit does not want it; `endpoints`: SHA-256 of those that are on. */
export const PushStanding = z.strictObject({ key: z.string().nullable(), endpoints: z.array(z.string()) })
type PushStanding = z.infer<typeof PushStanding>

export function pushRoutes(access: Access, desk: PushDesk): Router {
  const router = Router()
  router
    .route('/push')
    .get(async (request, response) => void response.json(await standing(access, desk, request)))
    .post((request, response) => turnOn(access, desk, request, response))
    .delete((request, response) => turnOff(access, desk, request, response))
    .all(onlyBy('GET', 'POST', 'DELETE'))
  return router
}

async function standing(access: Access, desk: PushDesk, request: Request): Promise<PushStanding> {
  const { unit, member } = await signedIn(access, request)
  if (!(await desk.wants(unit))) return { key: null, endpoints: [] }
  const all = await kept(access.subscriptions.of(unit, member))
  const endpoints = all.map(({ subscription }) => fingerprintOf(subscription.endpoint))
  return { key: access.pushKeys.publicKey, endpoints }
}

async function turnOn(access: Access, desk: PushDesk, request: Request, response: Response): Promise<void> {
  const { unit, member, signIn } = await signedIn(access, request)
  const { subscription, language } = parsed(PushOn, request.body)
  if (!access.subscriptions.mayKeep(subscription.endpoint))
    throw new ProblemFault('not-understood', {}, { fields: ['subscription.endpoint'] })
  if (!(await desk.wants(unit))) throw new ProblemFault('not-permitted')
  await kept(access.subscriptions.keep(unit, member, { subscription, language, signIn }))
  await desk.turn(unit, member, true)
  response.status(204).end()
}

async function turnOff(access: Access, desk: PushDesk, request: Request, response: Response): Promise<void> {
  const { unit, member } = await signedIn(access, request)
  const { endpoint } = parsed(PushOff, request.body)
  await kept(access.subscriptions.forget(unit, member, endpoint))
  const left = await kept(access.subscriptions.of(unit, member))
  if (left.length === 0) await desk.turn(unit, member, false)
  response.status(204).end()
}

/** A locked tablet stands for nobody. */
async function signedIn(access: Access, { session }: Request) {
  const { id: signIn, unit, member, pin = '', locked = false } = session
  if (unit === undefined || member === undefined || locked) throw new ProblemFault('not-signed-in')
  if (!(await access.standsFor({ unit, member, pin }))) throw new ProblemFault('not-signed-in')
  return { unit, member, signIn }
}

async function kept<T>(asked: Promise<T>): Promise<T> {
  try {
    return await asked
  } catch {
    throw new ProblemFault('cannot-record')
  }
}
