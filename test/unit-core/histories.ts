/** Any history of Maple House: who asks what, how long after the one before. Most is refused; what matters is what is not. */
import fc from 'fast-check'
import { Activity, Correction, LateReason, Presentation } from '../../shared/check-ins/check-in.ts'
import { ReleaseReason } from '../../shared/check-ins/watch.ts'
import { AlertKind, Priority, ResponseRole } from '../../shared/alerts/kind.ts'
import { OwedKind } from '../../shared/alerts/owed.ts'
import { AgeBand, RestraintKind } from '../../shared/alerts/restraint.ts'
import { Level } from '../../shared/census/stay.ts'
import { Attendance } from '../../shared/groups/meeting.ts'
import type { Author } from '../../shared/recorded.ts'
import { dangers } from '../../shared/withdrawal/dangers.ts'
import { profileIds } from '../../shared/withdrawal/profiles/band-profile.ts'
import { scaleIds } from '../../shared/withdrawal/scales/scale.ts'
import { postponements, stopReasons } from '../../shared/withdrawal/watch.ts'
import type { Board } from '../support/given.ts'
import { boardOf, by, loader, minute, now, screen, type Asked } from '../support/given.ts'
import * as house from '../support/people.ts'

const any = <T>(...values: T[]) => fc.constantFrom(...values)
const { robin, wren, lark, heron, ruth, mei, leo, jonas, dana, priya } = house
const stay = any<string>(robin, wren, lark, heron, 'st-7f3a09', 'st-gone')
const member = any<string>(ruth, mei, leo, jonas, dana, priya, 'nadia')
const place = any<string>(
  house.dayRoom,
  house.hallway,
  house.courtyard,
  house.roomOne,
  house.roomTwo,
  'attic'
)
const meeting = any(
  house.processToday,
  house.skillsToday,
  house.communityToday,
  'community~2026-06-17~1530',
  'process-a~2026-06-16~1700'
)
const maybe = <T>(of: fc.Arbitrary<T>) => fc.option(of, { nil: undefined })
const nullable = <T>(of: fc.Arbitrary<T>) => fc.option(of, { nil: null })
/** One of the alerts, or restraints, that there are by then: `meant` says which. */
const some = fc.nat(4).map(n => `some-${n}`)
/** Ids of earlier commands of the history, by number: checks are named after them. */
const earlier = fc.nat(40).map(idOf)
const ago = maybe(fc.integer({ min: now - 60 * minute, max: now + 300 * minute }))

const asked = (type: string, fields: Record<string, fc.Arbitrary<unknown>>): fc.Arbitrary<Asked> =>
  fc.record(fields).map(made => {
    const said = Object.entries(made).filter(([, value]) => value !== undefined)
    return { type, ...Object.fromEntries(said) } as Asked
  })

const person = fc.record({
  name: any('Uma Rao', 'Quinn Avery'),
  preferred: any(null, 'Mo'),
  alias: any('Swan 4', 'Robin 1', 'Elk 2'),
  legalBasis: any('voluntary', 'court-mandated'),
  phase: any(null, 'primary'),
  approach: any(null, 'Draws when tense')
})

const alerts = [
  asked('alert.raise', {
    kind: any(...AlertKind.options),
    place: nullable(place),
    stay: maybe(stay),
    priority: maybe(any(...Priority.options)),
    silent: maybe(fc.boolean()),
    drill: maybe(fc.boolean())
  }),
  asked('alert.describe', {
    alert: some,
    kind: maybe(any(...AlertKind.options)),
    place: maybe(place),
    stay: maybe(nullable(stay)),
    priority: maybe(any(...Priority.options))
  }),
  asked('alert.acknowledge', {
    alert: some,
    answer: any('coming', 'delegated', 'handled'),
    to: maybe(member),
    as: maybe(any(...ResponseRole.options))
  }),
  asked('alert.arrive', { alert: some }),
  asked('alert.withdraw', { alert: some }),
  asked('alert.resolve', { alert: some, action: any('Talked', ''), notes: maybe(any('Calm again')) }),
  asked('alert.cancel', { alert: some }),
  asked('alert.decline', { alert: some }),
  asked('alert.take-role', { alert: some, role: nullable(any(...ResponseRole.options)) }),
  asked('alert.contain', { alert: some }),
  asked('alert.show', {
    alert: some,
    screen: any('wall-1', 'wall-2'),
    audience: any('wall', 'wall-public', 'locked'),
    sounded: fc.boolean()
  })
]

const owed = any(...OwedKind.options)
const restraint = some

const afterwards = [
  asked('alert.reopen', { alert: some, reason: any('Began again', ' ') }),
  asked('alert.settle', { alert: some, owed, note: maybe(any('Talked over')) }),
  asked('alert.defer', {
    alert: some,
    owed,
    reason: any('Asleep'),
    until: fc.integer({ min: now, max: now + 300 * minute })
  }),
  asked('alert.assign', { alert: some, owed, to: member }),
  asked('alert.close', { alert: some }),
  asked('alert.restrain', {
    alert: some,
    kind: any(...RestraintKind.options),
    band: maybe(any(...AgeBand.options)),
    seenAt: ago
  }),
  asked('alert.renew-order', { alert: some, restraint }),
  asked('alert.evaluate', { alert: some, restraint, seenAt: ago }),
  asked('alert.release', { alert: some, restraint, seenAt: ago })
]

const rounds = [
  asked('check-in.complete', {
    stay,
    place: nullable(place),
    activity: any(...Activity.options),
    presentation: any(...Presentation.options),
    seenAt: ago,
    reason: maybe(any(...LateReason.options))
  }),
  asked('check-in.not-found', { stay, place: nullable(place) }),
  asked('check-in.correct', {
    stay,
    check: earlier,
    place: maybe(nullable(place)),
    seenAt: ago,
    reason: any(...Correction.options)
  }),
  asked('watch.take', { stay }),
  asked('watch.relieve', { stay, relieves: member }),
  asked('watch.release', { stay, reason: any(...ReleaseReason.options) }),
  asked('check-in.undo', { stay, check: earlier }),
  asked('check-in.explain', { stay, reason: any(...LateReason.options) })
]

/** CIWA-Ar, whole but for some, with an answer that there is not now and then. */
const answers = fc.tuple(fc.constantFrom(0, 1, 2, 4, 9), fc.boolean()).map(([each, whole]) => {
  const questions = 'nausea tremor sweats anxiety agitation tactile auditory visual headache'.split(' ')
  const given = Object.fromEntries(questions.map(question => [question, each]))
  return whole ? { ...given, orientation: 0 } : given
})
const watch = fc.constant('some-0')
const counted = {
  answers,
  pulse: maybe(any(72, 130)),
  dangers: maybe(fc.subarray([...dangers], { maxLength: 1 }))
}

const withdrawal = [
  asked('withdrawal.watch', { stay, scale: any(...scaleIds), profile: maybe(any(...profileIds)) }),
  asked('withdrawal.score', { watch, ...counted, seenAt: ago }),
  asked('withdrawal.correct', { watch, ...counted, score: some, reason: any('Wrong row') }),
  asked('withdrawal.defer', { watch, reason: any(...postponements), until: ago }),
  asked('withdrawal.stop', { watch, reason: any(...stopReasons) })
]

const census = [
  asked('stay.admit', {
    stay,
    person,
    bed: any(null, '3A', '1A'),
    level: any(...Level.options),
    place: nullable(place)
  }),
  asked('stay.describe', { stay, person }),
  asked('stay.move', { stay, bed: any(null, '1A', '3A') }),
  asked('stay.set-level', { stay, level: any(...Level.options) }),
  asked('stay.leave', { stay, destination: any('court', 'walk') }),
  asked('stay.return', { stay, place: maybe(place) }),
  asked('stay.discharge', { stay })
]

const groups = [
  ...['meeting.start', 'meeting.end'].map(type => asked(type, { meeting })),
  asked('meeting.cancel', { meeting, reason: any('Fire drill') }),
  ...['meeting.join', 'meeting.leave'].map(type => asked(type, { meeting, stay })),
  asked('meeting.attend', { meeting, stay, attendance: any(...Attendance.options) }),
  asked('meeting.reassign', { meeting, facilitator: nullable(member), expects: maybe(nullable(member)) }),
  asked('group.define', {
    group: any(house.process),
    description: fc
      .record({ at: any('14:30', '17:00'), facilitator: nullable(member), place })
      .map(({ at, facilitator, place }) => ({
        ...house.processDescription,
        weekly: [{ day: 2, at, minutes: 50, place, facilitator, coFacilitators: [] }]
      }))
  }),
  asked('group.retire', { group: any(house.skills, 'gone') })
]

const floor = [
  ...['member.start-shift', 'member.end-shift', 'member.retire'].map(type => asked(type, { member })),
  asked('place.retire', { place }),
  asked('profile.describe', {
    description: any(house.description, { ...house.description, latePolicy: 'lenient' })
  })
]

export interface Step {
  asked: Asked
  by: Author
  after: number
}

const author = any<Author>(by(ruth), by(mei), by(leo), by(priya), screen, loader)

const step = fc.record({
  asked: fc.oneof(
    { weight: 9, arbitrary: fc.oneof(...alerts) },
    { weight: 4, arbitrary: fc.oneof(...afterwards) },
    { weight: 6, arbitrary: fc.oneof(...rounds) },
    { weight: 3, arbitrary: fc.oneof(...withdrawal) },
    { weight: 4, arbitrary: fc.oneof(...groups) },
    { weight: 3, arbitrary: fc.oneof(...census) },
    { weight: 1, arbitrary: fc.oneof(...floor) }
  ),
  by: author,
  after: any(0, 1000, minute, 4 * minute, 16 * minute)
})

export const histories = fc.array(step, { minLength: 1, maxLength: 60, size: 'max' })

export function idOf(place: number): string {
  return `finger-lifted-${place}`
}

/** Plays a history, with what time owes done as it falls due; `each` is told of every decision. */
export function play(
  history: readonly Step[],
  each: (board: Board, decision: ReturnType<Board['ask']>, step: Step) => void = () => undefined
): Board {
  const board = boardOf(...house.mapleHouse)
  let at = now
  for (const [place, step] of history.entries()) {
    at += step.after
    board.until(at)
    each(board, board.ask(meant(step.asked, board), { by: step.by, now: at, id: idOf(place) }), step)
  }
  return board
}

const none = 'finger-lifted-unknown'

/** Names what there is: most of what is asked of an alert would be of none otherwise. */
function meant(asked: Asked, { state }: Board): Asked {
  const { alert, restraint } = asked
  const alerts = Object.values(state.alerts.alerts)
  const known = nth(alerts, alert)
  const named = alert === undefined ? {} : { alert: known?.id ?? none }
  const which =
    restraint === undefined ? {} : { restraint: nth(known?.restraints ?? [], restraint)?.id ?? none }
  return { ...asked, ...named, ...which, ...meantWatch(asked, state) }
}

/** The same of a withdrawal watch, and of its scores. */
function meantWatch({ watch, score }: Asked, { withdrawal }: Board['state']): object {
  const known = nth(Object.values(withdrawal.watches), watch)
  const which = score === undefined ? {} : { score: nth(known?.scores ?? [], score)?.id ?? none }
  return watch === undefined ? {} : { watch: known?.id ?? none, ...which }
}

/** The newest for 0, and on from there. */
const nth = <T>(all: readonly T[], name: unknown): T | undefined =>
  typeof name === 'string' && name.startsWith('some-')
    ? all.at(-1 - (Number(name.slice(5)) % Math.max(1, all.length)))
    : undefined
