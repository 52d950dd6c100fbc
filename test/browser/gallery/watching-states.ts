/** Mira Solano is never left alone: watched by name, with relief due, and with nobody; and who falls due in a group. */
import type { MemberId, StayId } from '../../../shared/ids.ts'
import { at, type Scene } from './scene.ts'
import type { Still } from './still.ts'
import { afternoon } from './tablet-scenes.ts'
import { scored, samir, watched } from './withdrawal-states.ts'

const mira = 's13' as StayId

const take = (scene: Scene, time: string, member: string, stay: string = mira): void =>
  void scene.on(time, { type: 'watch.taken', stay: stay as StayId, member: member as MemberId }, member)

/** Helen has been with Mira since one; from a quarter to two Bao is to be seen by somebody all the time. */
function held(): Scene {
  const scene = afternoon()
  take(scene, '13:00', 'helen')
  const bao = 's28' as StayId
  scene.on(
    '13:45',
    { type: 'stay.level-set', stay: bao, level: 'line-of-sight', from: 'q15', reason: null },
    'ruth'
  )
  take(scene, '13:46', 'kofi', bao)
  return scene
}

/** Helen went to an alert at 14:04:38, and nobody took over. */
function alone(told: 0 | 1 = 1): Scene {
  const scene = held()
  const left = at('14:04:38')
  scene.on(
    left,
    { type: 'watch.released', stay: mira, member: 'helen' as MemberId, reason: 'at-alert' },
    'helen'
  )
  if (told > 0)
    scene.on(left + 15_000, { type: 'watch.uncovered', stay: mira, since: left, step: 1 }, { kind: 'clock' })
  return scene
}

/** Dana leads; Samir by COWS is due a score in it, and of Dana's group several fall due before its end. */
function inGroup(): Scene {
  const scene = afternoon()
  watched(scene, '07:50', samir, 's19', 'cows')
  scored(scene, '12:12', samir, 14)
  return scene
}

const relapse = '#/groups/relapse~2026-06-16~1330'

/** What was missed of Samir fell due in the group; of Imani, before it began. */
function missedInGroup(): Still {
  const still = tablet(inGroup(), relapse, 'dana')
  const missed = (stay: string, due: string) => {
    const check = still.rows.checkIns[stay]
    if (!check) throw new Error(`nothing is owed to ${stay}`)
    return { ...check, missed: 1, reason: null, due: at(due) }
  }
  const checkIns = { ...still.rows.checkIns, s19: missed('s19', '13:45'), s09: missed('s09', '13:20') }
  return { ...still, rows: { ...still.rows, checkIns } }
}

const tablet = (scene: Scene, route: string, member: string, more: Partial<Still> = {}): Still =>
  scene.still('Tablet', 'tablet', '14:05', { ...more, props: { member, route } })

const charge = (scene: Scene): Still =>
  scene.still('Charge', 'charge', '14:05', { props: { member: 'ruth' } })

/** Taken without a network: it waits here, and the gap is told as it was last known. */
function offline(): Still {
  const sending: Still['sendings'][number] = {
    id: 'kept-take',
    fields: { type: 'watch.take', stay: mira },
    enteredAt: at('14:05'),
    state: { is: 'unsure', tries: 3 }
  }
  return tablet(alone(), '#/round', 'priya', {
    freshness: { is: 'cut-off', behind: 20_000 },
    sendings: [sending]
  })
}

export const watchingStates: Record<string, () => Still> = {
  held: () => tablet(held(), '#/round', 'priya'),
  mine: () => tablet(held(), '#/round', 'helen'),
  alone: () => tablet(alone(), '#/round', 'ines'),
  'alone-offline': offline,
  'alone-charge': () => charge(alone()),
  leading: () => tablet(inGroup(), relapse, 'dana'),
  'leading-missed': missedInGroup,
  'not-leading': () => tablet(inGroup(), relapse, 'ines'),
  'group-charge': () => charge(inGroup())
}
