import { expect, it } from 'vitest'
import { Submit } from '../../shared/protocol/submit.ts'

it('L-17 a UUID in capitals is the same id, and what is none is not understood', () => {
  const id = '0b9c1f6e-5d1a-4c57-9a53-3f2f1f0c7d11'
  expect(Submit.parse({ id: id.toUpperCase(), type: 'alert.raise' }).id).toBe(id)
  expect(Submit.safeParse({ id: 'PLAN:2026-11-23', type: 'alert.raise' }).success).toBe(false)
})
