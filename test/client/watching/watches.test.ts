import { describe, expect, it } from 'vitest'
import { freeNow, heldBy, keptFrom, watchedOn } from '../../../client/watching/watches.ts'
import type { MemberId } from '../../../shared/ids.ts'
import { mapleHouse } from '../../browser/gallery/maple.ts'
import { at } from '../../browser/gallery/scene.ts'
import { watchingStates } from '../../browser/gallery/watching-states.ts'

const rowsOf = (state: string) => {
  const still = watchingStates[state]?.()
  if (!still) throw new Error(`no state ${state}`)
  return still.rows
}

describe('who is watched without a break', () => {
  it('T-113 is in order of who needs somebody first, then by bed', () => {
    expect(watchedOn(rowsOf('held')).map(({ stay }) => stay.id)).toEqual(['s13', 's28'])
    const [first] = watchedOn(rowsOf('alone'))
    expect(first).toMatchObject({ stay: { id: 's13' }, gap: { loud: true } })
  })

  it('T-113 has who has no bed after all who have one, as the round has them', () => {
    const rows = rowsOf('held')
    const { s13, s28 } = rows.stays
    if (!s13 || !s28) throw new Error('nobody is watched')
    const stays = { s13: { ...s13, bed: null, alias: '1 Deer' }, s28 }
    expect(watchedOn({ ...rows, stays }).map(({ stay }) => stay.id)).toEqual(['s28', 's13'])
  })

  it('T-114 says when the alert is raised, before and after the gap was told', () => {
    const [told] = watchedOn(rowsOf('alone'))
    expect(told?.gap).toEqual({ since: at('14:04:38'), loud: true, alertAt: at('14:05:38') })
    const rows = rowsOf('alone')
    const watch = rows.watches['s13']
    const before = { since: at('14:04:38'), ordered: false, told: 0, next: at('14:04:53') } as const
    const asked = { since: at('14:00'), ordered: true, told: 0, next: at('14:05') } as const
    const gapOf = (gap: typeof before | typeof asked) =>
      watchedOn({ ...rows, watches: watch ? { s13: { ...watch, gap } } : {} })[0]?.gap
    expect(gapOf(before)).toEqual({ since: before.since, loud: true, alertAt: at('14:05:38') })
    expect(gapOf(asked)).toEqual({ since: asked.since, loud: false, alertAt: at('14:06') })
  })

  it('T-114 tells no gap on a unit that never kept a watch on the board', () => {
    const [mira] = watchedOn(mapleHouse().rows('tablet'))
    expect(mira).toMatchObject({ stay: { id: 's13' }, gap: null })
  })

  it('T-115 is taken by who is on shift and with nobody who needs all of them', () => {
    const rows = rowsOf('held')
    const watched = watchedOn(rows)
    const [mira, bao] = watched
    if (!mira || !bao) throw new Error('nobody is watched')
    const kept = (who: string, one = mira) => keptFrom(watched, one, rows.members[who])
    expect(kept('ines')).toBeNull()
    expect(kept('owen')).toBe('off-shift')
    expect(kept('kofi')).toMatchObject({ id: 's28' })
    expect(kept('helen', bao)).toMatchObject({ id: 's13' })
    expect(kept('helen')).toBeNull()
  })

  it('T-116 names who is free: on shift, leading nothing, at no alert, with nobody, not in charge', () => {
    const rows = rowsOf('held')
    const free = freeNow(rows, 'en').map(({ id }) => id)
    expect(free).toContain('ines')
    expect(free).not.toContain('helen')
    expect(free).not.toContain('dana')
    expect(free).not.toContain('owen')
    expect(free).not.toContain('ruth')
    expect(heldBy(watchedOn(rows), 'kofi' as MemberId).map(({ stay }) => stay.id)).toEqual(['s28'])
  })
})
