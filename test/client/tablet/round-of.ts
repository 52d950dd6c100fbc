/** A round of Maple House at five past two: Xavier Roy three minutes late, Wanda Osei of the same room in time. */
import type { Owed } from '../../../client/tablet/round.ts'
import type { StayId } from '../../../shared/ids.ts'
import { mapleHouse, seen } from '../../browser/gallery/maple.ts'
import type { Scene } from '../../browser/gallery/scene.ts'
import { StillBoard } from '../../browser/gallery/still-board.svelte.ts'
import type { Still } from '../../browser/gallery/still.ts'

export function round(): Scene {
  const scene = mapleHouse()
  seen(scene, 's24', '13:47', 'own-room', 'pacing')
  seen(scene, 's23', '13:52', 'hallway', 'sitting')
  return scene
}

export const boardOf = (
  scene: Scene,
  more: Partial<Still> = {},
  now: string | number = '14:05'
): StillBoard => new StillBoard(scene.still('Tablet', 'tablet', now, more))

export function owed(board: StillBoard, id: string): Owed {
  const stay = board.rows.stays[id as StayId]
  const check = board.rows.checkIns[id as StayId]
  if (!stay || !check) throw new Error(`nobody is called ${id}`)
  return { stay, check }
}
