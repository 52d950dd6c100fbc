import { describe, expect, it } from 'vitest'
import { activitiesOf, presentationsOf } from '../../../client/tablet/look-choices.ts'

const values = (all: readonly { value: string }[]): string[] => all.map(({ value }) => value)

describe('what may be answered about somebody', () => {
  it('T-105 begins with what is usual by day and by night, and ends with what is rare', () => {
    expect(values(activitiesOf(null)).slice(0, 3)).toEqual(['sitting', 'awake-in-bed', 'eyes-closed'])
    expect(values(presentationsOf(null)).slice(-2)).toEqual(['unseen-stimuli', 'refused'])
  })

  it('T-105 has all of it once', () => {
    expect(new Set(values(activitiesOf(null))).size).toBe(12)
    expect(new Set(values(presentationsOf(null))).size).toBe(9)
  })
})
