/** What is due on the wall, from rows that the real view gives of real events. */
import { describe, expect, it } from 'vitest'
import { owed } from '../../../client/wall/owed.ts'
import { uncovered } from '../../../client/wall/uncovered.ts'
import type { MemberId, StayId, WatchId } from '../../../shared/ids.ts'
import { aloneDay, dueDay } from '../../browser/gallery/due-states.ts'
import { calmDay, people } from '../../browser/gallery/maple.ts'
import { at, type Scene } from '../../browser/gallery/scene.ts'
import { busyDay } from '../../browser/gallery/wall-states.ts'
import { scored, watched } from '../../browser/gallery/withdrawal-states.ts'

const now = at('14:18:20')
const of = (scene: Scene, alias: string, time = now) =>
  owed(scene.rows('wall'), time).filter(one => one.alias === alias)

describe('whoever is owed several checks', () => {
  it('X-12 has one row, which stands where the earlier of them does', () => {
    const before = of(busyDay(), 'Swan 4')[0]
    const [swan, ...more] = of(dueDay(), 'Swan 4')
    expect(more).toEqual([])
    expect(before && swan?.due).toBe(Math.min(before?.due ?? 0, at('14:41')))
    const round = dueDay().rows('wall').checkIns['s04']?.due ?? 0
    expect(of(dueDay(), 'Lynx 9')).toHaveLength(1)
    expect(of(dueDay(), 'Lynx 9')[0]?.due).toBe(Math.min(round, at('14:12')))
  })

  it('X-12 has a row also where only a score is owed, at the level that is in force, with nothing that tells why', () => {
    const scene = calmDay()
    watched(scene, '07:00', 'watch-mira' as WatchId, 's13', 'cows')
    scored(scene, '10:10', 'watch-mira' as WatchId, 6)
    const [robin] = of(scene, 'Robin 1', at('14:05'))
    expect(robin).toMatchObject({ due: at('14:10'), level: 'one-to-one', late: false, missed: 0 })
    const [other] = of(scene, 'Heron 7', at('14:05'))
    expect(Object.keys(robin ?? {})).toEqual(Object.keys(other ?? {}))
  })

  it('X-12 is not among them while off the unit', () => {
    const scene = dueDay()
    const away = { destination: 'walk', escort: null, back: at('15:00') }
    scene.on('14:17', { type: 'stay.left', stay: 's04' as StayId, ...away })
    expect(of(scene, 'Lynx 9')).toEqual([])
  })
})

describe('a watch that nobody holds', () => {
  it('X-13 is told once the board has said so, with since when, and not while somebody is with them', () => {
    const scene = calmDay()
    scene.on('13:30', { type: 'watch.taken', stay: 's13' as StayId, member: 'jonas' as MemberId }, 'jonas')
    expect(uncovered(scene.rows('wall'))).toEqual([])
    expect(uncovered(aloneDay().rows('wall'))).toMatchObject([
      { alias: 'Robin 1', bed: '7A', level: 'one-to-one', since: at('14:17:22'), some: false }
    ])
  })

  it('X-13 is nothing on a unit that keeps no watches on the board', () => {
    expect(uncovered(calmDay().rows('wall'))).toEqual([])
  })

  it('X-13 is on no wall that visitors can see', () => {
    expect(uncovered(aloneDay().rows('wall-public'))).toEqual([])
  })
})

describe('whoever sits in a group when they fall due', () => {
  it('X-14 is said to, with its place and until when', () => {
    const deer = of(busyDay(), 'Deer 7')[0]
    expect(deer?.sits).toEqual({ place: 'group-2', now: true, time: at('14:45') })
    expect(of(busyDay(), 'Mole 4')[0]?.sits?.place).toBe('group-2')
  })

  it('X-14 is said to also of a group that comes, from when on', () => {
    const scene = calmDay()
    const later = owed(scene.rows('wall'), at('14:20')).filter(({ sits }) => sits && !sits.now)
    expect(later.length).toBeGreaterThan(0)
    for (const { sits, due } of later) expect(due).toBeGreaterThanOrEqual(sits?.time ?? Infinity)
  })

  it('X-14 is not said to once that group should have begun and nobody has started it', () => {
    const scene = calmDay()
    const late = owed(scene.rows('wall'), at('14:31')).filter(({ sits }) => sits && !sits.now)
    for (const { sits } of late) expect(sits?.time).toBeGreaterThan(at('14:31'))
    const before = owed(scene.rows('wall'), at('14:20')).filter(({ sits }) => sits?.time === at('14:30'))
    expect(before.length).toBeGreaterThan(0)
  })

  it('X-14 is not looked for there when they have not come', () => {
    expect(of(busyDay(), 'Wren 3')[0]?.sits?.now ?? false).toBe(false)
  })
})

describe('thirty people who are all due', () => {
  it('X-15 leave the worst on top, alike however the rows came', () => {
    const rows = calmDay().rows('wall')
    const shuffled = { ...rows, stays: Object.fromEntries(Object.entries(rows.stays).reverse()) }
    const list = owed(rows, at('18:00'))
    expect(list.every(({ late }) => late)).toBe(true)
    expect(list.length).toBeGreaterThanOrEqual(people.length - 4)
    expect(owed(shuffled, at('18:00'))).toEqual(list)
    expect(list[0]?.due).toBe(Math.min(...list.map(({ due }) => due)))
  })
})
