/** An alert of Maple House in each situation, come there by what people do, and one command of every kind to ask of it. */
import type { AlertCommand } from '../../shared/alerts/command.ts'
import type { AlertSituation } from '../../shared/alerts/alert.ts'
import {
  by,
  clock,
  hour,
  minute,
  node,
  now,
  type Asked,
  type Board,
  type Circumstances
} from '../support/given.ts'
import { dayRoom, done, hallway, leo, mei, priya, robin, ruth } from '../support/people.ts'
import {
  alert,
  arrive,
  cancel,
  close,
  coming,
  contain,
  decline,
  house,
  reopen,
  resolve,
  show
} from './raised.ts'

export type Situation = AlertSituation['is']

const raise = { type: 'alert.raise', kind: 'behavioural', place: dayRoom, stay: robin } as const
const restraint = 'finger-lifted-2'

type Done = readonly [Asked, Circumstances]
const ruths = (asked: Asked): Done => [asked, { by: by(ruth), now }]
const raised: Done = [raise, { by: by(mei), now, id: alert }]
const settled = (owed: string): Done => ruths({ type: 'alert.settle', alert, owed })

const over = [raised, ruths(coming), ruths(arrive), ruths(contain), ruths(resolve)]
const debriefed = [...over, settled('debrief')]
const rest = ['level-review', 'plan-review', 'family-notice', 'community-word'].map(settled)
const aboutRobin = rest.slice(0, 3).map(([asked]) => asked)

/** What was done, in order, all at 14:00. */
const ways: Record<Situation, readonly Done[]> = {
  raised: [raised],
  acknowledged: over.slice(0, 2),
  'on-scene': over.slice(0, 3),
  contained: over.slice(0, 4),
  resolved: over,
  debriefed,
  closed: [...debriefed, ...rest, ruths(close)],
  cancelled: [raised, [cancel, { by: by(mei), now }]],
  merged: [[raise, { by: by(priya), now, id: 'finger-lifted-0' }], raised]
}

export const situations = Object.keys(ways) as Situation[]

/** Of an alert at which nobody is named nothing is owed about a person. */
const ofNobody = (way: readonly Done[]): Done[] =>
  way.flatMap(([asked, circumstances]): Done[] => {
    if (asked.type === 'alert.settle' && aboutRobin.includes(asked)) return []
    return [[asked.type === 'alert.raise' ? { ...raise, stay: undefined } : asked, circumstances]]
  })

/**
 * With `restrained`, somebody was restrained as well, and let go before the alert was resolved; with `named` false it is
 * not known whom it is about.
 */
export function boardIn(situation: Situation, restrained: boolean, named = true): Board {
  const board = house()
  const way = named ? ways[situation] : ofNobody(ways[situation])
  const begun = way.findIndex(([{ type }]) => type === 'alert.resolve' || type === 'alert.cancel')
  const [before, after] = begun < 0 ? [way, []] : [way.slice(0, begun), way.slice(begun)]
  for (const step of before) done(board, ...step)
  if (restrained && situation !== 'cancelled') {
    done(board, { type: 'alert.restrain', alert, kind: 'restraint' }, { by: by(ruth), now, id: restraint })
    if (after.length > 0) done(board, { type: 'alert.release', alert, restraint }, { by: by(ruth), now })
  }
  for (const step of after) {
    if (restrained && step[0].type === 'alert.close')
      done(board, { type: 'alert.evaluate', alert, restraint }, { by: by(ruth), now })
    done(board, ...step)
  }
  return board
}

const leos = (asked: Asked, at = now + 30_000): Done => [asked, { by: by(leo), now: at }]
const times = (asked: Asked, at: number): Done => [asked, { by: clock, now: at }]
const later = { by: by(ruth), now: now + hour }

/** Each asked as somebody would who may: Leo comes upon it, Ruth answered, Mei raised it. */
export const commands: Record<AlertCommand['type'], Done> = {
  'alert.raise': leos(raise),
  'alert.describe': leos({ type: 'alert.describe', alert, place: hallway }),
  'alert.acknowledge': leos(coming),
  'alert.decline': leos(decline),
  'alert.take-role': ruths({ type: 'alert.take-role', alert, role: 'support' }),
  'alert.arrive': leos(arrive),
  'alert.withdraw': ruths({ type: 'alert.withdraw', alert }),
  'alert.contain': leos(contain),
  'alert.resolve': leos(resolve),
  'alert.cancel': [cancel, { by: by(mei), now: now + minute }],
  'alert.reopen': leos(reopen),
  'alert.settle': leos({ type: 'alert.settle', alert, owed: 'community-word' }),
  'alert.defer': leos({
    type: 'alert.defer',
    alert,
    owed: 'community-word',
    reason: 'Asleep',
    until: now + hour
  }),
  'alert.assign': leos({ type: 'alert.assign', alert, owed: 'community-word', to: leo }),
  'alert.close': leos(close),
  'alert.restrain': leos({ type: 'alert.restrain', alert, kind: 'seclusion' }),
  'alert.renew-order': [{ type: 'alert.renew-order', alert, restraint }, later],
  'alert.evaluate': [{ type: 'alert.evaluate', alert, restraint }, later],
  'alert.release': [{ type: 'alert.release', alert, restraint }, later],
  'alert.show': [show('wall-1'), { by: node, now }],
  'alert.escalate': times({ type: 'alert.escalate', alert, step: 1 }, now + 2 * minute),
  'alert.lapse': times({ type: 'alert.lapse', alert, since: now }, now + 3 * minute),
  'alert.miss-screens': times({ type: 'alert.miss-screens', alert }, now + 5_000),
  'alert.remind': times({ type: 'alert.remind', alert, owed: 'plan-review', step: 0 }, now + 24 * hour),
  'alert.remind-restraint': times(
    { type: 'alert.remind-restraint', alert, restraint, clock: 'face-to-face' },
    now + hour
  )
}

/** These are asked of an alert at which somebody was restrained. */
export const ofRestraint: readonly string[] = [
  'alert.renew-order',
  'alert.evaluate',
  'alert.release',
  'alert.remind-restraint'
]
