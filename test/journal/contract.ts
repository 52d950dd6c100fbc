import { randomUUID } from 'node:crypto'
import { expect, it } from 'vitest'
import type { Answer, Journal } from '../../server/journal/journal.ts'
import type { UnitId } from '../../shared/ids.ts'
import type { Position } from '../../shared/position.ts'
import type { Entry } from '../../shared/recorded.ts'
import { appendOf, commandOf, Listener, listenTo, markOf, newUnit, oneTo, recordOn } from './rig.ts'

/** What any journal has to hold, wherever its Redis is. `node` opens it as one node of the board does. */
export function journalContract(node: () => Promise<Journal>): void {
  appending(node)
  contention(node)
  keeping(node)
  following(node)
}

const appendedAt = (answer: Answer): { seq: number; at: number } => {
  if (answer.word !== 'appended') throw new Error(`expected appended, got ${answer.word}`)
  return answer
}

function appending(node: () => Promise<Journal>): void {
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

interface Writer {
  /** marks that were acknowledged, with the seq of their receipt */
  told: Map<string, number>
}

/** Appends the marks in groups, reading on after each `moved`, and sends every third group twice. */
async function write(journal: Journal, unit: UnitId, start: Position, groups: string[][]): Promise<Writer> {
  const told = new Map<string, number>()
  let after = start
  for (const [n, marks] of groups.entries()) {
    for (let times = n % 3 === 0 ? 2 : 1; times > 0;) {
      const answer = await journal.append(unit, appendOf(after, marks))
      if (answer.word === 'renewed') throw new Error('nothing restarted')
      if (answer.word === 'repeated')
        for (const { command, seq } of answer.receipts) told.set(command.slice(8), seq)
      if (answer.word === 'appended')
        marks.forEach((mark, m) => told.set(mark, answer.seq - marks.length + 1 + m))
      if (answer.word !== 'repeated') after = { ...after, seq: answer.seq }
      if (answer.word !== 'moved') times -= 1
    }
  }
  return { told }
}

function contention(node: () => Promise<Journal>): void {
  it('J-5 two nodes in contention: nothing lost, nothing doubled, no gap, every receipt stands', async () => {
    const [one, two] = await Promise.all([node(), node()])
    const unit = newUnit()
    const { position } = await one.open(unit)
    const groups = (who: string): string[][] =>
      oneTo(60).map(g => oneTo(1 + (g % 4)).map(n => `${who}-${g}-${n}`))
    // Both also send the same commands, as screens do that retry on another node.
    const same = oneTo(20).map(g => [`same-${g}`])
    const written = await Promise.all([
      write(one, unit, position, [...groups('a'), ...same]),
      write(two, unit, position, [...groups('b'), ...same])
    ])

    const recorded = await one.read(unit, 0, 10_000)
    const marks = recorded.map(event => String(markOf(event)).replace('/0', ''))
    expect(recorded.map(({ seq }) => seq)).toEqual(oneTo(recorded.length))
    expect(new Set(marks).size).toBe(marks.length)
    expect(new Set(marks)).toEqual(new Set([...groups('a'), ...groups('b'), ...same].flat()))
    for (const { told } of written) for (const [mark, seq] of told) expect(marks[seq - 1]).toBe(mark)
    const ats = recorded.map(({ at }) => at)
    expect(ats).toEqual(ats.toSorted((a, b) => a - b))
  })

  it('J-5 the same command sent to two nodes at once is recorded once and has one receipt', async () => {
    const [one, two] = await Promise.all([node(), node()])
    for (const round of oneTo(40)) {
      const unit = newUnit()
      const { position } = await one.open(unit)
      const answers = await Promise.all(
        [one, two].map(each => each.append(unit, appendOf(position, [`r-${round}`])))
      )
      expect(answers.map(({ word }) => word).sort()).toEqual(['appended', 'repeated'])
      expect(await one.read(unit, 0, 10)).toHaveLength(1)
    }
  })
}

function keeping(node: () => Promise<Journal>): void {
  it('J-7 lists units that are due, soonest first, as the last append said', async () => {
    const journal = await node()
    const units = oneTo(5).map(() => newUnit())
    const base = 1_000_000
    for (const [n, unit] of units.entries()) {
      const { position } = await journal.open(unit)
      await journal.append(unit, appendOf(position, ['due'], base - n))
    }
    const mine = async (until: number, limit = 1000): Promise<number[]> =>
      (await journal.dueUnits(until, limit)).filter(({ unit }) => units.includes(unit)).map(({ due }) => due)

    expect(await mine(base)).toEqual([4, 3, 2, 1, 0].map(n => base - n))
    expect(await mine(base - 3)).toEqual([base - 4, base - 3])
    expect(await journal.dueUnits(base, 2)).toHaveLength(2)
    for (const unit of units) {
      const { position } = await journal.open(unit)
      await journal.append(unit, appendOf(position, ['done'], null))
    }
    expect(await mine(base)).toEqual([])
  })

  it('J-7 a due time without an append counts only on the position the journal stands at', async () => {
    const journal = await node()
    const unit = newUnit()
    const { position } = await journal.open(unit)
    const due = async (): Promise<number | undefined> =>
      (await journal.dueUnits(1000, 1000)).find(found => found.unit === unit)?.due

    await journal.setDue(unit, position, 7)
    expect(await due()).toBe(7)
    await journal.append(unit, appendOf(position, ['on'], 3))
    await journal.setDue(unit, position, 900)
    await journal.setDue(unit, { epoch: 'another', seq: 1 }, 900)
    expect(await due()).toBe(3)
    await journal.setDue(unit, { ...position, seq: 1 }, null)
    expect(await due()).toBeUndefined()
  })

  it('J-8 keeps the newest snapshot of this life only', async () => {
    const journal = await node()
    const unit = newUnit()
    const { position } = await journal.open(unit)
    const at = (seq: number): Position => ({ ...position, seq })
    await journal.append(unit, appendOf(position, ['a', 'b', 'c']))
    expect((await journal.open(unit)).snapshot).toBeNull()
    await journal.store(unit, at(2), 'deux')
    await journal.store(unit, at(1), 'un')
    await journal.store(unit, { epoch: 'another', seq: 3 }, 'other life')
    await journal.store(unit, at(9), 'ahead of the journal')
    expect((await journal.open(unit)).snapshot).toEqual({ seq: 2, text: 'deux' })
    await journal.store(unit, at(3), '')
    expect((await journal.open(unit)).snapshot).toEqual({ seq: 3, text: '' })
  })

  it('J-9 lists every unit that was named, once', async () => {
    const journal = await node()
    const units = [newUnit(), newUnit()]
    for (const unit of [...units, ...units]) await journal.register(unit)
    const listed = await journal.units()
    expect(listed.filter(unit => units.includes(unit))).toEqual(units.sort())
  })

  it('J-9 shares small facts of a unit among nodes', async () => {
    const [one, two] = await Promise.all([node(), node()])
    const unit = newUnit()
    expect(await two.shared(unit)).toEqual({})
    await one.share(unit, { 'wall-1': '12', 'wall-2': '11' })
    await two.share(unit, { 'wall-2': '13', 'wall-1': null })
    expect(await one.shared(unit)).toEqual({ 'wall-2': '13' })
  })
}

function following(node: () => Promise<Journal>): void {
  it('J-10 gives each event once and in order, whoever wrote it', async () => {
    const [here, there] = await Promise.all([node(), node()])
    const unit = newUnit()
    await recordOn(there, unit, 'before')
    const listener = await listenTo(here, unit)
    for (const n of oneTo(100)) await recordOn(n % 3 ? there : here, unit, `n-${n}`)
    await listener.until(101)
    expect(listener.seqs).toEqual(oneTo(100).map(n => n + 1))
    expect(listener.given.map(markOf)).toEqual(oneTo(100).map(n => `n-${n}/0`))
    expect(listener.given).toEqual(await here.read(unit, 1, 1000))
  })

  it('J-10 follows many units, and takes one in at once while it waits for others', async () => {
    const [here, there] = await Promise.all([node(), node()])
    const units = oneTo(70).map(() => newUnit())
    const listeners = await Promise.all(units.map(unit => listenTo(here, unit)))
    await Promise.all(units.map(unit => recordOn(there, unit, randomUUID())))
    await Promise.all(listeners.map(listener => listener.until(1)))

    const waits: number[] = []
    for (const _ of oneTo(8)) {
      const unit = newUnit()
      const listener = await listenTo(here, unit)
      const began = performance.now()
      await recordOn(there, unit, 'late')
      await listener.until(1)
      waits.push(performance.now() - began)
    }
    // Without being freed, a read that blocks for a second would hold up half of them for 500 ms and more.
    expect(waits.toSorted((a, b) => a - b)[6]).toBeLessThan(400)
    expect(listeners.map(({ seqs }) => seqs)).toEqual(units.map(() => [1]))
  })

  it('J-10 gives nothing more once it was stopped', async () => {
    const [here, there] = await Promise.all([node(), node()])
    const [unit, witness] = [newUnit(), newUnit()]
    const [stopped, other] = [await listenTo(here, unit), await listenTo(here, witness)]
    stopped.stop()
    const again = await listenTo(here, unit)
    await recordOn(there, unit, 'x')
    await recordOn(there, witness, 'y')
    await Promise.all([again.until(1), other.until(1)])
    expect(stopped.seqs).toEqual([])
  })

  it('J-11 does not give what the listener has taken in by another way', async () => {
    const [here, there] = await Promise.all([node(), node()])
    const unit = newUnit()
    const { position } = await here.open(unit)
    for (const n of oneTo(5)) await recordOn(there, unit, `n-${n}`)
    const listener = new Listener(position)
    listener.apply(4)
    here.tail(unit, position, listener)
    await listener.until(5)
    expect(listener.seqs).toEqual([5])
  })

  it("J-11 leaves a node's own events to the answer of its append", async () => {
    const [here, there] = await Promise.all([node(), node()])
    const unit = newUnit()
    const listener = await listenTo(here, unit)
    const { position } = await here.open(unit)
    for (const n of oneTo(100)) {
      const answer = await here.append(unit, appendOf({ ...position, seq: n - 1 }, [`own-${n}`]))
      listener.apply(appendedAt(answer).seq)
    }
    await recordOn(there, unit, 'other')
    await listener.until(101)
    // Some of its own it may be given all the same, where the answer took its time; most it must not.
    expect(listener.seqs.length).toBeLessThan(20)
    expect(listener.given.map(markOf)).toContain('other/0')
  })
}
