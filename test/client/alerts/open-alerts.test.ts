import { describe, expect, it } from 'vitest'
import { isOver, openAlerts, stillNeeded } from '../../../client/alerts/open-alerts.ts'
import { alarms } from '../../../client/wall/alarms.ts'
import type { AlertRow } from '../../../shared/alerts/view.ts'
import type { MemberId } from '../../../shared/ids.ts'

const priya = 'priya' as MemberId

const alert = (id: string, fields: Partial<AlertRow> = {}) =>
  ({
    id,
    situation: 'raised',
    priority: 'high',
    drill: false,
    needed: 4,
    there: 1,
    coming: 0,
    raisedAt: 1,
    raisedBy: null,
    responders: {},
    ladder: [],
    told: 0,
    answer: null,
    ...fields
  }) as unknown as AlertRow

const rows = (alerts: AlertRow[]) => Object.fromEntries(alerts.map(one => [one.id, one]))
const order = (me: MemberId | null, ...alerts: AlertRow[]) => openAlerts(rows(alerts), me).map(({ id }) => id)
const coming = { [priya]: { is: 'coming', at: 2 } } as NonNullable<AlertRow['responders']>

describe('open alerts', () => {
  it('X-1 leave out what was resolved or cancelled', () => {
    const all = [alert('a', { situation: 'resolved' }), alert('b'), alert('c', { situation: 'cancelled' })]
    expect(order(null, ...all)).toEqual(['b'])
    expect(all.map(isOver)).toEqual([true, false, true])
    expect(isOver(alert('d', { situation: 'on-scene' }))).toBe(false)
  })

  it('X-1 stand high first, then most needed, then newest, then by priority, then by id', () => {
    const held = alert('held', { there: 4, raisedAt: 9 })
    const lacking = alert('lacking', { there: 0 })
    const fresh = alert('fresh', { raisedAt: 5 })
    const medium = alert('medium', { priority: 'medium', needed: 9, raisedAt: 9 })
    const low = alert('low', { priority: 'low', needed: 9, raisedAt: 9 })
    expect(order(null, low, medium, held, alert('b'), alert('a'), fresh, lacking)).toEqual([
      'lacking',
      'fresh',
      'a',
      'b',
      'held',
      'medium',
      'low'
    ])
  })

  it('X-1 are in one order on the wall, a locked tablet, the charge screen and before who has answered none', () => {
    const all = [
      alert('held', { there: 4, raisedAt: 9, situation: 'on-scene' }),
      alert('unanswered', { priority: 'medium', needed: 2, there: 0 }),
      alert('high'),
      alert('low', { priority: 'low', needed: 5, raisedAt: 7 })
    ]
    const wall = alarms({ alerts: rows(all) }).map(({ row }) => row.id)
    expect(wall).toEqual(['high', 'held', 'low', 'unanswered'])
    expect(order(null, ...all)).toEqual(wall)
    expect(order(priya, ...all)).toEqual(wall)
  })

  it('X-1 put what is real before every drill, whatever their priority', () => {
    const drill = alert('drill', { drill: true, needed: 9, raisedAt: 9 })
    const medium = alert('medium', { priority: 'medium', situation: 'contained', there: 4 })
    const low = alert('low', { priority: 'low', needed: 1 })
    const practised = alert('practised', { drill: true, priority: 'low' })
    expect(order(null, practised, drill, low, medium)).toEqual(['low', 'medium', 'drill', 'practised'])
    expect(alarms({ alerts: rows([drill, medium]) }).map(({ row }) => row.id)).toEqual(['medium', 'drill'])
  })

  it('T-9 never put a drill that is not answered before what is real', () => {
    const drill = alert('drill', { drill: true })
    const walked = alert('walked', { drill: true, responders: coming, needed: 9 })
    const real = alert('real', { responders: coming })
    expect(order(priya, walked, drill, real)).toEqual(['real', 'drill', 'walked'])
  })

  it('T-9 put first, among those of the same priority only, what this member has not answered', () => {
    const answered = alert('answered', { responders: coming, needed: 6 })
    const raised = alert('raised', { raisedBy: priya, needed: 5 })
    const other = alert('other', { there: 4 })
    const medium = alert('medium', { priority: 'medium', needed: 9 })
    const all = [medium, raised, answered, other]
    expect(order(null, ...all)).toEqual(['answered', 'raised', 'other', 'medium'])
    expect(order(priya, ...all)).toEqual(['other', 'answered', 'raised', 'medium'])
    const low = alert('low', { priority: 'low', needed: 2, there: 0 })
    const mine = alert('mine', { priority: 'medium', needed: 5, responders: coming })
    expect(order(priya, low, mine)).toEqual(['mine', 'low'])
  })

  it('T-8 ask for how many are still needed, the raiser counted, never fewer than nobody', () => {
    expect(stillNeeded(alert('a', { there: 1, coming: 1 }))).toBe(2)
    expect(stillNeeded(alert('a', { there: 6 }))).toBe(0)
  })
})
