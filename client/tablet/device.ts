/** What belongs to this device, whoever holds it: where it is kept, how the round is ordered, whether it makes sound. */
import type { PlaceId } from '../../shared/ids.ts'

const prefix = 'milieu:tablet:'

function kept(key: string): string | null {
  try {
    return localStorage.getItem(prefix + key)
  } catch {
    return null
  }
}

function keep(key: string, value: string | null): void {
  try {
    if (value === null) localStorage.removeItem(prefix + key)
    else localStorage.setItem(prefix + key, value)
  } catch {
    return
  }
}

export const devicePlace = (): PlaceId | null => kept('place') as PlaceId | null
export const keepDevicePlace = (place: PlaceId | null): void => keep('place', place)

export const roundOrders = ['urgency', 'room', 'suggested'] as const
export type RoundOrder = (typeof roundOrders)[number]
export const roundOrder = (): RoundOrder => roundOrders.find(order => order === kept('order')) ?? 'urgency'
export const keepRoundOrder = (order: RoundOrder): void => keep('order', order)

export const isMuted = (): boolean => kept('muted') === 'yes'
export const keepMuted = (muted: boolean): void => keep('muted', muted ? 'yes' : null)
