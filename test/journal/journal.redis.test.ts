import { describe } from 'vitest'
import { parseAddress } from '../../server/journal/address.ts'
import { withRedis } from '../support/redis.ts'
import { journalContract } from './contract.ts'
import { nodeOn } from './rig.ts'

describe('the journal on one Redis', () => {
  const redis = withRedis()
  journalContract(() => nodeOn(parseAddress(redis.url)))
})
