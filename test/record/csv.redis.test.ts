import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Fields } from '../../server/log.ts'
import type { CommandId, MemberId } from '../../shared/ids.ts'
import type { UnitCommand } from '../../shared/unit.ts'
import { smallUnit, TestBoard } from '../http/board.ts'
import { withRedis } from '../support/redis.ts'

const redis = withRedis()
const board = new TestBoard()
const lines: { code: string; fields: Fields }[] = []
const at = (name: string) => `/api/units/${smallUnit.id}/${name}.csv`

const submit = (member: string, command: object, id: string = crypto.randomUUID()) =>
  board.board.node.units.submit(smallUnit.id, command as UnitCommand, id as CommandId, {
    kind: 'member',
    member: member as MemberId
  })

async function over(id: string, fields: object): Promise<void> {
  await submit('ben', { type: 'alert.raise', place: 'day-room', ...fields }, id)
  await submit('ben', { type: 'alert.cancel', alert: id })
}

const asked = async (member: string, pin: string, path: string, headers: Record<string, string> = {}) =>
  board.get(path, { cookie: await board.signedIn(member, pin), ...headers })

/** The text of an answer with its byte order mark. */
const textOf = async (answer: Response): Promise<string> => Buffer.from(await answer.arrayBuffer()).toString()

beforeAll(async () => {
  await board.start(redis, (code, fields = {}) => lines.push({ code, fields }))
  await over('alert-spoken', { kind: 'medical' })
  await over('alert-silent', { kind: 'staff-duress', silent: true })
})
afterAll(() => board.stop())

describe('what is looked back on, over HTTP', () => {
  it('E-20 is given to those who lead, in the language that is asked for', async () => {
    const answer = await asked('ada', '271828', `${at('alerts')}?language=fr`)
    expect(answer.status).toBe(200)
    expect(answer.headers.get('content-type')).toBe('text/csv; charset=utf-8')
    expect(answer.headers.get('content-disposition')).toBe('attachment; filename=small-unit-alerts.csv')
    expect(answer.headers.get('cache-control')).toBe('no-store')
    const text = await textOf(answer)
    expect(text.startsWith('\uFEFFAlerte;Type;')).toBe(true)
    for (const id of ['alert-spoken', 'alert-silent']) expect(text).toContain(`${id};`)
    expect(text).not.toMatch(/Synthetic|\bben\b|\bada\b/)
  })

  it('E-20 is of the alerts that the screen of who asks would show, and in the language they prefer', async () => {
    const figures = await textOf(await asked('ada', '271828', at('figures'), { 'accept-language': 'fr' }))
    expect(figures.startsWith('\uFEFFPar;')).toBe(true)
    const mine = await textOf(await asked('ben', '314159', at('alerts')))
    const shown = await board.board.node.units.with(smallUnit.id, ({ state }) =>
      Object.keys(state.alerts.alerts)
    )
    expect(mine.split('\r\n').slice(1, -1)).toHaveLength(shown.length)
  })

  it('E-20 is given to nobody else: not on a locked tablet, not of another unit', async () => {
    expect((await board.get(at('alerts'))).status).toBe(401)
    const cookie = await board.signedIn('ben', '314159')
    await board.post('/api/lock', {}, { cookie })
    expect((await board.get(at('figures'), { cookie })).status).toBe(401)
    expect((await asked('ada', '271828', '/api/units/another-unit/alerts.csv')).status).toBe(403)
    expect((await asked('ada', '271828', `${at('alerts')}?language=xx`)).status).toBe(400)
  })

  it('E-20 is a line of the log, with ids and nothing else', async () => {
    lines.length = 0
    await asked('ada', '271828', at('alerts'))
    const looks = lines.filter(({ code }) => code.startsWith('record.'))
    expect(looks).toEqual([{ code: 'record.exported', fields: { unit: smallUnit.id, member: 'ada' } }])
  })
})
