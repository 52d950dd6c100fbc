/** What a record says of a restraint and its clocks. */
import { ageBandWords, restraintClockWords, restraintWords } from '../../shared/words/alert-words.ts'
import * as m from '../../shared/words/compiled/messages.js'
import type { Of } from './lines.ts'
import type { Speaker } from './speaker.ts'

type Step = Of<'restrained' | 'order-renewed' | 'evaluated' | 'released' | 'restraint-overdue'>

export function restraintSays(step: Step, by: string, say: Speaker): readonly [text: string, more?: string] {
  const { nth, at } = step
  switch (step.what) {
    case 'restrained': {
      const [kind, band] = [restraintWords[step.kind](), ageBandWords[step.band]()]
      const [until, due] = [say.time(step.orderUntil, at), say.time(step.faceToFaceDue, at)]
      return [m.record_step_restrained({ kind, nth, band, by, until, due })]
    }
    case 'order-renewed':
      return [m.record_step_renewed({ nth, by, until: say.time(step.until, at) })]
    case 'evaluated':
      return [m.record_step_evaluated({ nth, by, time: say.time(step.seenAt, at) })]
    case 'released':
      return [m.record_step_released({ nth, by, time: say.time(step.seenAt, at) })]
    case 'restraint-overdue':
      return [
        m.record_step_clock({ clock: restraintClockWords[step.clock](), nth }),
        say.members(step.members)
      ]
  }
}
