import { describe, expect, it } from 'vitest'
import { give, type Follow } from '../../server/journal/follow.ts'
import type { Row } from '../../server/journal/recorded.ts'
import type { UnitId } from '../../shared/ids.ts'
import type { Recorded } from '../../shared/recorded.ts'
import { commandOf, Listener, oneTo } from './rig.ts'

const position = { epoch: 'life', seq: 0 }

function following(): { follow: Follow; listener: Listener } {
  const listener = new Listener(position)
  return { listener, follow: { unit: 'u' as UnitId, epoch: 'life', tail: listener, given: 0, ended: false } }
}

const rowOf = (seq: number): Row => [
  `${seq}-0`,
  ['at', '5', 'e', JSON.stringify(commandOf(`n-${seq}`).entries[0])]
]

const recordedOf = (seq: number): Recorded => ({
  ...(commandOf(`n-${seq}`).entries[0] as Recorded),
  seq,
  at: 5
})

const nothing = (): Promise<Recorded[]> => Promise.resolve([])

describe('what a tail gives its listener', () => {
  it('J-11 does not even look into an entry that was applied', async () => {
    const { follow, listener } = following()
    listener.apply(2)
    const closed = new Proxy<string[]>([], {
      get: () => {
        throw new Error('looked into')
      }
    })
    expect(await give(follow, [['1-0', closed], ['2-0', closed], rowOf(3)], nothing)).toBe('given')
    expect(listener.given).toEqual([recordedOf(3)])
  })

  it('J-10 fills a gap by reading what is missing', async () => {
    const { follow, listener } = following()
    const read = (_: UnitId, after: number, limit: number): Promise<Recorded[]> =>
      Promise.resolve(oneTo(limit).map(n => recordedOf(after + n)))
    expect(await give(follow, [rowOf(4)], read)).toBe('given')
    expect(listener.seqs).toEqual(oneTo(4))
  })

  it('J-10 gives an event once, also when the listener went on while a gap was read', async () => {
    const { follow, listener } = following()
    const read = (): Promise<Recorded[]> => {
      listener.apply(3)
      return Promise.resolve(oneTo(4).map(recordedOf))
    }
    expect(await give(follow, [rowOf(4)], read)).toBe('given')
    expect(listener.seqs).toEqual([4])
  })

  it('J-14 says so when the gap stays', async () => {
    const { follow, listener } = following()
    expect(await give(follow, [rowOf(1), rowOf(3)], nothing)).toBe('gap')
    expect(listener.given).toEqual([])
  })
})
