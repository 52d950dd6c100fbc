import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { Attempts, usualLimits, type Attempt, type Limits } from '../../server/access/attempts.ts'
import { connectAccess, type AccessRedis } from '../../server/access/redis.ts'
import { parseAddress } from '../../server/journal/address.ts'
import { withRedis } from '../support/redis.ts'

const redis = withRedis()
let access: AccessRedis
beforeAll(async () => {
  access = await connectAccess(parseAddress(redis.url), () => undefined)
})
afterAll(() => access.close())

/** A member and addresses that no other test counts. */
function stranger(): (address: string, member?: string) => Attempt {
  const own = randomUUID()
  return (address, member = 'ada') => ({
    unit: 'small-unit',
    member: `${member}-${own}`,
    address: address + own
  })
}

/** How many of `count` attempts were let through. */
async function letThrough(
  attempts: Attempts,
  count: number,
  attempt: (n: number) => Attempt
): Promise<number> {
  let through = 0
  for (let n = 0; n < count; n++) if ((await attempts.count(attempt(n))) === null) through += 1
  return through
}

describe('the usual limits of attempts', () => {
  it('K-7 let five through for one member from one address', async () => {
    const from = stranger()
    expect(await letThrough(new Attempts(access.client), 20, () => from('tablet'))).toBe(5)
  })

  it('K-7 let 60 through from one address, for whomever, and hold up no other address', async () => {
    const from = stranger()
    const attempts = new Attempts(access.client)
    expect(await letThrough(attempts, 80, n => from('tablet', `member-${n}`))).toBe(60)
    expect(await attempts.count(from('another', 'member-79'))).toBeNull()
  })

  it('K-7 let 100 through for one member, wherever they come from, and hold up no other member', async () => {
    const from = stranger()
    const attempts = new Attempts(access.client)
    expect(await letThrough(attempts, 120, n => from(`tablet-${n}`))).toBe(100)
    expect(await attempts.count(from('tablet-119', 'ben'))).toBeNull()
  })

  it('K-7 are such that one address, however long it tries, does not use up a member’s', () => {
    const { here, member } = usualLimits
    const spells = Math.ceil(member.seconds / here.seconds) + 1
    expect(spells * here.points).toBeLessThan(member.points)
  })
})

describe('what a limit stops', () => {
  const limits: Limits = {
    here: { points: 2, seconds: 600 },
    member: { points: 4, seconds: 600 },
    address: { points: 6, seconds: 600 }
  }

  it('K-7 does not count on the member, who signs in elsewhere', async () => {
    const from = stranger()
    const attempts = new Attempts(access.client, limits)
    expect(await letThrough(attempts, 6, () => from('tablet'))).toBe(2)
    expect(await letThrough(attempts, 6, () => from('another'))).toBe(2)
    expect(await attempts.count(from('a third'))).toBeGreaterThan(0)
  })

  it('K-7 does not count on a member where the address is at its own limit', async () => {
    const from = stranger()
    const attempts = new Attempts(access.client, limits)
    await letThrough(attempts, 6, n => from('tablet', `other-${n}`))
    expect(await letThrough(attempts, 10, () => from('tablet'))).toBe(0)
    expect(await letThrough(attempts, 4, n => from(`elsewhere-${n}`))).toBe(4)
  })

  it('K-7 is none of a right attempt, by any of the limits', async () => {
    const from = stranger()
    const attempts = new Attempts(access.client, limits)
    for (let n = 0; n < 20; n++) {
      expect(await attempts.count(from('tablet'))).toBeNull()
      await attempts.forgive(from('tablet'))
    }
  })
})
