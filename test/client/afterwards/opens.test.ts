import { describe, expect, it } from 'vitest'
import { opensOf } from '../../../client/afterwards/opens.ts'
import { owedAfter } from '../../../shared/alerts/afterwards.ts'
import type { AlertKind } from '../../../shared/alerts/kind.ts'
import type { MemberId, StayId } from '../../../shared/ids.ts'
import { alertKindWords } from '../../../shared/words/alert-words.ts'
import { raised } from '../../browser/gallery/after-states.ts'
import { mapleHouse } from '../../browser/gallery/maple.ts'
import { at, type Scene } from '../../browser/gallery/scene.ts'

const s24 = 's24' as StayId
const now = at('14:20')

interface Case {
  stay?: string
  drill?: boolean
  noInformation?: boolean
  /** what else happened on the unit before */
  before?: (scene: Scene) => void
}

/** What a tablet says that resolving opens, and what the unit opens. */
function both(kind: AlertKind, { stay, drill = false, noInformation = false, before }: Case) {
  const scene = mapleHouse()
  const standing = scene.state.census.stays[s24]
  if (!standing) throw new Error('nobody in 12B')
  scene.on('13:00', { type: 'stay.described', stay: s24, person: { ...standing.person, noInformation } })
  before?.(scene)
  const id = raised(scene, '14:10', kind, { place: 'day-room', drill, ...(stay !== undefined && { stay }) })
  const [rows, alert] = [scene.rows('tablet'), scene.state.alerts.alerts[id]]
  const row = rows.alerts[id]
  if (!alert || !row) throw new Error(`no alert ${id}`)
  return { said: opensOf(row, rows, now), opened: owedAfter(alert, scene.state, now) }
}

const kindsOf = (all: readonly { kind: string }[]): string[] => all.map(({ kind }) => kind)

function goesHome(scene: Scene, member: string): void {
  scene.on('13:30', { type: 'member.shift-ended', member: member as MemberId }, member)
}

/** Everybody, so that nobody is in charge and nobody licensed is here. */
function allGoHome(scene: Scene): void {
  for (const { id, shiftSince } of Object.values(scene.state.staff.members))
    if (shiftSince !== null) goesHome(scene, id)
}

function setsItsOwnMinutes(scene: Scene): void {
  const { description } = scene.state.profile
  if (!description) throw new Error('the unit was never described')
  const afterwards = { debrief: 90, 'plan-review': 2_880 }
  scene.on('13:00', { type: 'profile.described', description: { ...description, afterwards } })
}

describe('what resolving opens', () => {
  it.each(Object.keys(alertKindWords) as AlertKind[])('T-68 is said of %s as the unit opens it', kind => {
    for (const about of [{}, { stay: s24 }, { stay: s24, noInformation: true }, { stay: s24, drill: true }]) {
      const { said, opened } = both(kind, about)
      expect(kindsOf(said)).toEqual(kindsOf(opened))
    }
  })

  it('T-68 leaves the family out where nobody outside is told', () => {
    expect(kindsOf(both('medical', { stay: s24 }).said)).toContain('family-notice')
    expect(kindsOf(both('medical', { stay: s24, noInformation: true }).said)).not.toContain('family-notice')
    expect(both('medical', { stay: s24, drill: true }).said).toEqual([])
  })

  it('T-71 is said with whose it will be and by when, as the unit gives it', () => {
    const { said, opened } = both('behavioural', { stay: s24 })
    expect(said).toEqual(opened)
    expect(said).toContainEqual({ kind: 'level-review', owner: 'ruth', due: now + 3_600_000 })
  })

  it('T-71 goes by the minutes that the unit set for itself', () => {
    const { said, opened } = both('behavioural', { stay: s24, before: setsItsOwnMinutes })
    expect(said).toEqual(opened)
    expect(said).toContainEqual({ kind: 'debrief', owner: 'ruth', due: now + 5_400_000 })
  })

  it('T-71 gives the plan to a licensed member where who is in charge has no licence, and says where there is nobody', () => {
    const one = both('behavioural', { stay: s24, before: scene => goesHome(scene, 'ruth') })
    expect(one.said).toEqual(one.opened)
    const none = both('behavioural', { stay: s24, before: allGoHome })
    expect(none.said).toEqual(none.opened)
    expect(none.said.map(({ owner }) => owner)).toEqual([null, null, null, null, null])
  })
})
