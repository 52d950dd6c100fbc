import { createHash } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { z } from 'zod'
import { down } from '../../shared/protocol/down.ts'
import { Snapshot } from '../../shared/protocol/snapshot.ts'
import { up } from '../../shared/protocol/up.ts'
import { protocolHash, protocolVersion } from '../../shared/protocol/version.ts'

const schemas = { ...up, ...down, snapshot: Snapshot }
const hash = createHash('sha256')
  .update(
    JSON.stringify(
      Object.entries(schemas).map(([name, schema]) => [
        name,
        z.toJSONSchema(schema, { io: 'input', unrepresentable: 'any' })
      ])
    )
  )
  .digest('hex')
  .slice(0, 16)

describe('the version of the wire', () => {
  it('W-3 is raised, or its hash renewed where old screens are not misled, when a message changes', () => {
    expect(protocolVersion).toBe(2)
    expect(hash).toBe(protocolHash)
  })
})
