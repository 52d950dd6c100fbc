/**
 * Tells a member's browsers: what, where and how urgent, encrypted for the browser alone (RFC 8291) and signed by this
 * board (RFC 8292). The request is our own, so that its time limit is too.
 */
import { createHash } from 'node:crypto'
import webPush from 'web-push'
import type { Access } from '../access/access.ts'
import type { Kept } from '../access/subscriptions.ts'
import { callsOff } from '../../shared/paging/call.ts'
import { lookWord } from '../../shared/words/paging-words.ts'
import type { DeliverOptions, ToMember } from './deliver.ts'
import { post, type Ended } from './webhook.ts'
import { textOf } from './words.ts'

/** Push services ask whom they can write to; there is nobody there for a board inside a unit. */
const subject = 'mailto:board@milieu-board.example'
/** Seconds that a push service keeps what it cannot deliver. */
const keptFor = 600
const over: readonly number[] = [404, 410]

const gone: Ended = { outcome: 'gone', status: null }
const failed: Ended = { outcome: 'failed', status: null }

type Asked = Pick<Access, 'subscriptions' | 'sessions' | 'standsFor' | 'pushKeys'>

export const pushBy =
  (access: Asked): DeliverOptions['push'] =>
  (to, signal) =>
    pushTo(access, to, signal)

/** Sent where one browser at least took it; gone where there is none (any more). Never rejects. */
async function pushTo(access: Asked, to: ToMember, signal: AbortSignal): Promise<Ended> {
  try {
    const { unit, member } = to
    const all = await access.subscriptions.of(unit, member)
    const ends = await Promise.all(all.map(kept => pushOne(access, to, kept, signal)))
    return ends.find(({ outcome }) => outcome === 'sent') ?? ends.find(isFailed) ?? ends[0] ?? gone
  } catch {
    return failed
  }
}

const isFailed = ({ outcome }: Ended): boolean => outcome === 'failed'

async function pushOne(access: Asked, to: ToMember, kept: Kept, signal: AbortSignal): Promise<Ended> {
  const { unit, member, letter } = to
  const { endpoint } = kept.subscription
  const stands = await standingOf(access, to, kept.signIn)
  // On a device that shows nobody, what is silent could be read by anyone. It is tried again: somebody may unlock it.
  if (stands === 'locked' && letter.call.silent) return failed
  if (!(await access.subscriptions.mayCall(endpoint))) return failed
  const ended = stands === 'over' ? gone : await sent(access, to, kept, signal)
  if (ended.outcome === 'gone') await access.subscriptions.forget(unit, member, endpoint)
  return ended
}

/** What cannot be encrypted for a browser is none that can be told; the member's others are told all the same. */
async function sent(access: Asked, to: ToMember, kept: Kept, signal: AbortSignal): Promise<Ended> {
  try {
    return await send(access, to, kept, signal)
  } catch {
    return gone
  }
}

/** A browser is told as long as the member is signed in there, or has locked it. */
async function standingOf(
  access: Asked,
  { unit, member }: ToMember,
  signIn: string
): Promise<'here' | 'locked' | 'over'> {
  const found = await access.sessions.find(signIn)
  if (found?.unit !== unit || found.member !== member) return 'over'
  if (found.locked) return 'locked'
  return (await access.standsFor(found)) ? 'here' : 'over'
}

/** Of one alert a browser that was away is told the last thing only (RFC 8030, 5.4). */
const topicOf = (alert: string): string => createHash('sha256').update(alert).digest('base64url').slice(0, 32)

function send(
  { pushKeys }: Asked,
  { letter, name }: ToMember,
  { subscription, language }: Kept,
  signal: AbortSignal
): Promise<Ended> {
  const { call } = letter
  // A notification lies where others see it. That help is asked for silently is said on the board, not there.
  const text = call.silent ? lookWord({}, { locale: language }) : textOf(call)[language]
  const payload = { title: name, text, language, alert: call.alert }
  const { endpoint, headers, body } = webPush.generateRequestDetails(
    subscription,
    JSON.stringify({ ...payload, over: callsOff(call), quiet: call.silent }),
    {
      ...{ vapidDetails: { subject, ...pushKeys }, TTL: keptFor, urgency: 'high' },
      ...{ contentEncoding: 'aes128gcm', topic: topicOf(call.alert) }
    }
  )
  const fields = Object.entries(headers).filter(([field]) => field.toLowerCase() !== 'content-length')
  const told = Object.fromEntries(fields.map(([field, value]) => [field, String(value)]))
  return post(endpoint, signal, new Uint8Array(body ?? []), told, over)
}
