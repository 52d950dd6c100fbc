import { describe, expect, it } from 'vitest'
import { owedAfter } from '../../../shared/alerts/afterwards.ts'
import type { AlertKind } from '../../../shared/alerts/kind.ts'
import { owedKinds } from '../../../shared/alerts/owed-kinds.ts'
import type { StayId } from '../../../shared/ids.ts'
import { alertKindWords } from '../../../shared/words/alert-words.ts'
import { raised } from '../../browser/gallery/after-states.ts'
import { mapleHouse } from '../../browser/gallery/maple.ts'
import { at } from '../../browser/gallery/scene.ts'

const s24 = 's24' as StayId

/** What a tablet says that resolving opens, and what the unit opens. */
function both(kind: AlertKind, stay: string | undefined, noInformation: boolean, drill: boolean) {
  const scene = mapleHouse()
  const standing = scene.state.census.stays[s24]
  if (!standing) throw new Error('nobody in 12B')
  scene.on('13:00', { type: 'stay.described', stay: s24, person: { ...standing.person, noInformation } })
  const id = raised(scene, '14:10', kind, { place: 'day-room', drill, ...(stay !== undefined && { stay }) })
  const [rows, alert] = [scene.rows('tablet'), scene.state.alerts.alerts[id]]
  const row = rows.alerts[id]
  if (!alert || !row) throw new Error(`no alert ${id}`)
  const said = owedKinds(row, row.stay === null ? null : (rows.stays[row.stay]?.person ?? null))
  return { said, opened: owedAfter(alert, scene.state, at('14:20')).map(owed => owed.kind) }
}

describe('what resolving opens', () => {
  it.each(Object.keys(alertKindWords) as AlertKind[])('T-68 is said of %s as the unit opens it', kind => {
    for (const [stay, silent, drill] of [
      [undefined, false, false],
      ['s24', false, false],
      ['s24', true, false],
      ['s24', false, true]
    ] as const) {
      const { said, opened } = both(kind, stay, silent, drill)
      expect(said).toEqual(opened)
    }
  })

  it('T-68 leaves the family out where nobody outside is told', () => {
    expect(both('medical', 's24', false, false).said).toContain('family-notice')
    expect(both('medical', 's24', true, false).said).not.toContain('family-notice')
    expect(both('medical', 's24', false, true).said).toEqual([])
  })
})
