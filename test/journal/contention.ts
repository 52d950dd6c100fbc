import { expect, it } from 'vitest'
import type { Journal } from '../../server/journal/journal.ts'
import type { UnitId } from '../../shared/ids.ts'
import type { Position } from '../../shared/position.ts'
import { appendOf, markOf, newUnit, oneTo } from './rig.ts'

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

/** Two nodes that write to one unit. */
export function contention(node: () => Promise<Journal>): void {
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
