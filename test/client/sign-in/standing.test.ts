import { describe, expect, it } from 'vitest'
import { keptByMember } from '../../../client/sign-in/kept.ts'
import { openAlerts } from '../../../client/sign-in/locked-alerts.ts'
import { chooseLanguage, chosenLanguage } from '../../../client/sign-in/spoken.ts'
import { themeFor } from '../../../client/ui/theme.svelte.ts'
import type { AlertRow } from '../../../shared/alerts/view.ts'

describe('what is kept on a device', () => {
  it('is counted by who entered it, and nothing else of it is told', () => {
    const entry = (member: string, type: string) => ({ member, fields: { type, stay: 'secret' } })
    const by = keptByMember([
      entry('priya', 'check-in.complete'),
      entry('priya', 'check-in.not-found'),
      entry('karim', 'meeting.attend')
    ])
    expect(by).toEqual({ priya: { checks: 2, others: 0 }, karim: { checks: 0, others: 1 } })
    expect(JSON.stringify(by)).not.toContain('secret')
  })
})

describe('alerts on a locked tablet', () => {
  const alert = (id: string, fields: Partial<AlertRow>) =>
    ({
      id,
      situation: 'raised',
      priority: 'high',
      needed: 4,
      there: 1,
      coming: 0,
      raisedAt: 1,
      ...fields
    }) as AlertRow
  const order = (...alerts: AlertRow[]) =>
    openAlerts(Object.fromEntries(alerts.map(one => [one.id, one]))).map(({ alert: { id } }) => id)

  it('are the open ones only', () => {
    expect(
      order(alert('a', { situation: 'resolved' }), alert('b', {}), alert('c', { situation: 'cancelled' }))
    ).toEqual(['b'])
  })

  it('stand high before all others, then who still needs somebody, then the newest', () => {
    const low = alert('low', { priority: 'low', raisedAt: 9, needed: 2 })
    const full = alert('full', { there: 4, raisedAt: 8 })
    expect(order(low, full, alert('old', {}), alert('new', { raisedAt: 5 }))).toEqual([
      'new',
      'old',
      'full',
      'low'
    ])
  })

  it('never need fewer than nobody', () => {
    expect(openAlerts({ a: alert('a', { there: 6 }) })[0]?.short).toBe(0)
  })
})

describe('the language of a device', () => {
  it('is the one the member chose here, and serves whoever comes next', () => {
    const kept = new Map<string, string>()
    const store = {
      getItem: (key: string) => kept.get(key) ?? null,
      setItem: (key: string, value: string) => void kept.set(key, value)
    }
    expect(chosenLanguage(store, 'priya')).toBeNull()
    chooseLanguage(store, 'priya', 'fr')
    expect([
      chosenLanguage(store, 'priya'),
      chosenLanguage(store, null),
      chosenLanguage(store, 'karim')
    ]).toEqual(['fr', 'fr', null])
  })
})

describe('the light of a device', () => {
  it('follows the unit’s own clock unless somebody chose', () => {
    expect([themeFor('auto', 22, false), themeFor('auto', 6, false), themeFor('auto', 7, false)]).toEqual([
      'night',
      'night',
      'day'
    ])
    expect(themeFor('auto', null, true)).toBe('night')
    expect(themeFor('day', 23, true)).toBe('day')
    expect(themeFor('contrast', 23, true)).toBe('contrast')
  })
})
