import { expect, it } from 'vitest'
import type { CommandId, UnitId } from '../../shared/ids.ts'
import { usual } from '../../server/unit/around.ts'
import { Asked } from '../../server/unit/asked.ts'
import { loggable } from '../../server/unit/log.ts'
import { Waiting } from '../../server/unit/waiting.ts'
import { elapsed, Ledger } from '../support/node.ts'

it('U-9, B-18 what is left unsure is one line, and names no pager that it is for', async () => {
  const ledger = new Ledger()
  const unit = 'u-1' as UnitId
  const waiting = new Waiting(unit, { elapsed, gauges: ledger, log: ledger.log, limits: usual })
  const told = ledger.next('append.unsure')
  const all = ['radio', 'desk', 'porter'].map(pager => {
    const id = `page-end:b7e1~0~pager:${pager}:1` as CommandId
    return new Asked(id, { type: 'page.end' }, { kind: 'node' }, elapsed())
  })
  for (const asked of all) waiting.add(asked)
  await told
  const outcomes = await Promise.allSettled(all.map(({ outcome }) => outcome))
  expect(outcomes.map(({ status }) => status)).toEqual(['rejected', 'rejected', 'rejected'])
  expect(ledger.lines).toEqual([{ code: 'append.unsure', fields: { unit, id: 'page-end:b7e1', count: 3 } }])
  expect(waiting.size).toBe(0)
})

it('B-18 an id without a receiver stands in the log as it is', () => {
  expect(loggable('escalate:a-1:2')).toBe('escalate:a-1:2')
})
