import { describe, expect, it } from 'vitest'
import { csvOf } from '../../server/record/csv.ts'
import { alertLines, figureLines } from '../../server/record/sheets.ts'
import type { PastAlertRow } from '../../shared/alerts/view.ts'
import type { PlaceId } from '../../shared/ids.ts'
import type { Rows } from '../../shared/rows.ts'

const timeZone = 'America/Toronto'
const places = {
  'day-room': { name: { en: 'Day room; "east"', fr: 'Salle de séjour' } },
  formula: { name: { en: '=HYPERLINK("x")', fr: '@somme' } }
} as unknown as Rows['places']

const past = (id: string, fields: Partial<PastAlertRow> = {}): PastAlertRow => ({
  ...{ id: id as PastAlertRow['id'], kind: 'medical', priority: 'high', place: 'day-room' as PlaceId },
  ...{ silent: false, drill: false, raisedAt: Date.parse('2026-06-16T18:05:09.750Z'), raisedSeq: 1 },
  ...{ ended: 'closed', merged: 1, answered: 10_500, onScene: 60_000, resolved: null },
  ...fields
})

describe('a table as a file', () => {
  it('E-21 begins with a byte order mark, and has commas and decimal points in English', () => {
    expect(csvOf([['a', 1.5, null, 'c']], 'en')).toBe('\uFEFFa,1.5,,c\r\n')
  })

  it('E-21 has semicolons and decimal commas in French', () => {
    expect(csvOf([['a;b', 1234.25, -0.5]], 'fr')).toBe('\uFEFF"a;b";1234,25;-0,5\r\n')
  })

  it.each(['=1+1', '+1', '-1', '@sum', '\t=1', '\r=1'])('E-21 has %j as a text', text => {
    for (const language of ['en', 'fr'] as const) {
      expect(csvOf([[text, 'x']], language)).toMatch(new RegExp(`^\uFEFF"?'`))
    }
  })
})

describe('alerts that are over', () => {
  it('E-21 are a line each: what, where, when by both clocks, and seconds', () => {
    const [, line] = alertLines([past('alert-1')], places, { language: 'en', timeZone })
    expect(line).toEqual([
      ...['alert-1', 'Medical emergency', 'High', 'Day room; "east"'],
      ...['2026-06-16 14:05:09', '2026-06-16T18:05:09Z', 10.5, 60, null],
      ...['Closed', 2, 'no', 'no']
    ])
  })

  it('E-21 say in French the same', () => {
    const lines = alertLines([past('alert-1', { drill: true })], places, { language: 'fr', timeZone })
    const [head = '', line = ''] = csvOf(lines, 'fr').split('\r\n')
    expect(head.split(';')).toHaveLength(lines[0]?.length ?? 0)
    expect(line).toMatch(/;Salle de séjour;2026-06-16 14:05:09;2026-06-16T18:05:09Z;10,5;60;;/)
    expect(line.endsWith(';oui;non')).toBe(true)
  })

  it('E-21 have a place that looks like a formula as a text', () => {
    const odd = [past('alert-1', { place: 'formula' as PlaceId })]
    for (const [language, said] of [
      ['en', `"'=HYPERLINK(""x"")"`],
      ['fr', `'@somme`]
    ] as const) {
      expect(csvOf(alertLines(odd, places, { language, timeZone }), language)).toContain(said)
    }
  })
})

describe('figures', () => {
  it('E-21 are lines by kind and by shift, drills apart, with nothing where there are too few', () => {
    const many = [1, 2, 3, 4, 5].map(n => past(`alert-${n}`, { answered: n * 1_500 }))
    const lines = figureLines([...many, past('drill', { drill: true })], { language: 'en', timeZone })
    expect(lines[0]).toHaveLength(13)
    expect(lines.slice(1).map(([by, which, drill, count]) => [by, which, drill, count])).toEqual([
      ['Kind', 'Medical emergency', 'no', 5],
      ['Shift', 'Day, 07 to 15', 'no', 5],
      ['Shift', 'Evening, 15 to 23', 'no', 0],
      ['Shift', 'Night, 23 to 07', 'no', 0],
      ['Kind', 'Medical emergency', 'yes', 1],
      ['Shift', 'Day, 07 to 15', 'yes', 1],
      ['Shift', 'Evening, 15 to 23', 'yes', 0],
      ['Shift', 'Night, 23 to 07', 'yes', 0]
    ])
    expect(lines[1]?.slice(4)).toEqual([5, 4.5, 7.5, 5, 60, 60, 0, null, null])
    expect(lines[5]?.slice(4)).toEqual([1, 10.5, null, 1, 60, null, 0, null, null])
  })
})
