import { describe, expect, it } from 'vitest'
import type { FollowUpId, MemberId, StayId, WatchId } from '../../shared/ids.ts'
import { scales } from '../../shared/withdrawal/scales/scales.ts'
import type { UnitCommand } from '../../shared/unit.ts'
import { decide, type UnitEvent } from '../../shared/unit.ts'
import { isRefused } from '../../shared/refusal.ts'
import { nextActs, type Act, type Moment } from '../../server/demo/day.ts'
import { mapleHouse } from '../browser/gallery/maple.ts'
import { at, type Scene } from '../browser/gallery/scene.ts'
import { scored, watched } from '../browser/gallery/withdrawal-states.ts'
import { seeded } from '../support/random.ts'

const never = () => 0.999
const drawing = (seed: number) => {
  const { int } = seeded(seed)
  return () => int(1_000_000) / 1_000_000
}
const robin = 's13' as StayId

function acts(scene: Scene, time: string, more: Partial<Moment> = {}): Act[] {
  const now = at(time)
  return nextActs({ rows: scene.rows('tablet'), now, since: now, speed: 1, random: never, ...more })
}

const of = <T extends UnitCommand['type']>(list: Act[], type: T) =>
  list.flatMap(({ by, command }) =>
    command.type === type ? [{ by, command: command as Extract<UnitCommand, { type: T }> }] : []
  )

/** What the unit makes of it, from a member. */
function decided(scene: Scene, time: string, command: UnitCommand, member = 'helen'): UnitEvent[] {
  const by = { kind: 'member', member: member as MemberId } as const
  const asking = { by, now: at(time), command: `demo-${time}` as never, seq: scene.seq }
  const events = decide(scene.state, command, asking as never)
  if (isRefused(events)) throw new Error(`${command.type}: ${events.refusal}`)
  return [...events]
}

function watching(scale: 'ciwa-ar' | 'cows'): Scene {
  const scene = mapleHouse()
  watched(scene, '06:35', `w-${scale}` as WatchId, 's12', scale)
  return scene
}

describe('the care that the demo plays', () => {
  it.each(['ciwa-ar', 'cows'] as const)(
    'Z-4 given a score by %s that is due, a nurse makes it whole, without an alert',
    scale => {
      const scene = watching(scale)
      for (const seed of [1, 2, 3, 4, 5]) {
        const random = drawing(seed)
        const [score] = of(acts(scene, '06:36', { random }), 'withdrawal.score')
        expect(score?.by).toBe('nurse')
        const asked = scales[scale].questions.map(({ id }) => id).filter(id => id !== 'pulse')
        expect(Object.keys(score?.command.answers ?? {}).toSorted()).toEqual(asked.toSorted())
        if (!score) throw new Error('no score')
        const events = decided(scene, '06:36', score.command)
        expect(events.map(({ type }) => type)).toEqual(['withdrawal.scored'])
      }
    }
  )

  it('Z-4 given a score that is not due for long, none is made; an answer drifts by one step', () => {
    const scene = watching('cows')
    scored(scene, '06:36', 'w-cows' as WatchId, 6)
    expect(of(acts(scene, '06:40'), 'withdrawal.score')).toEqual([])
    const row = scene.rows('tablet').withdrawals['w-cows']
    const due = row?.due ?? 0
    for (const seed of [7, 8, 9]) {
      const random = drawing(seed)
      const list = nextActs({ rows: scene.rows('tablet'), now: due, since: due, speed: 1, random })
      const [score] = of(list, 'withdrawal.score')
      for (const { id, values } of scales.cows.questions) {
        if (id === 'pulse') continue
        const places = [score?.command.answers[id], row?.last?.answers[id]].map(value =>
          values.findIndex(each => each === value)
        )
        expect((places[0] ?? 99) - (places[1] ?? 0)).toBeLessThanOrEqual(1)
      }
    }
  })

  it('Z-5 given nobody with a person who needs it, one who plays takes it, and relieves who is tired', () => {
    const scene = mapleHouse()
    const cast = ['sam', 'ines'] as MemberId[]
    const [take] = of(acts(scene, '06:31', { cast }), 'watch.take')
    expect(take?.command.stay).toBe(robin)
    const first = take?.by as MemberId
    expect(cast).toContain(first)
    scene.on('06:31', { type: 'watch.taken', stay: robin, member: first }, first)
    expect(of(acts(scene, '06:40', { cast }), 'watch.take')).toEqual([])
    expect(of(acts(scene, '06:40', { cast }), 'watch.relieve')).toEqual([])
    const [relief] = of(acts(scene, '07:31', { cast }), 'watch.relieve')
    expect(relief?.command.relieves).toBe(first)
    expect(relief?.by).not.toBe(first)
    expect(cast).toContain(relief?.by)
  })

  it('Z-6 given a talk that is owed, it is taken, and done before its time; a review of the plan is left', () => {
    const scene = mapleHouse()
    const open = (kind: 'family-call' | 'plan-review', owner: string | null) => {
      const followUp = `f-${kind}` as FollowUpId
      const due = at('08:00')
      const who = { stay: 's03' as StayId, owner: owner as MemberId | null, alert: null, about: null }
      scene.on('06:31', { type: 'follow-up.opened', followUp, kind, due, ...who }, 'ruth')
    }
    open('family-call', null)
    expect(of(acts(scene, '06:32', { random: () => 0.05 }), 'follow-up.take')).toHaveLength(1)
    const given = { followUp: 'f-family-call' as FollowUpId, from: null, to: 'dana' as MemberId }
    scene.on('06:33', { type: 'follow-up.given', ...given }, 'dana')
    open('plan-review', 'dana')
    expect(of(acts(scene, '06:40'), 'follow-up.complete')).toEqual([])
    const done = of(acts(scene, '07:59'), 'follow-up.complete')
    expect(done.map(({ command }) => command.followUp)).toEqual(['f-family-call'])
  })

  it('Z-6 what is added says that it is of the demo, and is taken in by the unit', () => {
    const scene = mapleHouse()
    const [added] = of(acts(scene, '06:32', { random: () => 0, speed: 600 }), 'follow-up.open')
    expect(added?.command.about).toMatch(/^Demo/)
    if (!added) throw new Error('nothing added')
    expect(decided(scene, '06:32', added.command, 'ruth')).toHaveLength(1)
  })

  it('Z-7 given several who are due in one place, they are checked in one pass; a look that is only confirmed says so', () => {
    const scene = mapleHouse()
    const first = of(acts(scene, '06:45'), 'check-in.complete')
    expect(first.length).toBeGreaterThan(1)
    expect(new Set(first.map(({ command }) => command.pass)).size).toBe(1)
    expect(first[0]?.command.pass).toMatch(/^[0-9a-f-]{36}$/)
    expect(first.every(({ command }) => command.carried === undefined)).toBe(true)
    for (const { command } of first)
      for (const event of decided(scene, '06:45', command)) scene.on('06:45', event, 'helen')
    const again = of(acts(scene, '07:00', { random: drawing(3) }), 'check-in.complete')
    const carried = again.filter(({ command }) => command.carried !== undefined)
    expect(carried.length).toBeGreaterThan(0)
    for (const { command } of carried) {
      const last = scene.rows('tablet').checkIns[command.stay]?.last
      expect(command).toMatchObject({ place: last?.place, presentation: last?.presentation })
    }
  })

  it('Z-8 given the same seed, the same is played', () => {
    const play = (seed: number) => JSON.stringify(acts(watching('cows'), '07:00', { random: drawing(seed) }))
    expect(play(4)).toBe(play(4))
    expect(play(4)).not.toBe(play(5))
  })
})
