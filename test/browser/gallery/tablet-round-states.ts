/** A member's round on a tablet: due, late, looked at, kept while there is no connection. */
import type { CommandId, PlaceId, StayId } from '../../../shared/ids.ts'
import { mapleHouse, seen } from './maple.ts'
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

/** Room 12 with three people, all to be seen soon: two as they were, one who was tearful. */
function room(route = '#/round/s24'): Still {
  const scene = afternoon()
  scene.on('13:00', { type: 'stay.moved', stay: 's28' as StayId, bed: '12C', from: '14B' })
  seen(scene, 's28', '14:03', 'own-room', 'reading', 'tearful')
  return tablet(scene, '14:05', route, { answers: 'recorded' })
}

/** Five past three in the night: who sleeps was seen to, and the reason why others were missed goes on. */
function night(): Still {
  const scene = mapleHouse()
  const [stay, due] = ['s23' as StayId, at('03:05', '2026-06-17')]
  for (const minutes of [24, 13])
    seen(scene, 's24', due - minutes * 60_000, 'own-room', 'eyes-closed', 'calm', 'karim')
  seen(scene, 's23', due - 50 * 60_000, 'own-room', 'eyes-closed', 'calm', 'karim')
  const missed = due - 20 * 60_000
  scene.on(missed, { type: 'check-in.missed', stay, due: missed - 15 * 60_000, count: 1 }, { kind: 'clock' })
  scene.on(missed, { type: 'check-in.explained', stay, reason: 'short-staffed' }, 'karim')
  return scene.still('Tablet', 'tablet', due, { props: { member: 'priya', route: '#/round/s24' } })
}

/** The last checks of one person: one was entered late, one stands instead of another. */
function checks(look: string): Still {
  const scene = afternoon()
  const stay = 's24' as StayId
  seen(scene, stay, '13:20', 'courtyard', 'with-peers', 'calm', 'priya')
  const corrects = scene.state.checkIns.kept[stay]?.checks.at(-2)?.id ?? ('' as CommandId)
  const place = 'day-room' as PlaceId
  const was = { activity: 'sitting', presentation: 'calm', level: 'q15', late: 0, reason: null } as const
  const how = { ...was, place, seenAt: at('13:20'), why: 'wrong-place' } as const
  scene.on('13:31', { type: 'check-in.corrected', stay, corrects, ...how }, 'priya')
  const late = { ...was, place, seenAt: at('13:35'), presentation: 'anxious' } as const
  scene.on('13:41', { type: 'check-in.completed', stay, ...late }, 'priya')
  const mine = scene.state.checkIns.kept[stay]?.checks.find(({ seenAt }) => seenAt === at('13:35'))
  const route = `#/round/s24/${look === 'mine' ? (mine?.id ?? '') : look}`
  return tablet(scene, '14:05', route)
}

export const roundStates: Record<string, () => TabletState> = {
  round: () => ({ still: tablet(afternoon(), '14:05', '#/round', { answers: 'recorded' }) }),
  long: () => ({ still: longNames() }),
  'round-room': () => ({ still: room() }),
  'round-night': () => ({ still: night() }),
  'round-checks': () => ({ still: checks('checks') }),
  'round-correct': () => ({ still: checks('mine') }),
  check: () => ({ still: tablet(afternoon(), '14:05', '#/round/s24') }),
  offline: () => ({ still: offline() })
}
