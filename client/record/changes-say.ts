/** What was said anew of an alert: each thing as it is now and as it was before. */
import { alertKindWords, priorityWords } from '../../shared/words/alert-words.ts'
import * as m from '../../shared/words/compiled/messages.js'
import type { Of } from './lines.ts'
import type { Speaker } from './speaker.ts'

type Described = Of<'described'>

/** That a person was named, never who. */
const persons: Record<NonNullable<Described['person']>, () => string> = {
  named: m.record_person_named,
  another: m.record_person_another,
  nobody: m.record_person_nobody
}

export function changesSay({ was, person, ...step }: Described, say: Speaker): string {
  const changes = [
    step.kind !== was.kind &&
      m.record_changed_kind({ to: alertKindWords[step.kind](), from: alertKindWords[was.kind]() }),
    step.place !== was.place &&
      m.record_changed_place({ to: say.place(step.place), from: say.place(was.place) }),
    step.priority !== was.priority &&
      m.record_changed_priority({ to: priorityWords[step.priority](), from: priorityWords[was.priority]() }),
    step.needed !== was.needed && m.record_changed_needed({ to: step.needed, from: was.needed }),
    person !== null && persons[person]()
  ]
  return changes.filter(one => one !== false).join(m.between_parts()) || m.record_nothing()
}
