/**
 * Signing in, over HTTP: the cookie is the server's business, a screen only learns who it stands for. An answer is a
 * value; nothing here throws. No answer in time is its own answer: it is neither a yes nor a no.
 */
import type { Language } from '../../shared/bilingual.ts'
import type { MemberId, UnitId } from '../../shared/ids.ts'

/** A unit that this server keeps; `synthetic`: everything on it is made up. */
export interface OpenUnit {
  id: UnitId
  name: string
  language: Language
  synthetic: boolean
}

/** Whom this device stands for. A locked one stands for the device itself, with nobody behind it. */
export interface Me {
  unit: UnitId
  member: MemberId
  locked: boolean
}

/** RFC 9457. `detail` is a sentence for people, in the language that was asked for. */
export interface Problem {
  status: number
  title: string
  detail: string | null
}

export type Answer<T> = { is: 'yes'; value: T } | { is: 'no'; problem: Problem } | { is: 'silence' }

const answerWithin = 6_000

export const units = (): Promise<Answer<OpenUnit[]>> => ask('GET', '/api/units')
export const me = (): Promise<Answer<Me>> => ask('GET', '/api/me')
export const lock = (): Promise<Answer<null>> => ask('POST', '/api/lock')
export const signOut = (): Promise<Answer<null>> => ask('POST', '/api/sign-out')

export const signIn = (unit: UnitId, member: string, pin: string): Promise<Answer<null>> =>
  ask('POST', '/api/sign-in', { unit, member, pin })

/** `within`: how long an answer may take, in milliseconds. */
export async function ask<T>(
  method: 'GET' | 'POST',
  path: string,
  body?: object,
  within = answerWithin
): Promise<Answer<T>> {
  const headers = { accept: 'application/json', 'accept-language': document.documentElement.lang }
  try {
    const response = await fetch(path, {
      method,
      headers: body ? { ...headers, 'content-type': 'application/json' } : headers,
      signal: AbortSignal.timeout(within),
      ...(body && { body: JSON.stringify(body) })
    })
    if (!response.ok) return { is: 'no', problem: await problemOf(response) }
    return { is: 'yes', value: (response.status === 204 ? null : await response.json()) as T }
  } catch {
    return { is: 'silence' }
  }
}

async function problemOf(response: Response): Promise<Problem> {
  const told = (await response.json().catch(() => ({}))) as { title?: unknown; detail?: unknown }
  return {
    status: response.status,
    title: typeof told.title === 'string' ? told.title : response.statusText,
    detail: typeof told.detail === 'string' ? told.detail : null
  }
}
