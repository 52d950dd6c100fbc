/** What is owed on Maple House besides rounds, scores and what crises left: late, nobody's, put off, offered, long. */
import type { FollowUpKind } from '../../../shared/follow-ups/kind.ts'
import type { AlertId, FollowUpId, MemberId, StayId } from '../../../shared/ids.ts'
import { afternoon } from './after-states.ts'
import { mapleHouse } from './maple.ts'
import { at, type Scene } from './scene.ts'
import type { Still } from './still.ts'

interface Owed {
  stay?: string
  owner?: string
  due: number
  alert?: AlertId
  about?: string
}

/** Opened under the name it is given here. */
export function opened(scene: Scene, time: string, id: string, kind: FollowUpKind, owed: Owed): FollowUpId {
  const followUp = id as FollowUpId
  const { stay = null, owner = null, due, alert = null, about = null } = owed
  const whose = { stay: stay as StayId | null, owner: owner as MemberId | null }
  scene.on(time, { type: 'follow-up.opened', followUp, kind, ...whose, due, alert, about }, 'ruth')
  return followUp
}

export function offered(scene: Scene, time: string, ids: readonly string[], to: string, by: string): void {
  for (const id of ids) {
    const followUp = id as FollowUpId
    scene.on(time, { type: 'follow-up.offered', followUp, to: to as MemberId }, by)
  }
}

/** Ten past four, after one crisis: a late talk of Priya's, a late intake that nobody has, a list that Dana offers. */
export function owedDay(): Scene {
  const { scene, alert } = afternoon()
  opened(scene, '14:38', 'talk', 'post-crisis-talk', { stay: 's24', owner: 'priya', due: at('15:45'), alert })
  opened(scene, '14:00', 'intake', 'intake', { stay: 's28', due: at('15:55') })
  const call = { stay: 's18', owner: 'priya', due: at('16:40') }
  opened(scene, '13:00', 'call', 'family-call', { ...call, about: 'Whether the visit on Saturday stands' })
  opened(scene, '13:10', 'session', 'individual-session', { stay: 's12', owner: 'priya', due: at('16:00') })
  const put = { until: at('18:00'), reason: 'In a group' }
  scene.on('15:50', { type: 'follow-up.deferred', followUp: 'session' as FollowUpId, ...put }, 'priya')
  opened(scene, '12:00', 'review', 'plan-review', { stay: 's07', owner: 'dana', due: at('17:30') })
  opened(scene, '12:10', 'second', 'family-call', { stay: 's03', owner: 'dana', due: at('16:05') })
  offered(scene, '16:02', ['review', 'second'], 'priya', 'dana')
  opened(scene, '09:00', 'chairs', 'community-task', { owner: 'leo', due: at('15:30'), about: 'Chairs back' })
  opened(scene, '09:05', 'garden', 'other', {
    due: at('09:00', '2026-06-17'),
    about: 'Hose in the courtyard'
  })
  return scene
}

const tablet = (scene: Scene, route: string, more: Partial<Still> = {}, member = 'priya'): Still =>
  scene.still('Tablet', 'tablet', '16:10', { ...more, props: { member, route } })

/** Names and words as long as they come. */
function long(): Still {
  const scene = owedDay()
  const stay = 's24' as StayId
  const standing = scene.state.census.stays[stay]
  if (!standing) throw new Error(`no stay ${stay}`)
  const person = { ...standing.person, name: 'Wilhelmina-Alexandra Featherstonehaugh-Papadopoulos' }
  scene.on('16:05', { type: 'stay.described', stay, person })
  opened(scene, '15:00', 'long', 'individual-session', {
    stay: 's24',
    due: at('15:20'),
    about:
      'Wants to speak about the letter of the court, the flat, and who looks after the dog until September. '
        .repeat(2)
        .slice(0, 200)
  })
  return tablet(scene, '#/todo')
}

/** Half a minute ago Priya said that the talk was held. */
function over(): Still {
  const scene = owedDay()
  const said = { outcome: 'held-in-part', seenAt: at('15:50'), note: null } as const
  scene.on(at('16:09:32'), { type: 'follow-up.done', followUp: 'talk' as FollowUpId, ...said }, 'priya')
  return tablet(scene, '#/todo/talk')
}

/** Added without a network, and not sent yet. */
const kept = (): Still =>
  tablet(owedDay(), '#/todo', {
    freshness: { is: 'cut-off', behind: 240_000 },
    sendings: [
      {
        id: 'kept-open',
        fields: {
          type: 'follow-up.open',
          kind: 'family-call',
          stay: 's05',
          owner: 'priya',
          due: at('17:06')
        },
        enteredAt: at('16:06'),
        state: { is: 'unsure', tries: 3 }
      },
      {
        id: 'kept-take',
        fields: { type: 'follow-up.take', followUp: 'intake' },
        enteredAt: at('16:07'),
        state: { is: 'unsure', tries: 3 }
      }
    ]
  })

/** What became of Priya's: Ines took the talk, Leo said yes to the call. */
export function meanwhile(): Still {
  const scene = owedDay()
  const given = { type: 'follow-up.given', from: 'priya' as MemberId } as const
  scene.on('16:09', { ...given, followUp: 'talk' as FollowUpId, to: 'ines' as MemberId }, 'ines')
  scene.on('16:09', { ...given, followUp: 'call' as FollowUpId, to: 'leo' as MemberId }, 'leo')
  return tablet(scene, '#/round')
}

/** Priya offered the call to Leo before she put the tablet down. */
export function before(): Still {
  const scene = owedDay()
  offered(scene, '16:04', ['call'], 'leo', 'priya')
  return tablet(scene, '#/round')
}

export const followUpStates: Record<string, () => Still> = {
  todo: () => tablet(owedDay(), '#/todo'),
  long,
  none: () => tablet(mapleHouse(), '#/todo'),
  one: () => tablet(owedDay(), '#/todo/talk'),
  'one-review': () => tablet(owedDay(), '#/todo/review', {}, 'leo'),
  'one-lead': () => tablet(owedDay(), '#/todo/second', {}, 'ruth'),
  over,
  new: () => tablet(owedDay(), '#/todo/new'),
  'hand-over': () => tablet(owedDay(), '#/todo/hand-over'),
  offered: () => tablet(owedDay(), '#/todo/offered'),
  unit: () => tablet(owedDay(), '#/unit'),
  kept,
  before,
  meanwhile,
  charge: () => owedDay().still('Charge', 'charge', '16:10', { props: { member: 'ruth' } })
}
