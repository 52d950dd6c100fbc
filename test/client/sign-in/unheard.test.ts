import { describe, expect, it } from 'vitest'
import { alertsUnheard } from '../../../client/sign-in/unheard.ts'

const id = '0f4b1a6e-2c55-4e0b-9a37-2f6f5d0c4a1e'
const check = { id, fields: { type: 'check-in.complete', stay: 's1' }, enteredAt: 5 }
const raise = { id, fields: { type: 'alert.raise', kind: 'fire', place: null }, enteredAt: 5 }
const notFound = { id, fields: { type: 'check-in.not-found', stay: 's1', place: 'day-room' }, enteredAt: 5.5 }

describe('what a device goes on sending when it is locked or taken over', () => {
  it('K-13 an alert, under its own id', () => {
    expect(alertsUnheard([check, raise])).toEqual([{ id, fields: raise.fields }])
  })

  it('K-13 the alert in a "not found", with its own time, under another id that is the same each time', () => {
    const [first] = alertsUnheard([notFound])
    expect(first?.fields).toEqual({
      type: 'alert.raise',
      kind: 'missing-person',
      place: 'day-room',
      stay: 's1',
      seenAt: 6
    })
    expect(first?.id).not.toBe(id)
    expect(first?.id).toMatch(/^[\da-f]{8}-[\da-f]{4}-4[\da-f]{3}-[89ab][\da-f]{3}-[\da-f]{12}$/)
    expect(alertsUnheard([notFound])).toEqual([first])
  })
})
