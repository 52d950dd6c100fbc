import { describe, expect, it } from 'vitest'
import { calledBy, initialsOf, matesOf, roomOf, twinsOf } from '../../../client/tablet/people.ts'
import type { StayRow } from '../../../shared/census/view.ts'
import type { StayId } from '../../../shared/ids.ts'

let n = 0
function stay(name: string, bed: string | null = null, preferred: string | null = null): StayRow {
  const id = `stay-${++n}` as StayId
  const rest = { legalBasis: 'voluntary', phase: null, approach: null, noInformation: false } as const
  const person = { name, preferred, ...rest }
  return { id, alias: `Owl ${n}`, bed, level: 'q15', place: null, seenAt: 0, off: null, person }
}

describe('how people are called', () => {
  it('is by the preferred name, with the family name to tell them apart', () => {
    expect(calledBy(stay('Benjamin Okoro', null, 'Ben'))).toBe('Ben Okoro')
    expect(calledBy(stay('Benjamin Okoro', null, 'Ben Ruiz'))).toBe('Ben Ruiz')
    expect(calledBy(stay('Benjamin Okoro'))).toBe('Benjamin Okoro')
    expect(calledBy({ ...stay('Benjamin Okoro'), alias: 'Owl 1', person: null })).toBe('Owl 1')
  })

  it('is shortened to the first letters of the ends', () => {
    expect(initialsOf('Édith Marie de la Tour')).toBe('ÉT')
    expect(initialsOf('Cher')).toBe('C')
    expect(initialsOf('  ')).toBe('')
  })
})

describe('equal names', () => {
  const names = (twins: Map<StayId, string[]>, of: StayRow) => twins.get(of.id)

  it('T-6 are those with the same first or family name, whatever accents and case', () => {
    const [a, b, c, d] = [
      stay('Samir Haddad'),
      stay('Yara HADDAD'),
      stay('Élise Roy'),
      stay('Elise Tremblay')
    ]
    const twins = twinsOf([a, b, c, d])
    expect(names(twins, a)).toEqual(['Yara HADDAD'])
    expect(names(twins, c)).toEqual(['Elise Tremblay'])
  })

  it('T-6 are not a first name that is another one’s family name', () => {
    const [a, b] = [stay('Martin Roy'), stay('Chloé Martin')]
    expect(twinsOf([a, b]).size).toBe(0)
  })
})

describe('rooms', () => {
  it.each([
    ['12B', '12'],
    ['12-B', '12'],
    ['12 b', '12'],
    ['3.204/2', '3.204'],
    ['7', '7'],
    ['Quiet', 'Quiet']
  ])('bed %s is in room %s', (bed, room) => expect(roomOf(bed)).toBe(room))

  it('are shared by who is on the unit', () => {
    const [a, b, c] = [stay('Ada Quist', '12A'), stay('Bao Tran', '12B'), stay('Uma Rao', '12C')]
    const away = { ...c, off: { since: 0, back: null, destination: 'court', escort: null } }
    expect(matesOf(a, [a, b, away, stay('No Bed')]).map(({ id }) => id)).toEqual([b.id])
    expect(matesOf(stay('No Bed Either'), [a, b])).toEqual([])
  })
})
