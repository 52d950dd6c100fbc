import { afterAll, describe, expect, it } from 'vitest'
import { parseAddress } from '../../server/journal/address.ts'
import { appendOf, listenTo, newUnit, nodeOn, oneTo, recordOn, say } from './rig.ts'
import { Servers, startSentinel } from './servers.ts'

describe('the journal behind Sentinels', () => {
  const servers = new Servers()
  afterAll(() => servers.remove())

  it('J-17 goes on with the replica that took over, in a new life', { timeout: 60_000 }, async () => {
    const { master, replica, sentinel } = await startSentinel(servers)
    const journal = await nodeOn(parseAddress(`redis+sentinel://127.0.0.1:${sentinel}/board`))
    const unit = newUnit()
    const listener = await listenTo(journal, unit)
    for (const n of oneTo(10)) await recordOn(journal, unit, `n-${n}`)
    await listener.until(10)
    const { position: old } = await journal.open(unit)
    await say({ port: master }, 'WAIT 1 5000')

    await servers.kill(master)
    await listener.untilRenewed()
    await expect
      .poll(
        () =>
          journal.now().then(
            () => 'yes',
            () => 'no'
          ),
        { timeout: 20_000 }
      )
      .toBe('yes')
    expect(await say({ port: replica }, 'ROLE')).toContain('master')

    expect(await journal.append(unit, appendOf(old, ['decided before']))).toEqual({ word: 'renewed' })
    const { position } = await journal.open(unit)
    expect(position).toMatchObject({ seq: 10 })
    expect(position.epoch).not.toBe(old.epoch)
    expect(await journal.append(unit, appendOf(position, ['n-10']))).toMatchObject({ word: 'repeated' })
    expect(await journal.append(unit, appendOf(position, ['behind']))).toMatchObject({
      word: 'appended',
      seq: 11
    })
  })
})
