import { describe, expect, it } from 'vitest'
import { faceClock, holdsSomebody, orderClock, runningRestraints } from '../../../client/afterwards/clocks.ts'
import type { RestraintRow } from '../../../shared/alerts/view-after.ts'
import type { AlertRow } from '../../../shared/alerts/view.ts'
import { held, holding } from '../../browser/gallery/after-states.ts'
import { at, type Scene } from '../../browser/gallery/scene.ts'

const rowsOf = (scene: Scene) => scene.rows('tablet').alerts

describe('the clocks of a restraint', () => {
  function seclusion() {
    const { scene, alert } = holding()
    const read = () => rowsOf(scene)[alert]?.restraints?.[0] as RestraintRow
    return { scene, alert, read }
  }

  it('T-63 run from its beginning: the order by age, the evaluation one hour', () => {
    const { read } = seclusion()
    expect(orderClock(read(), at('15:06'))).toEqual({ is: 'running', until: at('18:06'), left: 75 })
    expect(faceClock(read(), at('14:36'))).toEqual({ is: 'running', until: at('15:06'), left: 50 })
  })

  it('T-63 are late from the minute they run out', () => {
    const { read } = seclusion()
    expect(faceClock(read(), at('15:06'))).toEqual({ is: 'late', until: at('15:06') })
    expect(orderClock(read(), at('18:06') - 1).is).toBe('running')
    expect(orderClock(read(), at('18:06')).is).toBe('late')
  })

  it('T-63 end with the release and with the evaluation, each by itself', () => {
    const { scene, alert, read } = seclusion()
    const restraint = read().id
    scene.on('14:30', { type: 'alert.released', alert, restraint, seenAt: at('14:30') }, 'helen')
    expect(orderClock(read(), at('15:00'))).toEqual({ is: 'ended', at: at('14:30') })
    expect(faceClock(read(), at('15:00')).is).toBe('running')
    expect(runningRestraints(scene.rows('tablet'), at('15:00'))).toHaveLength(1)
    expect(holdsSomebody(rowsOf(scene)[alert] as AlertRow)).toBe(false)
    scene.on('14:50', { type: 'alert.evaluated', alert, restraint, seenAt: at('14:50') }, 'helen')
    expect(runningRestraints(scene.rows('tablet'), at('15:00'))).toEqual([])
  })

  it('T-63 stand with what runs out first first, and are on no wall', () => {
    const { scene, alert } = seclusion()
    held(scene, '14:20', alert, 'restraint', 'under-9')
    const restraints = runningRestraints(scene.rows('tablet'), at('14:30')).map(({ restraint }) => restraint)
    expect(restraints.map(({ kind }) => kind)).toEqual(['seclusion', 'restraint'])
    expect(runningRestraints(scene.rows('wall'), at('14:30'))).toEqual([])
    expect(holdsSomebody(rowsOf(scene)[alert] as AlertRow)).toBe(true)
  })
})
