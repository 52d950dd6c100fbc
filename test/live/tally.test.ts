import { expect, it } from 'vitest'
import { Tally } from '../../server/live/tally.ts'

it('L-11 what comes too fast is a line of the log at once, and then one every 10 s with the count', () => {
  const tally = new Tally()
  expect(tally.due(0)).toBe(0)
  tally.add()
  expect(tally.due(5)).toBe(1)
  for (let n = 0; n < 400; n++) {
    tally.add()
    expect(tally.due(5 + n)).toBe(0)
  }
  expect(tally.due(10_004)).toBe(0)
  expect(tally.due(10_005)).toBe(400)
  expect(tally.due(30_000)).toBe(0)
})
