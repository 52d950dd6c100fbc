import { describe, expect, it } from 'vitest'
import { mineOf, passedOn } from '../../../client/follow-ups/passed-on.ts'
import { standsAs, whatSays } from '../../../client/follow-ups/says.ts'
import { takesBack, todoOf, type Thing } from '../../../client/follow-ups/todo-of.ts'
import type { FollowUpId, MemberId } from '../../../shared/ids.ts'
import { at } from '../../browser/gallery/scene.ts'
import { offered, owedDay } from '../../browser/gallery/follow-up-states.ts'

const priya = 'priya' as MemberId
const leo = 'leo' as MemberId
const [talk, call] = ['talk', 'call'] as [FollowUpId, FollowUpId]
const brief = (things: readonly Thing[]): string[] =>
  things.map(({ left, row, is }) => `${left?.row.kind ?? row?.id ?? ''} ${is}`)

describe('mine to do', () => {
  it('T-123 is one order of what crises left and follow-ups: late, owed, put off, each soonest first', () => {
    const todo = todoOf(owedDay().rows('tablet'), priya, at('16:10'))
    expect(brief(todo.own)).toEqual([
      'level-review late',
      'talk late',
      'call owed',
      'plan-review owed',
      'session put-off'
    ])
    expect(brief(todo.unowned).slice(0, 1)).toEqual(['intake late'])
    expect(brief(todo.others).filter(one => /^(?:chairs|second|review) /.test(one))).toEqual([
      'chairs late',
      'second late',
      'review owed'
    ])
    expect(todo.late).toBe(3)
  })

  it('T-123 is late from the time it is put off to on, and is gone once it ended', () => {
    const scene = owedDay()
    const ownAt = (time: string) => brief(todoOf(scene.rows('tablet'), priya, at(time)).own)
    expect(ownAt('18:00')).toContain('session late')
    scene.on('16:11', { type: 'follow-up.dropped', followUp: 'session' as FollowUpId, reason: 'x' }, 'priya')
    expect(ownAt('18:00').some(one => one.startsWith('session'))).toBe(false)
  })

  it('T-124 says about whom and how it stands, in both languages', () => {
    const rows = owedDay().rows('tablet')
    const things = todoOf(rows, priya, at('16:10')).own
    const said = things.flatMap(one =>
      one.row ? [`${whatSays(one.row, rows)}: ${standsAs(one, rows, at('16:10'), 'en')}`] : []
    )
    expect(said).toEqual([
      'Talk after a crisis, Xavier Roy, 12B: was due 15:45',
      'Call to the family, Rosa Lima, 9B: due 16:40',
      'Individual session, Lucas Moreau, 6B: put off until 18:00 by Priya Sato: In a group'
    ])
  })

  it('T-127 takes back for a minute, by who ended it alone', () => {
    const scene = owedDay()
    scene.on(
      '16:10',
      { type: 'follow-up.done', followUp: talk, outcome: 'held', seenAt: at('16:00'), note: null },
      'priya'
    )
    const left = (me: MemberId, now: number) =>
      takesBack(scene.rows('tablet'), me, now, 60_000).map(one => one.left)
    expect(left(priya, at('16:10') + 8_000)).toEqual([52])
    expect(left(priya, at('16:11') + 1)).toEqual([])
    expect(left(leo, at('16:10'))).toEqual([])
  })

  it('T-131 tells who took over, who said yes and who said no, and nothing of what ended', () => {
    const scene = owedDay()
    offered(scene, '16:03', [talk, call, 'session'], 'leo', 'priya')
    const rows = () => scene.rows('tablet').followUps
    const mine = mineOf(rows(), priya)
    expect(passedOn(mine, rows(), priya)).toEqual([])
    scene.on('16:11', { type: 'follow-up.given', followUp: talk, from: priya, to: leo }, 'leo')
    scene.on('16:11', { type: 'follow-up.declined', followUp: call, to: leo }, 'leo')
    expect(passedOn(mine, rows(), priya)).toEqual([
      { followUp: talk, is: 'accepted', by: leo },
      { followUp: call, is: 'declined', by: leo }
    ])
    const to = 'ines' as MemberId
    scene.on('16:12', { type: 'follow-up.given', followUp: talk, from: leo, to }, 'ines')
    scene.on('16:12', { type: 'follow-up.dropped', followUp: call, reason: 'x' }, 'priya')
    expect(passedOn(mine, rows(), priya)).toEqual([{ followUp: talk, is: 'taken', by: to }])
  })
})
