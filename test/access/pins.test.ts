import { describe, expect, it } from 'vitest'
import { hashPin, isPin } from '../../server/access/pins.ts'
import { PinHash } from '../../shared/staff/member.ts'

describe('PINs', () => {
  it('K-5 are kept as an argon2id hash that the journal takes, a new one each time', async () => {
    const [one, two] = [await hashPin('2718'), await hashPin('2718')]
    expect(PinHash.safeParse(one).success).toBe(true)
    expect(one).not.toBe(two)
  })

  it('K-5 are right or wrong; without a hash, or with one that is none, never right', async () => {
    const hash = await hashPin('2718')
    expect(await isPin(hash, '2718')).toBe(true)
    expect(await isPin(hash, '2719')).toBe(false)
    expect(await isPin(null, '2718')).toBe(false)
    expect(await isPin('$argon2id$broken', '2718')).toBe(false)
  })

  it('K-5 take about as long to refuse where there is no such member', async () => {
    const hash = await hashPin('2718')
    await isPin(null, 'first, which makes what others are compared with')
    const timed = async (against: string | null): Promise<number> => {
      const began = performance.now()
      await isPin(against, '0000')
      return performance.now() - began
    }
    const known: number[] = []
    const unknown: number[] = []
    for (let round = 0; round < 9; round++) {
      known.push(await timed(hash))
      unknown.push(await timed(null))
    }
    const median = (all: number[]): number => all.sort((a, b) => a - b)[4] ?? 0
    const ratio = median(unknown) / median(known)
    expect(ratio).toBeGreaterThan(0.4)
    expect(ratio).toBeLessThan(2.5)
  })
})
