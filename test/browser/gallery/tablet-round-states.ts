/** A member's round on a tablet: due, late, looked at, kept while there is no connection. */
import type { StayId } from '../../../shared/ids.ts'
import { at } from './scene.ts'
import type { Still } from './still.ts'
import { afternoon, tablet, type TabletState } from './tablet-scenes.ts'

const kept = (
  stay: string,
  time: string,
  place: string,
  presentation: string
): Still['sendings'][number] => ({
  id: `kept-${stay}`,
  fields: { type: 'check-in.complete', stay, place, activity: 'sitting', presentation, seenAt: at(time) },
  enteredAt: at(time),
  state: { is: 'unsure', tries: 3 }
})

function offline(): Still {
  const sendings = [
    kept('s27', '14:01', 'courtyard', 'calm'),
    kept('s04', '14:02', 'workshop', 'anxious'),
    kept('s11', '14:04', 'day-room', 'tearful')
  ]
  return tablet(afternoon(), '14:05', '#/round', { freshness: { is: 'cut-off', behind: 420_000 }, sendings })
}

/** A name of 200 letters, French names of any length, three of them alike, and a check that was missed. */
function longNames(): Still {
  const scene = afternoon()
  const names: Record<string, string> = {
    s24: `Marie-Antoinette ${'de la Roche-Montgomery-'.repeat(7)}Lafontaine`,
    s23: 'Maximilien-Alexandre Charbonneau-Deslauriers',
    s19: 'Maximilien Charbonneau-Deslauriers',
    s28: 'Anne-Sophie Vaillancourt-Archambault'
  }
  for (const [id, name] of Object.entries(names)) {
    const stay = scene.state.census.stays[id as StayId]
    if (stay) scene.on('14:00', { type: 'stay.described', stay: stay.id, person: { ...stay.person, name } })
  }
  scene.on('14:02', { type: 'check-in.missed', stay: 's24' as StayId, due: at('14:02'), count: 2 })
  return tablet(scene, '14:05', '#/round')
}

export const roundStates: Record<string, () => TabletState> = {
  round: () => ({ still: tablet(afternoon(), '14:05', '#/round', { answers: 'recorded' }) }),
  long: () => ({ still: longNames() }),
  check: () => ({ still: tablet(afternoon(), '14:05', '#/round/s24') }),
  offline: () => ({ still: offline() })
}
