import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Fields } from '../../server/log.ts'
import { AlertRecord } from '../../shared/alerts/record-step.ts'
import type { CommandId, MemberId } from '../../shared/ids.ts'
import type { UnitCommand } from '../../shared/unit.ts'
import { smallUnit, TestBoard } from '../http/board.ts'
import { withRedis } from '../support/redis.ts'

const redis = withRedis()
const board = new TestBoard()
const lines: { code: string; fields: Fields }[] = []
const alert = 'a-finger-lifted-1'
const path = `/api/units/${smallUnit.id}/alerts/${alert}`
const notes = 'canary-of-the-notes'
const note = 'canary-of-the-debrief'

let count = 0
const submit = (member: string, command: object, id = `asked-${String(++count).padStart(6, '0')}`) =>
  board.board.node.units.submit(smallUnit.id, command as UnitCommand, id as CommandId, {
    kind: 'member',
    member: member as MemberId
  })

/** What somebody is answered who signed in. */
const asked = async (member: string, pin: string, at = path) =>
  board.get(at, { cookie: await board.signedIn(member, pin) })

beforeAll(async () => {
  await board.start(redis, (code, fields = {}) => lines.push({ code, fields }))
  await submit('ben', { type: 'alert.raise', kind: 'medical', place: 'day-room' }, alert)
  await submit('cleo', { type: 'alert.acknowledge', alert, answer: 'coming' })
  await submit('cleo', { type: 'alert.arrive', alert })
  await submit('cleo', { type: 'alert.resolve', alert, action: 'First aid', notes })
  await submit('cleo', { type: 'alert.settle', alert, owed: 'debrief', note })
})
afterAll(() => board.stop())

describe('the record of an alert over HTTP', () => {
  it('E-5 is given to the members of the unit', async () => {
    const answer = await asked('ben', '314159')
    expect([answer.status, answer.headers.get('cache-control')]).toEqual([200, 'no-store'])
    const record = AlertRecord.parse(await answer.json())
    expect(record).toMatchObject({ id: alert, kind: 'medical', situation: 'debriefed', withNotes: false })
    expect(record.steps.map(({ what }) => what)).toEqual([
      'raised',
      'acknowledged',
      'arrived',
      'resolved',
      'settled'
    ])
  })

  it('E-3 has the notes for charge staff, and not for others', async () => {
    const [others, charge] = [await asked('ben', '314159'), await asked('ada', '271828')]
    const [without, whole] = [await others.text(), await charge.text()]
    for (const said of [notes, note]) {
      expect(without).not.toContain(said)
      expect(whole).toContain(said)
    }
  })

  it('E-5 is the same on every node', async () => {
    const other = new TestBoard()
    await other.start(redis)
    const cookie = await board.signedIn('ben', '314159')
    const [here, there] = [await board.get(path, { cookie }), await other.get(path, { cookie })]
    const { asOf: _, ...one } = AlertRecord.parse(await here.json())
    expect(AlertRecord.parse(await there.json())).toMatchObject(one)
    await other.stop()
  })

  it('E-5 is not given to whom nobody knows, nor on a locked tablet', async () => {
    expect((await board.get(path)).status).toBe(401)
    const cookie = await board.signedIn('ben', '314159')
    await board.post('/api/lock', {}, { cookie })
    expect((await board.get(path, { cookie })).status).toBe(401)
  })

  it('E-5 of another unit is not given, whether there is one or not', async () => {
    const answer = await asked('ben', '314159', `/api/units/another-unit/alerts/${alert}`)
    expect([answer.status, await answer.json()]).toMatchObject([
      403,
      { type: 'urn:milieu:problem:not-permitted' }
    ])
  })

  it.each(['nothing', '%2e%2e%2f', 'a b'])('E-5 of an alert called %s there is none', async name => {
    const answer = await asked('ben', '314159', `/api/units/${smallUnit.id}/alerts/${name}`)
    expect([answer.status, await answer.json()]).toMatchObject([
      404,
      { type: 'urn:milieu:problem:no-such-record' }
    ])
  })

  it('E-5 cannot be read while Redis hangs, and that is said', async () => {
    const cookie = await board.signedIn('ben', '314159')
    redis.pause()
    const answer = await board.get(path, { cookie })
    await redis.resume()
    expect(answer.status).toBe(503)
    await expect.poll(async () => (await board.get(path, { cookie })).status).toBe(200)
  })

  it('E-6 each look is a line of the log with ids and nothing else, and so is one that was refused', async () => {
    lines.length = 0
    await asked('ada', '271828')
    await asked('ben', '314159', `/api/units/another-unit/alerts/${alert}`)
    const looks = lines.filter(({ code }) => code.startsWith('record.'))
    expect(looks).toEqual([
      { code: 'record.read', fields: { unit: smallUnit.id, alert, member: 'ada' } },
      { code: 'record.refused', fields: { unit: smallUnit.id, member: 'ben', why: 'not-permitted' } }
    ])
  })
})
