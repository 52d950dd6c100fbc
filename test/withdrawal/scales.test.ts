import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { dangers } from '../../shared/withdrawal/dangers.ts'
import type { profiles } from '../../shared/withdrawal/profiles/profiles.ts'
import { bandOf, minutesOf } from '../../shared/withdrawal/profiles/profiles.ts'
import { pulsePoints } from '../../shared/withdrawal/scales/cows.ts'
import { scaleIds } from '../../shared/withdrawal/scales/scale.ts'
import { illegalIn, missingIn, scales, totalOf, withPulse } from '../../shared/withdrawal/scales/scales.ts'
import { answersOf, everyProfile } from './watched.ts'

const upTo = (most: number): number[] => Array.from({ length: most + 1 }, (_, n) => n)

describe('a scale', () => {
  it('M-1 of alcohol has ten questions, nine to seven and one to four', () => {
    const { questions, max, version } = scales['ciwa-ar']
    expect(questions.map(({ values }) => values.length)).toEqual([8, 8, 8, 8, 8, 8, 8, 8, 8, 5])
    expect(questions.every(({ values }) => values.every((value, place) => value === place))).toBe(true)
    expect([max, version]).toEqual([67, 1])
  })

  it('M-1 of opioids has eleven questions with the sets of its authors', () => {
    const { questions, max } = scales.cows
    expect(questions.map(({ values }) => values.join(' '))).toEqual([
      ...['0 1 2 4', '0 1 2 3 4', '0 1 3 5', '0 1 2 5', '0 1 2 4', '0 1 2 4', '0 1 2 3 5'],
      ...['0 1 2 4', '0 1 2 4', '0 1 2 4', '0 3 5']
    ])
    expect(max).toBe(48)
  })

  it.each(scaleIds)('M-1 comes to its most and to nothing less than 0: %s', scale => {
    const { questions, max } = scales[scale]
    expect(new Set(questions.map(({ id }) => id)).size).toBe(questions.length)
    const most = Object.fromEntries(questions.map(({ id, values }) => [id, values.at(-1) ?? 0]))
    const least = Object.fromEntries(questions.map(({ id }) => [id, 0]))
    expect([totalOf(scale, most), totalOf(scale, least)]).toEqual([max, 0])
  })

  it.each(scaleIds)('M-2 has no total while a question is open: %s', scale => {
    const all = answersOf(scale, 9)
    for (const { id } of scales[scale].questions) {
      const { [id]: _open, ...rest } = all
      expect([totalOf(scale, rest), missingIn(scale, rest)]).toEqual([null, [id]])
    }
    expect(missingIn(scale, {})).toHaveLength(scales[scale].questions.length)
  })

  it.each(scaleIds)('M-3 takes the answers it has and no other: %s', scale => {
    const whole = answersOf(scale, 9)
    for (const { id, values } of scales[scale].questions) {
      for (const value of [-1, ...upTo(9), 1.5, NaN, Infinity]) {
        const wrong = values.includes(value) ? null : id
        expect(illegalIn(scale, { ...whole, [id]: value })).toBe(wrong)
        expect(totalOf(scale, { ...whole, [id]: value }) === null).toBe(wrong !== null)
      }
    }
    expect(illegalIn(scale, { ...whole, temper: 0 })).toBe('temper')
    expect(missingIn(scale, { constructor: 0 } as never)).toHaveLength(scales[scale].questions.length)
  })

  it('M-1 never comes to more than its most, whatever is answered', () => {
    const any = fc.constantFrom(...scaleIds).chain(scale => {
      const of = scales[scale].questions.map(({ id, values }) => [id, fc.constantFrom(...values)] as const)
      return fc.record(Object.fromEntries(of)).map(answers => ({ scale, answers }))
    })
    fc.assert(
      fc.property(any, ({ scale, answers }) => {
        const total = totalOf(scale, answers)
        const sum = Object.values(answers).reduce((a, b) => a + b, 0)
        expect(total).toBe(sum)
        expect(sum).toBeLessThanOrEqual(scales[scale].max)
      })
    )
  })

  it('M-5 counts the pulse by its beats', () => {
    expect([20, 80, 81, 100, 101, 120, 121, 300].map(pulsePoints)).toEqual([0, 0, 1, 1, 2, 2, 4, 4])
    expect(withPulse('cows', {}, 110)).toEqual({ pulse: 2 })
    expect(withPulse('ciwa-ar', {}, 110)).toEqual({})
  })
})

describe('a profile', () => {
  it.each(everyProfile)('M-4 has every total of its scale in exactly one band: $id', profile => {
    const { bands, scale, id } = profile
    expect(bands[0]?.from).toBe(0)
    for (const total of upTo(scales[scale].max)) {
      const within = bands.filter(({ from }, place) => {
        return total >= from && total < (bands[place + 1]?.from ?? scales[scale].max + 1)
      })
      expect(within.map(band => band.id)).toEqual([bandOf(id, total, [])])
    }
  })

  it('M-4 begins its bands where its authors do', () => {
    const edges = (id: keyof typeof profiles, ...totals: number[]) =>
      totals.map(total => bandOf(id, total, []))
    expect(edges('asam-2020', 9, 10, 18, 19)).toEqual(['mild', 'moderate', 'moderate', 'severe'])
    expect(edges('classic-8-15', 7, 8, 15, 16)).toEqual(['minimal', 'moderate', 'moderate', 'severe'])
    expect(edges('cows-2003', 4, 5, 12, 13, 24, 25, 36, 37)).toEqual([
      ...['none', 'mild', 'mild', 'moderate', 'moderate'],
      ...['moderately-severe', 'moderately-severe', 'severe']
    ])
  })

  it.each(everyProfile)(
    'M-4 knows a complicated withdrawal by its signs: $id',
    ({ id, scale, complicated }) => {
      const bound = complicated?.from ?? Infinity
      for (const total of upTo(scales[scale].max)) {
        for (const sign of dangers) {
          const complicates = ['seizure', 'delirium', 'new-hallucinations'].includes(sign)
          expect(bandOf(id, total, [sign]) === 'complicated').toBe(total >= bound && complicates)
        }
      }
    }
  )

  it.each(everyProfile)(
    'M-7 asks sooner the higher the band, and soonest at a sign of danger: $id',
    profile => {
      const { id, bands, complicated } = profile
      const minutes = bands.map(band => minutesOf(id, band.id, []))
      expect(minutes).toEqual(minutes.toSorted((a, b) => b - a))
      const soonest = Math.min(...minutes, complicated?.minutes ?? Infinity)
      for (const { id: band } of bands) expect(minutesOf(id, band, ['chest-pain'])).toBe(soonest)
      const [lowest] = bands
      if (lowest) expect(minutesOf(id, lowest.id, [], { [lowest.id]: 45 })).toBe(45)
    }
  )

  it.each(everyProfile)(
    'M-14 raises by totals of its upper bands only, the higher the more urgent: $id',
    profile => {
      const { alerts, bands, scale } = profile
      expect(alerts.map(({ priority }) => priority)).toEqual(['high', 'medium'])
      expect(alerts[0]?.from).toBeGreaterThan(alerts[1]?.from ?? Infinity)
      expect(bands.slice(2).map(({ from }) => from)).toContain(alerts[1]?.from)
      expect(alerts[0]?.from).toBeLessThanOrEqual(scales[scale].max)
    }
  )
})
