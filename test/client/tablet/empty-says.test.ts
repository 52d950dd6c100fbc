import { describe, expect, it } from 'vitest'
import { emptySays } from '../../../client/tablet/empty-says.ts'
import * as m from '../../../shared/words/compiled/messages.js'

describe('an empty list', () => {
  it('T-136 says that nobody is there only once the board has told who is', () => {
    expect(emptySays({ position: null }, m.tablet_nobody)).toBe(m.tablet_waits_for_board())
    expect(emptySays({ position: { epoch: 'e', seq: 0 } }, m.tablet_nobody)).toBe(m.tablet_nobody())
  })
})
