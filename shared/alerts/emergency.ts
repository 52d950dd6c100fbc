import type { AlertSituation } from './alert.ts'

const emergencies: readonly AlertSituation['is'][] = ['raised', 'acknowledged', 'on-scene', 'contained']

/** Somebody may still have to come. Plain: the one list of it, for the unit and for every screen. */
export const isEmergency = (is: AlertSituation['is']): boolean => emergencies.includes(is)
