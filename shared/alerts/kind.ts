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

/** What somebody does at an alert: leads the response, helps, looks after everybody else, gives medical help. */
export const ResponseRole = z.enum(['lead', 'support', 'others', 'medical'])
export type ResponseRole = z.infer<typeof ResponseRole>
