import { describe, expect, it } from 'vitest'
import { permit, permitted, type Asker } from '../../server/access/permit.ts'
import type { MemberId } from '../../shared/ids.ts'
import type { Author } from '../../shared/recorded.ts'
import { Role, type Member } from '../../shared/staff/member.ts'
import { commands, initial, type CommandType, type UnitCommand, type UnitState } from '../../shared/unit.ts'

const everyCommand = Object.keys(commands) as CommandType[]
const roles = Role.options

/** A unit with one member for each role, named after it. */
const staffed: UnitState = {
  ...initial,
  staff: { members: Object.fromEntries(roles.map(role => [role, memberWith(role, [role])])) }
}

function memberWith(id: string, has: Role[]): Member {
  return {
    id: id as MemberId,
    name: `Synthetic ${id}`,
    roles: has,
    credentials: [],
    language: 'en',
    pinHash: null,
    shiftSince: null
  }
}

function authorOf(asker: Asker): Author {
  if (asker === 'clock' || asker === 'loader' || asker === 'node') return { kind: asker }
  return asker === 'screen' ? { kind: 'screen', screen: 'x' } : { kind: 'member', member: asker as MemberId }
}

const may = (asker: Asker): CommandType[] =>
  everyCommand.filter(type => permit(staffed, authorOf(asker), { type } as UnitCommand) === null)

const verbs = (...of: string[]) => of.map(verb => `alert.${verb}`)
const answers = verbs('acknowledge', 'decline', 'take-role', 'arrive', 'withdraw')
const ends = verbs('contain', 'resolve', 'cancel', 'reopen', 'settle', 'defer', 'assign', 'close')
const alerts = [...verbs('raise', 'describe'), ...answers, ...ends]
const restraints = verbs('restrain', 'renew-order', 'evaluate', 'release')
const rounds = ['complete', 'correct', 'not-found', 'undo', 'explain'].map(verb => `check-in.${verb}`)
const watches = ['take', 'relieve', 'release'].map(verb => `watch.${verb}`)
const meetings = ['start', 'end', 'join', 'leave', 'attend'].map(verb => `meeting.${verb}`)
const shift = ['member.start-shift', 'member.end-shift']
const outings = ['stay.leave', 'stay.return']
const pages = ['page.retry', 'page.drop']
const scores = ['watch', 'score', 'correct', 'defer', 'stop'].map(verb => `withdrawal.${verb}`)
const mine = ['open', 'take', 'offer', 'accept', 'decline', 'complete', 'defer', 'drop', 'reopen']
const followUps = mine.map(verb => `follow-up.${verb}`)
const floor = [
  ...alerts,
  ...restraints,
  ...rounds,
  ...watches,
  ...scores,
  ...followUps,
  ...meetings,
  ...shift,
  ...outings,
  'page.subscribe'
]
const stays = ['stay.admit', 'stay.describe', 'stay.move', 'stay.set-level', 'stay.discharge']
const plan = ['group.define', 'group.retire', 'meeting.cancel', 'meeting.reassign']
const description = everyCommand.filter(type => /^(profile|place)\./.test(type))
const staff = ['member.join', 'member.describe', 'member.set-pin', 'member.retire']
const reminders = verbs('escalate', 'lapse', 'miss-screens', 'remind', 'remind-restraint')
const clock = [
  ...reminders,
  'check-in.miss',
  'watch.miss',
  'withdrawal.miss',
  'follow-up.remind',
  'meeting.plan',
  'page.try',
  'page.lapse'
]

/** All that each may ask for; what is not named here is refused. */
const table: Record<Asker, string[]> = {
  counselor: floor,
  nurse: [...floor, 'stay.set-level'],
  charge: [...floor, ...stays, ...plan, ...pages, 'follow-up.assign'],
  director: [...floor, ...stays, ...plan, ...pages, 'follow-up.assign'],
  administrator: [...alerts, ...shift, ...plan, ...description, ...staff, ...pages, 'page.subscribe'],
  clock,
  loader: [
    'withdrawal.watch',
    ...description,
    ...staff,
    ...shift,
    ...outings,
    ...stays,
    ...plan,
    ...meetings
  ],
  screen: ['alert.raise'],
  node: ['alert.show', 'page.end', 'page.subscribe']
}

describe('who may ask for what', () => {
  it.each(Object.entries(table))('K-1 %s may ask for exactly what the table says', (asker, allowed) => {
    expect(may(asker as Asker).sort()).toEqual([...allowed].sort())
  })

  it('K-1 names every command there is, and nothing else', () => {
    expect(Object.keys(permitted).sort()).toEqual([...everyCommand].sort())
  })

  it('K-2 refuses a command that no role of the member allows as not permitted', () => {
    const reassign = { type: 'meeting.reassign' } as UnitCommand
    expect(permit(staffed, authorOf('counselor'), reassign)).toMatchObject({ refusal: 'not-permitted' })
  })

  it('K-2 takes the roles of a member together', () => {
    const both = memberWith('both', ['nurse', 'administrator'])
    const state: UnitState = { ...initial, staff: { members: { ['both' as MemberId]: both } } }
    const author: Author = { kind: 'member', member: 'both' as MemberId }
    for (const type of ['check-in.complete', 'member.retire'] as const) {
      expect(permit(state, author, { type } as UnitCommand)).toBeNull()
    }
  })

  it.each(everyCommand)('K-3 a member who was retired may not ask for %s', type => {
    const retired: Author = { kind: 'member', member: 'gone' as MemberId }
    expect(permit(staffed, retired, { type } as UnitCommand)).toMatchObject({ refusal: 'not-signed-in' })
  })

  it('K-3 a member named after a property that every object has is nobody', () => {
    const nobody: Author = { kind: 'member', member: 'constructor' as MemberId }
    expect(permit(staffed, nobody, { type: 'alert.raise' } as UnitCommand)).toMatchObject({
      refusal: 'not-signed-in'
    })
  })
})
