import { z } from 'zod'

export const AlertKind = z.enum([
  'tension',
  'behavioural',
  'staff-duress',
  'self-harm',
  'medical',
  'missing-person',
  'fire',
  'weapon',
  'severe-withdrawal',
  'contraband',
  'property',
  'conflict'
])
export type AlertKind = z.infer<typeof AlertKind>

export const Priority = z.enum(['high', 'medium', 'low'])
export type Priority = z.infer<typeof Priority>
