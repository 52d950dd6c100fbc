import { expect, it } from 'vitest'
import type { Journal } from '../../server/journal/journal.ts'
import type { Entry } from '../../shared/recorded.ts'
import { appendedAt, appendOf, commandOf, markOf, newUnit, oneTo, recordOn } from './rig.ts'

/** What an append does, and what it refuses to do. */
export function appending(node: () => Promise<Journal>): void {
  it('J-1 numbers the events of several commands from 1 without gaps and stamps them alike', async () => {
    const journal = await node()
    const unit = newUnit()
    const { position, now } = await journal.open(unit)
    const commands = [commandOf('one', 2), commandOf('two'), commandOf('three', 3)]
    const answer = appendedAt(await journal.append(unit, { after: position, commands, due: null }))

    const recorded = await journal.read(unit, 0, 100)
    expect(position.seq).toBe(0)
    expect(answer.seq).toBe(6)
    expect(recorded.map(({ seq }) => seq)).toEqual(oneTo(6))
    expect(recorded.map(markOf)).toEqual(['one/0', 'one/1', 'two/0', 'three/0', 'three/1', 'three/2'])
    expect(new Set(recorded.map(({ at }) => at))).toEqual(new Set([answer.at]))
    expect(answer.at).toBeGreaterThanOrEqual(now)
    expect((await journal.open(unit)).position).toEqual({ ...position, seq: 6 })
  })

  it('J-1 gives back what was appended, whatever its shape and script', async () => {
    const journal = await node()
    const unit = newUnit()
    const { position } = await journal.open(unit)
    const event = {
      type: 'x.y',
      said: 'naïve “☎️👩🏽‍⚕️” \u0000\r\n$5',
      nested: { __proto__x: [1, null, { a: -0.5 }] }
    }
    const entry: Entry = {
      v: 7,
      command: commandOf('odd').command,
      by: { kind: 'screen', screen: 's' },
      event
    }
    await journal.append(unit, {
      after: position,
      commands: [{ ...commandOf('odd'), entries: [entry] }],
      due: null
    })
    expect(await journal.read(unit, 0, 1)).toEqual([{ ...entry, seq: 1, at: expect.any(Number) }])
  })

  it('J-2 answers a command that was recorded with its receipt, and writes nothing of the append', async () => {
    const journal = await node()
    const unit = newUnit()
    const { position } = await journal.open(unit)
    await journal.append(unit, { after: position, commands: [commandOf('again', 2)], due: null })
    const after = { ...position, seq: 2 }
    const answer = await journal.append(unit, appendOf(after, ['before', 'again', 'behind']))

    const receipt = { command: commandOf('again').command, seq: 2, fingerprint: 'print:again' }
    expect(answer).toEqual({ word: 'repeated', receipts: [receipt] })
    expect(
      await journal.receipts(
        unit,
        ['before', 'again'].map(mark => commandOf(mark).command)
      )
    ).toEqual([receipt])
    expect(await journal.read(unit, 2, 10)).toEqual([])
  })

  it('J-2 knows a command only within its unit', async () => {
    const journal = await node()
    const [here, there] = [newUnit(), newUnit()]
    await recordOn(journal, here, 'both')
    await recordOn(journal, there, 'both')
    expect((await journal.read(there, 0, 10)).map(markOf)).toEqual(['both/0'])
  })

  it('J-3 refuses what was decided on an older seq, says where it stands, and writes nothing', async () => {
    const journal = await node()
    const unit = newUnit()
    const { position } = await journal.open(unit)
    await journal.append(unit, appendOf(position, ['first'], 5))
    expect(await journal.append(unit, appendOf(position, ['second'], 9))).toEqual({ word: 'moved', seq: 1 })
    expect(await journal.append(unit, appendOf({ ...position, seq: 2 }, ['third']))).toEqual({
      word: 'moved',
      seq: 1
    })
    expect(await journal.read(unit, 0, 10)).toHaveLength(1)
    expect(await journal.receipts(unit, [commandOf('second').command])).toEqual([])
    expect((await journal.dueUnits(9, 1000)).find(due => due.unit === unit)?.due).toBe(5)
  })

  it('J-4 refuses what was decided in another life, and writes nothing', async () => {
    const journal = await node()
    const unit = newUnit()
    expect(await journal.append(unit, appendOf({ epoch: 'never', seq: 0 }, ['early']))).toEqual({
      word: 'renewed'
    })
    const { position } = await journal.open(unit)
    const other = { ...position, epoch: 'another' }
    expect(await journal.append(unit, appendOf(other, ['first']))).toEqual({ word: 'renewed' })
    expect(await journal.read(unit, 0, 10)).toEqual([])
    expect((await journal.open(unit)).position).toEqual(position)
  })

  it('J-1 refuses an append that names a command twice, has none or has one without events', async () => {
    const journal = await node()
    const unit = newUnit()
    const { position } = await journal.open(unit)
    await expect(journal.append(unit, appendOf(position, ['twin', 'twin']))).rejects.toThrow(RangeError)
    await expect(journal.append(unit, appendOf(position, []))).rejects.toThrow(RangeError)
    const commands = [commandOf('empty', 0)]
    await expect(journal.append(unit, { after: position, commands, due: null })).rejects.toThrow(RangeError)
  })

  it('J-1 reads ten thousand events back, in steps, in order', async () => {
    const journal = await node()
    const unit = newUnit()
    let { position } = await journal.open(unit)
    for (let group = 0; group < 50; group += 1) {
      const commands = Array.from({ length: 20 }, (_, n) => commandOf(`g${group}-${n}`, 10))
      position = {
        ...position,
        seq: appendedAt(await journal.append(unit, { after: position, commands, due: null })).seq
      }
    }
    const seqs: number[] = []
    for (let step = await journal.read(unit, 0, 3000); step.length > 0;) {
      seqs.push(...step.map(({ seq }) => seq))
      step = await journal.read(unit, seqs.length, 3000)
    }
    expect(seqs).toEqual(oneTo(10_000))
    expect(await journal.read(unit, 4000, 2)).toMatchObject([{ seq: 4001 }, { seq: 4002 }])
  })
}
