import { describe, expect, it } from 'vitest'
import { authorOf, mayWatch } from '../../server/access/may-watch.ts'
import type { Identity } from '../../server/live/access.ts'
import { audiences, type Audience } from '../../shared/audience.ts'
import type { MemberId, UnitId } from '../../shared/ids.ts'
import { Role } from '../../shared/staff/member.ts'
import { initial, type UnitState } from '../../shared/unit.ts'

const unit = 'here' as UnitId

const state: UnitState = {
  ...initial,
  staff: {
    members: Object.fromEntries(
      Role.options.map(role => [
        role,
        {
          id: role as MemberId,
          name: role,
          roles: [role],
          credentials: [],
          language: 'en',
          pinHash: null,
          shiftSince: null
        }
      ])
    )
  }
}

const member = (id: string, locked = false): Identity => {
  return { kind: 'member', unit, member: id as MemberId, locked, signIn: 'b1946ac9-synthetic' }
}

const display = (audience: 'wall' | 'wall-public'): Identity => {
  return { kind: 'display', unit, display: `here~${audience}~x`, name: 'x', audience }
}

const may = (identity: Identity, at = unit): Audience[] =>
  audiences.filter(audience => mayWatch(identity, at, audience, state) === null)

describe('who may watch as what', () => {
  it.each([
    ['a display of the staff area', display('wall'), ['wall']],
    ['a display that visitors see', display('wall-public'), ['wall-public']],
    ['a locked tablet', member('charge', true), ['locked']],
    ['a counselor', member('counselor'), ['wall', 'wall-public', 'locked', 'tablet']],
    ['a nurse', member('nurse'), ['wall', 'wall-public', 'locked', 'tablet']],
    ['charge staff', member('charge'), [...audiences]],
    ['a director', member('director'), [...audiences]],
    ['an administrator', member('administrator'), [...audiences]],
    ['a member who was retired', member('gone'), ['locked']],
    ['a member named like a property of every object', member('constructor'), ['locked']]
  ])('K-4 %s', (_, identity, allowed) => {
    expect(may(identity)).toEqual(allowed)
  })

  it.each([display('wall'), member('charge'), member('charge', true)])(
    'K-4 nobody watches a unit that is not theirs (%#)',
    identity => {
      expect(may(identity, 'elsewhere' as UnitId)).toEqual([])
    }
  )

  it('K-8 the journal names the member, the locked tablet without its member or its cookie, and no display', () => {
    expect(authorOf(member('nurse'), 'tablet')).toEqual({ kind: 'member', member: 'nurse' })
    const locked = authorOf(member('nurse', true), 'locked')
    expect(locked).toMatchObject({ kind: 'screen' })
    expect(authorOf(member('nurse'), 'locked')).toEqual(locked)
    expect(JSON.stringify(locked)).not.toMatch(/nurse|b1946ac9/)
    expect(authorOf(display('wall'), 'wall')).toBeNull()
  })
})
