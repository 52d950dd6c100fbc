import { describe, expect, it } from 'vitest'
import { view } from '../../shared/unit.ts'
import { choices, labelOf } from '../../shared/words/code-words.ts'
import { activityWords } from '../../shared/words/round-words.ts'
import { given, loader, now } from '../support/given.ts'
import { description, look, mapleHouse, robin } from '../support/people.ts'

const garden = { en: 'In the garden', fr: 'Au jardin' }
const codes = {
  activities: {
    garden,
    pacing: { en: 'Walking', fr: 'Marche' },
    phone: { en: 'On the phone', fr: 'Au téléphone', retired: true }
  },
  lateReasons: { fire: { en: 'Fire drill', fr: 'Exercice d’incendie' } },
  placeKinds: { sauna: { en: 'Sauna', fr: 'Sauna' } }
}

function house() {
  const all = given(...mapleHouse)
  all.when(look(robin, { activity: 'phone' }), { now })
  all.board.ask({ type: 'profile.describe', description: { ...description, codes } }, { by: loader })
  return all
}

describe('codes of a unit', () => {
  it('R-32 are added and retired; what is neither usual nor its own is refused', () => {
    const { board, when } = house()
    when(look(robin, { activity: 'phone' })).refused('code-retired', { code: 'phone' })
    when(look(robin, { activity: 'flying' })).refused('code-unknown', { code: 'flying' })
    when(look(robin, { presentation: 'garden' })).refused('code-unknown')
    when(look(robin, { reason: 'no-idea' })).refused('code-unknown', { code: 'no-idea' })
    expect(board.state.checkIns.rounds[robin]?.last).toMatchObject({ activity: 'phone' })
    when(look(robin, { activity: 'garden', reason: 'fire' })).then({ activity: 'garden', reason: 'fire' })
    const place = { type: 'place.open', place: 'sauna-1', name: garden } as const
    when({ ...place, kind: 'sauna' }, { by: loader }).then({ kind: 'sauna' })
    when({ ...place, place: 'sauna-2', kind: 'cellar' }, { by: loader }).refused('code-unknown')
  })

  it('R-32 have its own labels in both languages, also when they are retired', () => {
    const own = view(house().board.state, 'tablet').unit['unit']?.codes?.activities
    expect(labelOf('pacing', activityWords, own, 'fr')).toBe('Marche')
    expect(labelOf('phone', activityWords, own, 'fr')).toBe('Au téléphone')
    expect(labelOf('sitting', activityWords, own, 'en')).toBe('Sitting')
    expect(labelOf('gone-for-good', activityWords, own, 'en')).toBe('gone-for-good')
    const values = choices(activityWords, own, 'en').map(({ value }) => value)
    expect(values).toContain('garden')
    expect(values).not.toContain('phone')
    expect(view(house().board.state, 'wall-public').unit['unit']?.codes).toBeNull()
  })
})
