import { describe, expect, it } from 'vitest'
import {
  askedBy,
  beatsIn,
  enteredIn,
  fieldOf,
  openIn,
  signsText,
  textsOf
} from '../../../client/withdrawal/entered.ts'
import { followingFrom } from '../../../client/withdrawal/following.ts'
import type { ScaleId } from '../../../shared/withdrawal/scales/scale.ts'
import { scales } from '../../../shared/withdrawal/scales/scales.ts'
import { samir, watchedDay } from '../../browser/gallery/withdrawal-states.ts'

const from = (scale: ScaleId, texts: Record<string, string>) => enteredIn(scale, field => texts[field] ?? '')
const all = (scale: ScaleId, value: string) =>
  Object.fromEntries(scales[scale].questions.map(({ id }) => [fieldOf(id), value]))

describe('what has been entered of a score', () => {
  it('T-91 is what the scale asks, with answers that it has, and nothing else', () => {
    const texts = { [fieldOf('nausea')]: '4', [fieldOf('tremor')]: '9', [fieldOf('mood')]: '1' }
    expect(from('ciwa-ar', texts).answers).toEqual({ nausea: 4 })
    expect(from('cows', { [fieldOf('pupils')]: '3', [fieldOf('pulse')]: '4' }).answers).toEqual({})
  })

  it('T-91 is open in the order of the questions, signs of danger first, the pulse of COWS until it was taken', () => {
    const given = { ...all('cows', '0'), [fieldOf('tremor')]: '' }
    expect(openIn('cows', from('cows', given))).toEqual(['signs', 'pulse', 'tremor'])
    expect(openIn('cows', from('cows', { ...all('cows', '0'), pulse: '72', signs: 'none' }))).toEqual([])
    expect(openIn('ciwa-ar', from('ciwa-ar', { ...all('ciwa-ar', '0'), signs: 'none' }))).toEqual([])
    expect([askedBy('cows'), askedBy('ciwa-ar')]).toEqual([12, 11])
  })

  it('T-91 has a pulse only where one can be', () => {
    const read = ['', '7', '19', '20', '112', '300', '301', '1e2', '7a'].map(beatsIn)
    expect(read).toEqual([null, null, null, 20, 112, 300, null, null, null])
  })

  it('T-92 tells none from nothing said', () => {
    expect(from('cows', {}).signs).toBeNull()
    expect(from('cows', { signs: signsText([]) }).signs).toEqual([])
    expect(from('cows', { signs: signsText(['seizure', 'chest-pain']) }).signs).toEqual([
      'seizure',
      'chest-pain'
    ])
    expect(from('cows', { signs: 'fever' }).signs).toEqual([])
  })

  it('T-95 is for a correction what that score was made of', () => {
    const last = watchedDay().rows('tablet').withdrawals[samir]?.last
    if (!last) throw new Error('no score')
    const texts: Record<string, string> = textsOf('cows', last)
    const follows = followingFrom({ scale: 'cows', profile: 'cows-2003' }, from('cows', texts), last.seenAt)
    expect(follows).toMatchObject({ total: last.total, band: last.band })
    expect(texts).not.toHaveProperty([fieldOf('pulse')])
  })
})

describe('what follows from it', () => {
  const ciwa = { scale: 'ciwa-ar', profile: 'asam-2020' } as const
  const minutes = (count: number) => count * 60_000

  it('T-91 is nothing before all is answered, signs of danger too', () => {
    expect(followingFrom(ciwa, from('ciwa-ar', all('ciwa-ar', '1')), 0)).toBeNull()
    expect(followingFrom(ciwa, from('ciwa-ar', { signs: 'none' }), 0)).toBeNull()
  })

  it('T-92 is total, band, when the next is due and which alert, as the unit would have it', () => {
    const given = (value: string, signs = 'none') =>
      followingFrom(ciwa, from('ciwa-ar', { ...all('ciwa-ar', value), signs }), 1_000)
    expect(given('0')).toEqual({ total: 0, band: 'mild', due: 1_000 + minutes(240), alarm: null })
    const medium = { kind: 'severe-withdrawal', priority: 'medium' }
    expect(given('2')).toEqual({ total: 20, band: 'severe', due: 1_000 + minutes(60), alarm: medium })
    const high = { kind: 'medical', priority: 'high' }
    expect(given('2', 'seizure')).toMatchObject({
      band: 'complicated',
      due: 1_000 + minutes(30),
      alarm: high
    })
  })

  it('T-92 is due by the unit’s own minutes, where it has any', () => {
    const entered = from('ciwa-ar', { ...all('ciwa-ar', '0'), signs: 'none' })
    expect(followingFrom(ciwa, entered, 0, { mild: 90 })?.due).toBe(minutes(90))
  })
})
